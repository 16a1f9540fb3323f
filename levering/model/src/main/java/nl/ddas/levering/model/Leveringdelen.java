// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Omzetting.Soort;

/// The header fields of one levering as far as they have been met.
final class Leveringdelen {

    private final Veldlezer v;
    private final Berichtstroom stroom;
    private final boolean oud;
    private final Omzetlijst hernoemd = new Omzetlijst();
    private Optional<Long> teller = Optional.empty();
    private Organisatie organisatie = Organisatie.LEEG;
    private boolean tellerGezien;
    private boolean organisatieGezien;

    /// @param oud whether it is the root of a message of v0.8, which has one organisation and no levering
    Leveringdelen(Veldlezer v, Berichtstroom stroom, boolean oud) {
        this.v = v;
        this.stroom = stroom;
        this.oud = oud;
        this.tellerGezien = oud;
    }

    /// Reads the current field when it is one of the header.
    boolean lees() throws IOException {
        switch (v.veld()) {
            case TELLER -> {
                tellerGezien = true;
                teller = v.geheel();
            }
            case AANLEVERENDE_ORGANISATIE -> {
                organisatieGezien = true;
                Positie begin = v.hier();
                stroom.houdVast(begin); // an organisation of a gigabyte must not fill the memory
                organisatie = v.object(this::organisatie).orElse(Organisatie.LEEG);
                stroom.eisMaat(v.hier().offset() - begin.offset());
                stroom.laatLos();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean isVolledig() {
        return tellerGezien && organisatieGezien;
    }

    LeveringKop kop() {
        return new LeveringKop(oud ? Optional.of(1L) : teller, organisatie);
    }

    /// What was read under the name that it had in v0.8.
    List<Omzetlijst.Regel> hernoemd() {
        return hernoemd.regels();
    }

    private Organisatie organisatie() throws IOException {
        Optional<String> naam = Optional.empty();
        Optional<String> kvk = Optional.empty();
        Optional<String> postcode = Optional.empty();
        Optional<String> gemeentecode = Optional.empty();
        List<Contactpersoon> personen = List.of();
        while (v.volgende()) {
            switch (v.veld()) {
                case STATUTAIRE_NAAM -> naam = v.tekst();
                case KVK_NUMMER -> kvk = v.tekst();
                case POSTCODE -> postcode = v.tekst();
                case GEMEENTECODE -> gemeentecode = v.tekst();
                case NAAM -> {
                    if (oud) {
                        naam = oudeNaam();
                    } else {
                        v.onbekend();
                    }
                }
                case CONTACTPERSONEN -> personen = v.lijst(this::contactpersoon, Leeg.CONTACTPERSOON);
                default -> v.onbekend();
            }
        }
        return new Organisatie(naam, kvk, postcode, gemeentecode, personen);
    }

    private Optional<String> oudeNaam() throws IOException {
        Optional<String> naam = v.tekst();
        String pad = "/" + Veld.AANLEVERENDE_ORGANISATIE.naam() + "/" + Veld.NAAM.naam();
        hernoemd.meld(Soort.HERNOEMD, pad, v.plek(), Veld.NAAM.naam(), Veld.STATUTAIRE_NAAM.naam());
        return naam;
    }

    private Contactpersoon contactpersoon() throws IOException {
        Optional<String> email = Optional.empty();
        Optional<String> functietitel = Optional.empty();
        Optional<String> naam = Optional.empty();
        Optional<String> telefoonnummer = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case EMAIL -> email = v.tekst();
                case FUNCTIETITEL -> functietitel = v.tekst();
                case NAAM -> naam = v.tekst();
                case TELEFOONNUMMER -> telefoonnummer = v.tekst();
                default -> v.onbekend();
            }
        }
        return new Contactpersoon(email, functietitel, naam, telefoonnummer);
    }
}
