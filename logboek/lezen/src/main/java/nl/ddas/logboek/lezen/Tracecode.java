// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Optional;
import nl.ddas.logboek.model.Octetten;
import nl.ddas.logboek.model.TraceId;

/// The two ways in which a trace id is written: 32 hexadecimal digits, or a UUID (READ-4).
public final class Tracecode {

    private static final int UUID = 36;

    private Tracecode() {}

    /// Empty when it is neither, or all zeros.
    public static Optional<TraceId> parse(String text) {
        boolean isDashed = text.length() == UUID
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-';
        return Octetten.parse(isDashed ? text.replace("-", "") : text).flatMap(TraceId::of);
    }
}
