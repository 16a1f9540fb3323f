// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// What one file of a folder holds, without its trajecten: enough to choose between files.
///
/// @param periode empty when the header does not say
/// @param gemaaktOp `aanleverdatumEnTijd`, long ago when the header does not say
/// @param leveringen organisation by index of the levering; organisations that cannot be told apart are
/// left out
/// @param aantalLeveringen all leveringen, those that cannot be told apart included
/// @param onleesbaar why this file can never be delivered
/// @param grootte in bytes, with `gewijzigd` how a changed file is noticed
record Bestandsoverzicht(
        Path bestand,
        Optional<Aanleverperiode> periode,
        Instant gemaaktOp,
        Map<Integer, String> leveringen,
        int aantalLeveringen,
        Optional<Bronfout> onleesbaar,
        long grootte,
        FileTime gewijzigd) {

    /// Reads a file for its headers.
    static Bestandsoverzicht lees(Path bestand, BerichtLezer lezer) throws IOException {
        long grootte = Files.size(bestand);
        FileTime gewijzigd = Files.getLastModifiedTime(bestand);
        Koppen koppen = new Koppen();
        Lezing einde = lezer.lees(() -> Files.newInputStream(bestand), koppen);
        Optional<Bronfout> fout = onleesbaar(bestand, einde);
        if (fout.isEmpty() && koppen.periode.isEmpty()) {
            fout = Optional.of(new Bronfout(
                    naam(bestand),
                    "",
                    "De kop noemt geen geldige startdatumLevering en einddatumLevering. Vul beide in als jjjj-mm-dd."));
        }
        return new Bestandsoverzicht(
                bestand,
                koppen.periode,
                koppen.gemaaktOp,
                Map.copyOf(koppen.leveringen),
                einde.aantallen().leveringen(),
                fout,
                grootte,
                gewijzigd);
    }

    /// Why a file could not be read to its end, empty when it could.
    static Optional<Bronfout> onleesbaar(Path bestand, Lezing einde) {
        return switch (einde) {
            case Lezing.Gelezen gelezen -> Optional.empty();
            case Lezing.GeenUtf8 geenUtf8 ->
                Optional.of(new Bronfout(
                        naam(bestand),
                        "regel " + geenUtf8.plaats().regel(),
                        "De tekst is geen UTF-8. Bewaar het bestand als UTF-8."));
            case Lezing.GeenJson geenJson ->
                Optional.of(new Bronfout(
                        naam(bestand),
                        "regel " + geenJson.plaats().regel() + ", kolom " + geenJson.kolom(),
                        geenJson.fout()));
        };
    }

    boolean isActueel() throws IOException {
        return Files.size(bestand) == grootte
                && Files.getLastModifiedTime(bestand).equals(gewijzigd);
    }

    String naam() {
        return naam(bestand);
    }

    private static String naam(Path bestand) {
        return bestand.getFileName().toString();
    }

    /// Same organisation = same KvK number, else same gemeentecode, else same name.
    private static Optional<String> sleutel(Organisatie organisatie) {
        return organisatie
                .kvkNummer()
                .map(kvk -> "kvk " + kvk.strip())
                .or(() -> organisatie.gemeentecode().flatMap(Gemeentecode::lees).map(Gemeentecode::code))
                .or(() -> organisatie.statutaireNaam().map(naam -> "naam " + naam.strip()));
    }

    private static final class Koppen implements BerichtOntvanger {
        private Optional<Aanleverperiode> periode = Optional.empty();
        private Instant gemaaktOp = Instant.EPOCH;
        private final Map<Integer, String> leveringen = new LinkedHashMap<>();

        @Override
        public void kop(Kop kop) {
            periode = kop.startdatumLevering().flatMap(start -> kop.einddatumLevering()
                    .filter(eind -> !eind.isBefore(start))
                    .map(eind -> new Aanleverperiode(start, eind)));
            gemaaktOp = kop.aanleverdatumEnTijd()
                    .map(Moment::tijdstip)
                    .map(tijdstip -> tijdstip.toInstant())
                    .orElse(Instant.EPOCH);
        }

        @Override
        public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
            sleutel(kop.aanleverendeOrganisatie()).ifPresent(sleutel -> leveringen.put(index, sleutel));
        }
    }
}
