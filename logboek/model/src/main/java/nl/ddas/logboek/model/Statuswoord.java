// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Locale;
import java.util.Optional;

/// A status that stands there as a word.
final class Statuswoord {

    private static final String OTLP = "STATUS_CODE_";

    private Statuswoord() {}

    /// @param isOmzetting whether the format wants a number, so that even the right word is a change
    static void read(String woord, Regelbouw regel, boolean isOmzetting) {
        Optional<Status> status = of(woord);
        if (status.isEmpty()) {
            regel.report(Regelcode.STATUS_FORM, Kernveld.STATUS);
        } else if (isOmzetting || !status.get().tekst().equals(woord)) {
            regel.vlaggen.add(Ingestvlag.STATUS_TEXT);
        }
        regel.status = status.map(Status::code).orElse(0);
    }

    /// `UNKNOWN` is the Unset of 2024; `NOK` stands in the canonical model.
    private static Optional<Status> of(String woord) {
        String upper = woord.toUpperCase(Locale.ROOT);
        return switch (upper.startsWith(OTLP) ? upper.substring(OTLP.length()) : upper) {
            case "UNSET", "UNKNOWN" -> Optional.of(Status.UNSET);
            case "OK" -> Optional.of(Status.OK);
            case "ERROR", "NOK" -> Optional.of(Status.ERROR);
            default -> Optional.empty();
        };
    }
}
