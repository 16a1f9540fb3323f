// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.model.Omzetting.Soort;

/// The header fields of a message as far as they have been met.
final class Kopdelen {

    private final Set<Veld> gezien = EnumSet.noneOf(Veld.class);
    private final Omzetlijst hernoemd = new Omzetlijst();
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

    /// Reads the current field when it is one of the header of v0.8.
    boolean leesOud(Veldlezer v) throws IOException {
        switch (v.veld()) {
            case AANLEVERPERIODE_STARTDATUM -> {
                start = v.datum();
                hernoemd(v, Veld.AANLEVERPERIODE_STARTDATUM, Veld.STARTDATUM_LEVERING);
            }
            case AANLEVERPERIODE_EINDDATUM -> {
                eind = v.datum();
                hernoemd(v, Veld.AANLEVERPERIODE_EINDDATUM, Veld.EINDDATUM_LEVERING);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void hernoemd(Veldlezer v, Veld oud, Veld nieuw) {
        hernoemd.meld(Soort.HERNOEMD, "/" + oud.naam(), v.plek(), oud.naam(), nieuw.naam());
    }

    /// Remembers that the current field was there.
    void zie(Veld veld) {
        gezien.add(veld);
    }

    /// Whether any field was there that the exchange model knows.
    boolean heeftModelveld() {
        return gezien.stream().anyMatch(veld -> veld != Veld.ANDERS);
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

    /// The header as v1.0 has it, made from one of an older version; what that took goes into the list.
    ///
    /// @param begin where the object stands that lacks the fields
    Kop kop(Versie versie, Voorkennis voorkennis, Positie begin, Omzetlijst lijst) {
        if (versie != Versie.V0_8 && versie != Versie.V0_9) {
            return kop();
        }
        lijst.regels().addAll(hernoemd.regels());
        Optional<Moment> nu = moment;
        if (!heeft(Veld.AANLEVERDATUM_EN_TIJD) && voorkennis.moment().isPresent()) {
            nu = voorkennis.moment().map(Kopdelen::moment);
            lijst.meld(Soort.MOMENT, "", begin, "niets", Veld.AANLEVERDATUM_EN_TIJD.naam());
        }
        Optional<String> leverancier = code;
        if (!heeft(Veld.CODE_GEGEVENSLEVERANCIER)) {
            leverancier = Optional.of(Kop.ONBEKENDE_LEVERANCIER);
            lijst.meld(Soort.LEVERANCIER, "", begin, "niets", Veld.CODE_GEGEVENSLEVERANCIER.naam());
        }
        return new Kop(start, eind, nu, leverancier);
    }

    private static Moment moment(Instant ontvangen) {
        OffsetDateTime tijdstip = ontvangen.atZone(Tijdzone.NEDERLAND).toOffsetDateTime();
        return new Moment(tijdstip, Optional.of(tijdstip.getOffset().getId()));
    }
}
