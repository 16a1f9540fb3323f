// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Plaats;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToetserTest {

    private static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();
    private static final Instant NU = Instant.parse("2026-07-10T07:05:00Z");

    private static final String KOP = """
            {"startdatumLevering": "2026-01-01", "einddatumLevering": "2026-06-30",
             "aanleverdatumEnTijd": "2026-07-10T09:00:00+02:00", "codeGegevensleverancier": "Voorbeeldsoft 4.2",
             "leveringen": [{"teller": 1, "aanleverende_organisatie": {"(Statutaire) Naam": "Gemeente Delft",
               "gemeentecode": "0503", "contactpersonen": [{"email": "schuldhulp@delft.nl"}]},
             "schuldhulptrajecten": [
            """;
    private static final String EIND = "\n]}]}";
    private static final String GOED = """
            {"gemeentecode": "0503", "startdatum": "2026-02-01", "client": [{"Burgerservicenummer": "999990019",
             "Geboortedatum": "1982-05-23"}], "aanmelding": {"startdatum": "2026-01-15"}}""";

    @TempDir
    private Path map;

    @Test
    @Requirement({"S76", "S77"})
    void aSoundMessageIsApproved() throws IOException {
        Proefbericht.Uitkomst uitkomst = toets(1, KOP + GOED + EIND);
        assertThat(uitkomst.bevindingen()).isEmpty();
        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.GOEDGEKEURD);
        assertThat(uitkomst.aanroepen()).containsExactly("kop", "levering 0", "traject 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"Geboortedatum\": \"1982-05-23\"' | '\"Geboortedatum\": 19820523' | K-07",
                "'\"Burgerservicenummer\": \"999990019\"' | '\"Burgerservicenummer\": 123456789' | K-04",
                "'\"gemeentecode\": \"0503\", \"startdatum\"' | '\"gemeentecode\": 9999, \"startdatum\"' | T-02",
                "'\"gemeentecode\": \"0503\", \"startdatum\"' | '\"gemeentecode\": null, \"startdatum\"' | T-01",
                "'\"gemeentecode\": \"0503\", \"startdatum\"' | '\"startdatum\"' | T-01",
                "'\"startdatum\": \"2026-02-01\"' | '\"startdatum\": null' | A-14"
            })
    @Requirement("S76")
    void theSpecificCodeStandsBesideTheFormError(String goed, String fout, String code) throws IOException {
        Proefbericht.Uitkomst uitkomst = toets(1, KOP + GOED.replace(goed, fout) + ",\n" + GOED + EIND);
        assertThat(uitkomst.codes()).contains("A-03", code);
        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.AFGEKEURD);
        assertThat(uitkomst.oordeel().trajecten()).isEqualTo(2);
    }

    @Test
    @Requirement("S76")
    void saysWhereAValueStands() throws IOException {
        String traject = """
                {
                  "gemeentecode": "9999",
                  "startdatum": "2026-02-01", "client": [
                {"Burgerservicenummer": "123456789", "Geboortedatum": "1982-05-23"}],
                "aanmelding": {"startdatum": "2026-01-15", "einddatm": "2026-01-16"}}""";
        String bericht = KOP + GOED + ",\n\n" + traject + EIND;
        Proefbericht.Uitkomst uitkomst = toets(1, bericht);
        for (String code : List.of("T-02", "K-04", "A-13")) {
            Plaats plaats = uitkomst.van(code).getFirst().plaats();
            String vanaf = new String(
                    bericht.getBytes(StandardCharsets.UTF_8), (int) plaats.positie(), 8, StandardCharsets.UTF_8);
            assertThat(vanaf).isIn("\"9999\",\n", "\"1234567", "\"2026-01");
            long regel = bericht.substring(0, (int) plaats.positie())
                    .chars()
                    .filter(teken -> teken == '\n')
                    .count();
            assertThat(plaats.regel()).isEqualTo(regel + 1);
        }
        assertThat(uitkomst.van("A-13").getFirst().melding()).contains("\"einddatm\"", "aanmelding", "\"einddatum\"");
        assertThat(uitkomst.van("A-13").getFirst().plaats().pointer())
                .isEqualTo("/leveringen/0/schuldhulptrajecten/1/aanmelding/einddatm");
    }

    @Test
    @Requirement("S76")
    void saysWhereTheBlockBesideTheDataStands() throws IOException {
        String antwoord = "{\"gegevens\": " + KOP + GOED + EIND + ", \"paginering\": {\"currentPage\": 1}}";
        Plaats plaats = toets(1, antwoord).van("A-16").getFirst().plaats();
        assertThat(plaats.pointer()).isEqualTo("/paginering");
    }

    @Test
    @Requirement("S76")
    void saysWhereAHeaderFieldStands() throws IOException {
        String bericht = (KOP + GOED + EIND)
                .replace("Voorbeeldsoft 4.2", "Voorbeeldsoft")
                .replace("schuldhulp@delft.nl", "schuldhulp@delft");
        Proefbericht.Uitkomst uitkomst = toets(1, bericht);
        Plaats software = uitkomst.van("A-11").getFirst().plaats();
        assertThat(software.pointer()).isEqualTo("/codeGegevensleverancier");
        assertThat(software.regel()).isEqualTo(2);
        assertThat(software.positie()).isEqualTo(bericht.indexOf("\"Voorbeeldsoft\""));
        Plaats mail = uitkomst.van("O-08").getFirst().plaats();
        assertThat(mail.regel()).isEqualTo(4);
        assertThat(mail.positie()).isEqualTo(bericht.indexOf("\"schuldhulp@delft\""));
        Proefbericht.Uitkomst antwoord = toets(1, "{\"gegevens\": " + bericht + "}");
        assertThat(antwoord.van("A-11").getFirst().plaats().pointer()).isEqualTo("/gegevens/codeGegevensleverancier");
        assertThat(antwoord.van("O-08").getFirst().plaats().pointer())
                .startsWith("/gegevens/leveringen/0/aanleverende_organisatie/contactpersonen/0");
    }

    @Test
    @Requirement("S76")
    void whatIsNoJsonOrNoUtf8IsUnreadableWithItsPlace() throws IOException {
        Proefbericht.Uitkomst afgekapt = toets(1, KOP + GOED + ", {\"gemeentecode\"");
        assertThat(afgekapt.codes()).contains("A-02");
        assertThat(afgekapt.oordeel().status()).isEqualTo(Oordeel.Status.ONLEESBAAR);
        assertThat(afgekapt.oordeel().trajecten()).isEqualTo(1);
        byte[] latijn = (KOP + GOED.replace("1982", "\u00eb") + EIND).getBytes(StandardCharsets.ISO_8859_1);
        Proefbericht.Uitkomst fout = toets(1, latijn);
        assertThat(fout.codes()).contains("A-01");
        assertThat(fout.oordeel().status()).isEqualTo(Oordeel.Status.ONLEESBAAR);
        assertThat(toets(1, "niets").codes()).contains("A-02");
        assertThat(toets(1, "").codes()).contains("A-02");
    }

    @Test
    void twoThreadsGiveTheSameAsOne() throws IOException {
        StringBuilder bericht = new StringBuilder(KOP);
        for (int i = 0; i < 3000; i++) {
            String bsn = Proeftraject.bsn(i % 2000);
            bericht.append(i == 0 ? "" : ",\n").append(GOED.replace("999990019", i % 7 == 0 ? "123456789" : bsn));
        }
        bericht.append(EIND);
        Proefbericht.Uitkomst een = toets(1, bericht.toString());
        assertThat(een.bevindingen()).hasSizeGreaterThan(400);
        assertThat(toets(2, bericht.toString())).isEqualTo(een);
    }

    @Test
    void aReceiverThatFailsStopsTheCheckOnBothThreads() throws IOException {
        String bericht = KOP + (GOED + ",").repeat(2000) + GOED + EIND;
        ToetsOntvanger kapot = new ToetsOntvanger() {
            @Override
            public void kop(Kop kop) {
                throw new UncheckedIOException(new IOException("disk full"));
            }
        };
        for (int draden = 1; draden <= 2; draden++) {
            Toetser toetser = toetser(draden);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> toetser.toets(
                            paginas(bericht.getBytes(StandardCharsets.UTF_8)), Verwachting.geen(NU), kapot))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // file, trajecten, K-04, T-02, O-02, O-03, T-15, T-13, T-14, T-11, A-11, L-03
        "enkelvoudigVoorbeeld.json, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0",
        "meervoudigVoorbeeld.json, 10, 10, 10, 1, 1, 10, 0, 10, 10, 1, 1"
    })
    void theOfficialExamplesGiveTheExpectedFindings(
            String bestand,
            long trajecten,
            long k04,
            long t02,
            long o02,
            long o03,
            long t15,
            long t13,
            long t14,
            long t11,
            long a11,
            long l03)
            throws IOException {
        byte[] bytes = Files.readAllBytes(ReferenceFiles.find("reference/ddas-shv/v1.0/" + bestand));
        Proefbericht.Uitkomst uitkomst = toets(2, bytes);
        Map<String, Long> perCode =
                uitkomst.bevindingen().stream().collect(Collectors.groupingBy(Bevinding::code, Collectors.counting()));
        assertThat(perCode).isEqualTo(uitkomst.oordeel().perCode());
        assertThat(uitkomst.oordeel().trajecten()).isEqualTo(trajecten);
        assertThat(uitkomst.oordeel().geweigerdeTrajecten()).isZero();
        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.GOEDGEKEURD);
        List<String> codes = List.of("K-04", "T-02", "O-02", "O-03", "T-15", "T-13", "T-14", "T-11", "A-11", "L-03");
        assertThat(codes.stream().map(code -> perCode.getOrDefault(code, 0L)).toList())
                .containsExactly(k04, t02, o02, o03, t15, t13, t14, t11, a11, l03);
    }

    private Proefbericht.Uitkomst toets(int draden, String bericht) throws IOException {
        return toets(draden, bericht.getBytes(StandardCharsets.UTF_8));
    }

    private Proefbericht.Uitkomst toets(int draden, byte[] bericht) throws IOException {
        List<Bevinding> bevindingen = new ArrayList<>();
        List<String> aanroepen = new ArrayList<>();
        Oordeel oordeel =
                toetser(draden).toets(paginas(bericht), Verwachting.geen(NU), new Opschrijver(bevindingen, aanroepen));
        return new Proefbericht.Uitkomst(oordeel, bevindingen, aanroepen);
    }

    private Toetser toetser(int draden) {
        return new Toetser(LEZER, new Toetsinstelling(map, draden, 1024), new SecureRandom());
    }

    private static List<Pagina> paginas(byte[] bericht) {
        return List.of(new Pagina(OptionalInt.empty(), () -> new ByteArrayInputStream(bericht)));
    }
}
