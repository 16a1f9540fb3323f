// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;

/// Answers requests; called on many virtual threads at once.
@FunctionalInterface
public interface Handler {

    /// @throws IOException when the exchange broke; the server then answers 500 when nothing was sent yet
    Response handle(Request request) throws IOException;
}
