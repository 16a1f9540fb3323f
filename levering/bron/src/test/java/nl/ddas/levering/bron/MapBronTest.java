// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapBronTest {

    private static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();

    @TempDir
    private Path map;

    /// Writes down what a source hands over.
    private static final class Verslagje implements BronOntvanger {
        final List<String> gekregen = new ArrayList<>();
        final List<Bronfout> vormfouten = new ArrayList<>();
        final List<Bronfout> onleesbaar = new ArrayList<>();

        @Override
        public void levering(Aanleverperiode periode, LeveringKop kop) {
            gekregen.add(kop.aanleverendeOrganisatie().statutaireNaam().orElse("?") + " " + periode);
        }

        @Override
        public void traject(Kenmerken kenmerken, byte[] venster, int begin, int lengte) {
            String json = new String(venster, begin, lengte, StandardCharsets.UTF_8);
            gekregen.add("t" + Antwoorden.trajecten(json.replace(" ", "")).getFirst() + " "
                    + kenmerken.start().map(LocalDate::toString).orElse("?"));
        }

        @Override
        public void vormfout(Bronfout fout) {
            vormfouten.add(fout);
        }

        @Override
        public void onleesbaar(Bronfout fout) {
            onleesbaar.add(fout);
        }
    }

    @Test
    void givesTheFilesWhosePeriodTouchesTheOneAskedFor() throws IOException {
        schrijf("1-2025h2.json", "2025-07-01", "2025-12-31", "2026-01-10T12:00:00+01:00", "Elders", 1);
        schrijf("2-2026h1.json", "2026-01-01", "2026-06-30", "2026-07-10T12:00:00+02:00", "Hier", 2);
        schrijf("3-2026h2.json", "2026-07-01", "2026-12-31", "2027-01-10T12:00:00+01:00", "Daar", 3);
        Files.writeString(map.resolve("leesmij.txt"), "geen levering");
        assertThat(lees("2026-01-01", "2026-06-30").gekregen)
                .containsExactly("Hier 2026-01-01..2026-06-30", "t2 2026-02-01");
        assertThat(lees("2025-12-31", "2026-01-01").gekregen)
                .containsExactly(
                        "Elders 2025-07-01..2025-12-31",
                        "t1 2026-02-01",
                        "Hier 2026-01-01..2026-06-30",
                        "t2 2026-02-01");
    }

    @Test
    void aNewerFileOfTheSameOrganisationAndPeriodReplacesTheOlderFaultsIncluded() throws IOException {
        schrijf("a-nieuw.json", "2026-01-01", "2026-06-30", "2026-07-11T12:00:00+02:00", "Hier", 2);
        Path oud = schrijf("b-oud.json", "2026-01-01", "2026-06-30", "2026-07-10T12:00:00+02:00", "Hier", 1);
        Files.writeString(oud, Files.readString(oud).replace("\"2026-02-01\"", "false"));
        Verslagje verslag = lees("2026-01-01", "2026-06-30");
        assertThat(verslag.gekregen).containsExactly("Hier 2026-01-01..2026-06-30", "t2 2026-02-01");
        assertThat(verslag.vormfouten).isEmpty();
    }

    @Test
    void tellsFormErrorsWithFileAndPlace() throws IOException {
        Path bestand = schrijf("a.json", "2026-01-01", "2026-06-30", "2026-07-11T12:00:00+02:00", "Hier", 1);
        Files.writeString(bestand, Files.readString(bestand).replace("\"2026-02-01\"", "false"));
        Verslagje verslag = lees("2026-01-01", "2026-06-30");
        assertThat(verslag.vormfouten).hasSize(1);
        assertThat(verslag.vormfouten.getFirst().toString())
                .startsWith("a.json, /leveringen/0/schuldhulptrajecten/0/startdatum, regel 7: verwacht ");
        assertThat(verslag.gekregen).hasSize(2);
    }

    @Test
    void aNameInAFileCannotMakeALineOfItsOwn() throws IOException {
        Path bestand = schrijf("a.json", "2026-01-01", "2026-06-30", "2026-07-11T12:00:00+02:00", "Hier", 1);
        Files.writeString(
                bestand,
                Files.readString(bestand).replaceFirst("\\{", "{\"\\\\n12:00 ERROR vervalst\\\\u001b[2J\": 1, "));
        Verslagje verslag = lees("2026-01-01", "2026-06-30");
        assertThat(verslag.vormfouten).hasSize(1);
        assertThat(verslag.vormfouten.getFirst().toString())
                .startsWith(
                        "a.json, /·12:00 ERROR vervalst·[2J, regel 1: het veld \"·12:00 ERROR vervalst·[2J\" bestaat niet");
    }

    @Test
    void tellsFilesThatCannotBeReadWhateverTheirPeriod() throws IOException {
        Path stuk = schrijf("stuk.json", "2020-01-01", "2020-06-30", "2020-07-11T12:00:00+02:00", "Hier", 1);
        String tekst = Files.readString(stuk);
        Files.writeString(stuk, tekst.substring(0, tekst.length() - 5));
        Files.write(map.resolve("latin.json"), "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(map.resolve("leeg.json"), "{}");
        assertThat(lees("2026-01-01", "2026-06-30").onleesbaar)
                .extracting(Bronfout::herkomst)
                .containsExactly("latin.json", "leeg.json", "stuk.json");
    }

    @Test
    void tellsOnceOfAFileThatStopsTooEarly() throws IOException {
        Path stuk = schrijf("stuk.json", "2026-01-01", "2026-06-30", "2026-07-11T12:00:00+02:00", "Hier", 1);
        String tekst = Files.readString(stuk);
        Files.writeString(stuk, tekst.substring(0, tekst.length() - 5));
        assertThat(lees("2026-01-01", "2026-06-30").onleesbaar).hasSize(1);
    }

    @Test
    void seesThatAFileWasChanged() throws IOException {
        MapBron bron = new MapBron(map, LEZER);
        schrijf("a.json", "2026-01-01", "2026-06-30", "2026-07-11T12:00:00+02:00", "Hier", 1);
        assertThat(lees(bron).gekregen).contains("t1 2026-02-01");
        schrijf("a.json", "2026-01-01", "2026-06-30", "2026-07-11T12:00:00+02:00", "Ergens", 22);
        assertThat(lees(bron).gekregen).containsExactly("Ergens 2026-01-01..2026-06-30", "t22 2026-02-01");
        Files.delete(map.resolve("a.json"));
        assertThat(lees(bron).gekregen).isEmpty();
    }

    @Test
    void readsTheOfficialExamples() throws IOException {
        Path voorbeelden = ReferenceFiles.find("reference/ddas-shv/v1.0");
        Files.copy(voorbeelden.resolve("meervoudigVoorbeeld.json"), map.resolve("voorbeeld.json"));
        List<Bronfout> fouten = new ArrayList<>();
        List<Aanleverperiode> perioden = new ArrayList<>();
        new MapBron(map, LEZER)
                .lees(
                        new Aanleverperiode(LocalDate.parse("2000-01-01"), LocalDate.parse("2100-01-01")),
                        new BronOntvanger() {
                            @Override
                            public void levering(Aanleverperiode periode, LeveringKop kop) {
                                perioden.add(periode);
                            }

                            @Override
                            public void traject(Kenmerken kenmerken, byte[] venster, int begin, int lengte) {
                                assertThat(venster[begin]).isEqualTo((byte) '{');
                                assertThat(venster[begin + lengte - 1]).isEqualTo((byte) '}');
                            }

                            @Override
                            public void onleesbaar(Bronfout fout) {
                                fouten.add(fout);
                            }
                        });
        assertThat(fouten).isEmpty();
        assertThat(perioden).isNotEmpty();
    }

    private Verslagje lees(String start, String eind) throws IOException {
        Verslagje verslag = new Verslagje();
        new MapBron(map, LEZER).lees(new Aanleverperiode(LocalDate.parse(start), LocalDate.parse(eind)), verslag);
        return verslag;
    }

    private static Verslagje lees(MapBron bron) throws IOException {
        Verslagje verslag = new Verslagje();
        bron.lees(Proefbron.HALFJAAR, verslag);
        return verslag;
    }

    private Path schrijf(String naam, String start, String eind, String moment, String organisatie, int nummer)
            throws IOException {
        return Files.writeString(map.resolve(naam), """
                {"startdatumLevering": "%s", "einddatumLevering": "%s", "aanleverdatumEnTijd": "%s",
                 "codeGegevensleverancier": "x", "leveringen": [{
                  "teller": 1,
                  "aanleverende_organisatie": {"(Statutaire) Naam": "%s"},
                  "schuldhulptrajecten": [{
                   "omschrijving": "t%d", "gemeentecode": "0518",
                   "startdatum": "2026-02-01"}]}]}
                """.formatted(start, eind, moment, organisatie, nummer));
    }
}
