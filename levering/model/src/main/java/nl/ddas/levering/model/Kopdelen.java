// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The header fields of a message as far as they have been met.
final class Kopdelen {

    private final Set<Veld> gezien = EnumSet.noneOf(Veld.class);
    private Optional<LocalDate> start = Optional.empty();
    private Optional<LocalDate> eind = Optional.empty();
    private Optional<Moment> moment = Optional.empty();
    private Optional<String> code = Optional.empty();

    /// Reads the current field when it is one of the header.
    boolean lees(Veldlezer v) throws IOException {
        switch (v.veld()) {
            case STARTDATUM_LEVERING -> start = v.datum();
            case EINDDATUM_LEVERING -> eind = v.datum();
            case AANLEVERDATUM_EN_TIJD -> moment = v.moment();
            case CODE_GEGEVENSLEVERANCIER -> code = v.tekst();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Remembers that the current field was there.
    void zie(Veld veld) {
        gezien.add(veld);
    }

    boolean heeft(Veld veld) {
        return gezien.contains(veld);
    }

    boolean isVolledig() {
        return heeft(Veld.STARTDATUM_LEVERING)
                && heeft(Veld.EINDDATUM_LEVERING)
                && heeft(Veld.AANLEVERDATUM_EN_TIJD)
                && heeft(Veld.CODE_GEGEVENSLEVERANCIER);
    }

    Kop kop() {
        return new Kop(start, eind, moment, code);
    }
}
