// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.Optional;

/// `status` of an action (LDV 3.2.2.3): exactly three values.
public enum Status {
    /// Carried out without an internal fault; also when the input of a user was wrong.
    UNSET(0, "Unset"),
    /// Marked as successful by the application on purpose.
    OK(1, "Ok"),
    /// An internal fault.
    ERROR(2, "Error");

    private final int code;
    private final String tekst;

    Status(int code, String tekst) {
        this.code = code;
        this.tekst = tekst;
    }

    /// The number in OTLP, and in the text of 2024 as well.
    public int code() {
        return code;
    }

    /// The word of the standard, to the letter.
    public String tekst() {
        return tekst;
    }

    /// Empty for a number that the standard does not have: it is refused, and not taken for [#UNSET].
    public static Optional<Status> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }
}
