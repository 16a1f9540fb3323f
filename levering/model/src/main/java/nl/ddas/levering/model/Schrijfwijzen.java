// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ddas.levering.model.Omzetting.Soort;

/// Rewrites values of an older version as v1.0 writes them: values of lists, dates, postcode, house number.
final class Schrijfwijzen {

    private static final Set<String> DATUMVELDEN = EnumSet.of(
                    Veld.STARTDATUM,
                    Veld.EINDDATUM,
                    Veld.TOEKENNINGSDATUM,
                    Veld.GEBOORTEDATUM,
                    Veld.BESCHIKKINGSDATUM,
                    Veld.DATUM_AFRONDING,
                    Veld.DATUM,
                    Veld.TOEGEKEND,
                    Veld.AFGEWEZEN,
                    Veld.INGETROKKEN,
                    Veld.DATUM_VERZOEK_DWANGAKKOORD,
                    Veld.DATUM_AANVRAAG,
                    Veld.DATUM_GOEDKEURING,
                    Veld.PEILDATUM,
                    Veld.DATUM_BEEINDIGINGSBESCHIKKING)
            .stream()
            .map(Veld::naam)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern POSTCODE = Pattern.compile("\\d{4}[A-Z]{2}");
    private static final Pattern HUISNUMMER_MET_LETTER = Pattern.compile("(\\d{1,5})[ -]?(\\p{L}\\S{0,3})");
    private static final String ANDERS = "andere schrijfwijze";

    private Schrijfwijzen() {}

    static void zetOm(Knoop traject, Omzetlijst lijst) {
        traject.object(Veld.INTAKE)
                .ifPresent(deel -> waarde(deel, Veld.BESCHIKKINGSSOORT, Oudewaarden.BESCHIKKINGSSOORT, lijst));
        traject.object(Veld.OPLOSSING).ifPresent(deel -> waarde(deel, Veld.SOORT, Oudewaarden.OPLOSSINGSSOORT, lijst));
        traject.object(Veld.UITSTROOM).ifPresent(deel -> waarde(deel, Veld.REDEN, Oudewaarden.UITSTROOMREDEN, lijst));
        traject.objecten(Veld.BEGELEIDING)
                .forEach(deel -> waarde(deel, Veld.SOORT, Oudewaarden.BEGELEIDINGSSOORT, lijst));
        traject.objecten(Veld.SCHULDEN)
                .forEach(deel -> waarde(deel, Veld.SCHULDSOORT, Oudewaarden.SCHULDENSOORT, lijst));
        traject.objecten(Veld.CLIENT).forEach(client -> client(client, lijst));
        datums(traject, lijst);
    }

    private static void waarde(Knoop object, Veld veld, List<Oudewaarden> waarden, Omzetlijst lijst) {
        tekst(object, veld)
                .ifPresent(knoop -> Oudewaarden.zoek(waarden, knoop.tekst().orElseThrow())
                        .ifPresent(oud -> {
                            object.zet(veld, knoop.vervangenDoor(oud.naar()));
                            lijst.meld(oud.soort(), knoop, oud.van(), oud.naar());
                        }));
    }

    private static void client(Knoop client, Omzetlijst lijst) {
        tekst(client, Veld.GESLACHTSAANDUIDING).ifPresent(knoop -> {
            String tekst = knoop.tekst().orElseThrow();
            Geslacht.bedoeld(tekst)
                    .filter(bedoeld -> !bedoeld.tekst().equals(tekst))
                    .ifPresent(bedoeld -> {
                        client.zet(Veld.GESLACHTSAANDUIDING, knoop.vervangenDoor(bedoeld.tekst()));
                        lijst.meld(Soort.SCHRIJFWIJZE, knoop, ANDERS, "Man, Vrouw, Onbekend of Leeg");
                    });
        });
        tekst(client, Veld.CLIENT_POSTCODE).ifPresent(knoop -> {
            String tekst = knoop.tekst().orElseThrow();
            String juist = tekst.replace(" ", "").toUpperCase(Locale.ROOT);
            if (!juist.equals(tekst) && POSTCODE.matcher(juist).matches()) {
                client.zet(Veld.CLIENT_POSTCODE, knoop.vervangenDoor(juist));
                lijst.meld(Soort.SCHRIJFWIJZE, knoop, ANDERS, "1234AB");
            }
        });
        tekst(client, Veld.HUISNUMMER).ifPresent(knoop -> {
            Matcher delen = HUISNUMMER_MET_LETTER.matcher(knoop.tekst().orElseThrow());
            if (delen.matches() && !client.heeftInhoud(Veld.HUISNUMMERTOEVOEGING)) {
                client.zet(Veld.HUISNUMMER, knoop.vervangenDoor(delen.group(1)));
                client.zet(Veld.HUISNUMMERTOEVOEGING, knoop.vervangenDoor(delen.group(2)));
                lijst.meld(Soort.HUISNUMMER, knoop, Veld.HUISNUMMER.naam(), Veld.HUISNUMMERTOEVOEGING.naam());
            }
        });
    }

    /// Every date of the traject in another spelling that [Datums#geboortedatum(String)] understands.
    private static void datums(Knoop knoop, Omzetlijst lijst) {
        knoop.elementen().forEach(element -> datums(element, lijst));
        knoop.velden().replaceAll((naam, waarde) -> {
            if (!DATUMVELDEN.contains(naam)) {
                datums(waarde, lijst);
                return waarde;
            }
            boolean magDeels = naam.equals(Veld.GEBOORTEDATUM.naam());
            Optional<String> juist = waarde.tekst()
                    .flatMap(Datums::geboortedatum)
                    .filter(datum ->
                            datum.omgezet() && (magDeels || datum.datum().isPresent()))
                    .map(Geboortedatum::tekst);
            juist.ifPresent(nieuw -> lijst.meld(Soort.DATUM, waarde, ANDERS, "jjjj-mm-dd"));
            return juist.map(waarde::vervangenDoor).orElse(waarde);
        });
    }

    private static Optional<Knoop> tekst(Knoop object, Veld veld) {
        return object.veld(veld).filter(knoop -> knoop.tekst().isPresent() && !knoop.isLeeg());
    }
}
