// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import nl.ddas.basis.Handler;

/// Something else that is served beside OTLP on the listeners of a log, such as its read API. It judges who
/// asks itself.
///
/// @param pad what its paths begin with, such as `/lezen`: it gets that path, and all below it, as they are
public record Deel(String pad, Handler handler) {

    /// @throws IllegalArgumentException when the path is none, or ends in a slash
    public Deel {
        if (!pad.startsWith("/") || pad.endsWith("/")) {
            throw new IllegalArgumentException("path: expected a slash at the begin and none at the end, got " + pad);
        }
    }

    /// Whether a path of a request, with its query, is one of these.
    boolean knows(String path) {
        return path.equals(pad) || path.startsWith(pad + "/") || path.startsWith(pad + "?");
    }
}
