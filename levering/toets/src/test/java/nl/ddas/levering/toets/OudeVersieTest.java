// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Versie;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A delivery in an older version goes through all rules as v1.0, and the supplier hears what was converted.
@Requirement("S77")
class OudeVersieTest {

    private static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();
    private static final Instant NU = Instant.parse("2026-07-10T07:05:00Z");
    private static final String ACHT = """
            {"aanleverperiodeStartdatum": "2026-01-01", "aanleverperiodeEinddatum": "2026-05-31",
             "aanleverende_organisatie": {"naam": "Delft\\t"},
             "schuldhulptrajecten": [
              {"startdatum": "2026-02-01", "aanmelding": {"startdatum": "2026-01-15"},
               "client": [{"bsn": "123456789", "geboortedatum": "1982-05-23", "geslacht": "M",
                 "leefsituatie": [{"inkomen": [{"nettoBedrag": 1234}], "schulden": [{"bedrag": 10}, {"bedrag": 20}]}]}],
               "uitstroom": {"reden": "BRP-redenen: Klant is verhuisd/niet woonachtig in regio/overleden"}}]}""";

    @TempDir
    private Path map;

    private Proefbericht.Uitkomst toets(int draden, Verwachting verwachting, byte[] bericht) throws IOException {
        List<Bevinding> bevindingen = new ArrayList<>();
        List<String> aanroepen = new ArrayList<>();
        Toetser toetser = new Toetser(LEZER, new Toetsinstelling(map, draden, 1024), new SecureRandom());
        Pagina pagina = new Pagina(OptionalInt.empty(), () -> new ByteArrayInputStream(bericht));
        Oordeel oordeel = toetser.toets(List.of(pagina), verwachting, new Opschrijver(bevindingen, aanroepen));
        return new Proefbericht.Uitkomst(oordeel, bevindingen, aanroepen);
    }

    private Proefbericht.Uitkomst toets(int draden, String bericht) throws IOException {
        return toets(draden, Verwachting.geen(NU), bericht.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void listsWhatWasConvertedOnceAFile(int draden) throws IOException {
        Proefbericht.Uitkomst uitkomst = toets(draden, ACHT);
        Bevinding lijst = uitkomst.van("A-04").getLast();

        assertThat(uitkomst.oordeel().versie()).contains(Versie.V0_8);
        assertThat(lijst.ernst()).isEqualTo(Ernst.WAARSCHUWING);
        assertThat(lijst.melding())
                .startsWith("Dit bestand volgt versie v0.8; het is omgezet naar 1.0. Omzettingen: ")
                .contains(
                        "veld met een oude naam hernoemd (6 keer)",
                        "schuld van de cliënt naar het traject verplaatst (2 keer)",
                        "inkomen weggelaten (1 keer)",
                        "andere schrijfwijze vervangen door die van versie 1.0 (1 keer)")
                .doesNotContain("123456789", "1234 ", "1982");
        assertThat(uitkomst.van("A-04")).hasSize(2);
        assertThat(uitkomst.codes()).doesNotContain("A-13", "A-11", "L-01", "A-09", "A-10");
    }

    @Test
    void warnsWhereAValueCouldNotBeSplit() throws IOException {
        Bevinding onzeker = toets(1, ACHT).van("A-04").getFirst();

        assertThat(onzeker.melding()).contains("de reden is gelezen als Overig");
        assertThat(onzeker.plaats().pointer()).isEqualTo("/schuldhulptrajecten/0/uitstroom/reden");
        assertThat(ACHT.substring((int) onzeker.plaats().positie())).startsWith("\"BRP-redenen");
        assertThat(onzeker.traject()).hasValue(0);
    }

    @Test
    void pointsIntoTheFileAsItWasDelivered() throws IOException {
        Proefbericht.Uitkomst uitkomst = toets(1, ACHT);

        assertThat(vanaf(uitkomst, "K-04", "/schuldhulptrajecten/0/client/0/bsn"))
                .startsWith("\"123456789\"");
        assertThat(vanaf(uitkomst, "A-06", "/aanleverperiodeStartdatum")).startsWith("\"2026-01-01\"");
        assertThat(vanaf(uitkomst, "A-15", "/aanleverende_organisatie/naam")).startsWith("\"Delft");
        Proefbericht.Uitkomst antwoord = toets(1, "{\"gegevens\": " + ACHT + "}");
        assertThat(antwoord.van("A-06").getFirst().plaats().pointer()).isEqualTo("/gegevens/aanleverperiodeStartdatum");
        assertThat(antwoord.van("A-15").getFirst().plaats().pointer())
                .isEqualTo("/gegevens/aanleverende_organisatie/naam");
    }

    private static String vanaf(Proefbericht.Uitkomst uitkomst, String code, String pointer) {
        Plaats plaats = uitkomst.van(code).getFirst().plaats();
        assertThat(plaats.pointer()).isEqualTo(pointer);
        return ACHT.substring((int) plaats.positie());
    }

    @Test
    void placesWhatItFindsOverTheWholeDeliveryAtTheRoot() throws IOException {
        String bericht = ACHT.replace("123456789", "999990019");
        String traject = bericht.substring(bericht.indexOf("{\"startdatum\""), bericht.length() - 2);
        Proefbericht.Uitkomst uitkomst = toets(1, bericht.replace(traject, traject + "," + traject));

        assertThat(uitkomst.van("L-05"))
                .extracting(bevinding -> bevinding.plaats().pointer())
                .containsExactly("/schuldhulptrajecten/1");
    }

    @Test
    void doesNotBlameASupplierForACodeThatItsVersionLacks() throws IOException {
        Verwachting verwachting = new Verwachting(
                NU, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("Voorbeeldsoft 4.2"));

        assertThat(toets(1, verwachting, ACHT.getBytes(StandardCharsets.UTF_8)).codes())
                .doesNotContain("A-12");
    }

    @Test
    void saysSoWhenNothingHadToBeConverted() throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        bericht.versie = Versie.V0_10;

        assertThat(bericht.toets(map).van("A-04"))
                .extracting(Bevinding::melding)
                .containsExactly("Dit bestand volgt versie v0.10; er hoefde niets te worden omgezet naar 1.0.");
    }

    @ParameterizedTest
    @CsvSource({
        "v0.9/enkelvoudigVoorbeeld.json, V0_9, 1",
        "v0.9/meervoudigVoorbeeld.json, V0_9, 1",
        "v0.10/meervoudigVoorbeeld.json, V0_10, 1",
        "v0.10/enkelvoudigVoorbeeld.json, V1_0, 0"
    })
    void refusesNoneOfTheOfficialOlderExamples(String bestand, Versie versie, int lijsten) throws IOException {
        byte[] bytes = Files.readAllBytes(ReferenceFiles.find("reference/ddas-shv/" + bestand));
        Proefbericht.Uitkomst uitkomst = toets(2, Verwachting.geen(NU), bytes);

        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.GOEDGEKEURD);
        assertThat(uitkomst.oordeel().versie()).contains(versie);
        assertThat(uitkomst.van("A-04")).hasSize(lijsten);
        assertThat(uitkomst.codes()).doesNotContain("A-03", "A-13");
    }
}
