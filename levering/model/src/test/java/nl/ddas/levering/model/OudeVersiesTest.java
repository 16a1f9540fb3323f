// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.ddas.levering.model.Omzetting.Soort;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole messages of older versions, read as v1.0.
@Requirement("S60")
class OudeVersiesTest {

    private static final BerichtLezer LEZER = Opvanger.LEZER.ontvangenOp(Instant.parse("2024-02-01T09:30:00Z"));
    private static final String ACHT = """
            {"aanleverperiodeStartdatum":"2023-01-01",
             "aanleverperiodeEinddatum":"2023-12-31",
             "aanleverende_organisatie":{"naam":"Bureau X"},
             "schuldhulptrajecten":[{"client":[{"bsn":"999990019"}]},
              {"uitstroom":
                {"reden":"BRP-redenen: verhuisd"}}]}""";

    private static Opvanger lees(String bericht) {
        return lees(bericht.getBytes(StandardCharsets.UTF_8));
    }

    private static Opvanger lees(byte[] bericht) {
        return Opvanger.lees(LEZER, () -> new ByteArrayInputStream(bericht));
    }

    private static String officieel(String bestand) throws IOException {
        return Files.readString(ReferenceFiles.find("reference/ddas-shv/" + bestand));
    }

    private static Map<Soort, Integer> telling(Opvanger opvanger) {
        Map<Soort, Integer> telling = new EnumMap<>(Soort.class);
        opvanger.omzettingen.forEach(omzetting -> telling.merge(omzetting.soort(), 1, Integer::sum));
        return telling;
    }

    @Test
    void givesTheHeadersOfTheNewestVersion() {
        Opvanger opvanger = lees(ACHT);

        assertThat(opvanger.koppen)
                .containsExactly(new Kop(
                        Optional.of(LocalDate.of(2023, 1, 1)),
                        Optional.of(LocalDate.of(2023, 12, 31)),
                        Optional.of(
                                new Moment(OffsetDateTime.parse("2024-02-01T10:30:00+01:00"), Optional.of("+01:00"))),
                        Optional.of("onbekend 0.9")));
        assertThat(opvanger.leveringen)
                .containsExactly(new LeveringKop(
                        Optional.of(1L),
                        new Organisatie(
                                Optional.of("Bureau X"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())));
        assertThat(opvanger.trajecten)
                .extracting(Schuldhulptraject::gemeentecode)
                .containsOnly(Optional.of("Onbekend"));
        assertThat(opvanger.verloop)
                .extracting(regel -> regel.split(" ")[0])
                .startsWith(
                        "omzetting",
                        "omzetting",
                        "omzetting",
                        "omzetting",
                        "kop",
                        "omzetting",
                        "omzetting",
                        "levering");
    }

    @Test
    void takesTheGemeenteFromTheRegistrationWhenItIsKnown() {
        BerichtLezer lezer = Opvanger.LEZER.vanGemeente("0518");
        Opvanger opvanger = Opvanger.lees(lezer, () -> new ByteArrayInputStream(ACHT.getBytes(StandardCharsets.UTF_8)));

        assertThat(opvanger.trajecten)
                .extracting(Schuldhulptraject::gemeentecode)
                .containsOnly(Optional.of("0518"));
        assertThat(opvanger.koppen.getFirst().aanleverdatumEnTijd()).isEmpty();
    }

    @Test
    void givesTheSameWhenTheHeaderComesLast() {
        String kop = ACHT.substring(1, ACHT.indexOf("\"schuldhulp")).strip();
        String rest = ACHT.substring(ACHT.indexOf("\"schuldhulp"), ACHT.length() - 1);
        Opvanger voor = lees(ACHT);
        Opvanger achter = lees("{" + rest + "," + kop.substring(0, kop.length() - 1) + "}");

        assertThat(achter.koppen).isEqualTo(voor.koppen);
        assertThat(achter.leveringen).isEqualTo(voor.leveringen);
        assertThat(achter.trajecten).isEqualTo(voor.trajecten);
        assertThat(telling(achter)).isEqualTo(telling(voor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void pointsIntoTheMessageAsItWasDelivered(String vooraf) throws IOException {
        byte[] bericht = (vooraf + ACHT).getBytes(StandardCharsets.UTF_8);
        Opvanger opvanger = lees(bericht);

        for (int i = 0; i < opvanger.omzettingen.size(); i++) {
            Omzetting omzetting = opvanger.omzettingen.get(i);
            Plaats plaats = opvanger.omzetplaatsen.get(i);
            String vanaf = tekst(bericht, (int) plaats.positie());
            assertThat(vanaf)
                    .startsWith(
                            switch (omzetting.pad()) {
                                case "" -> "{\"";
                                case "/aanleverperiodeStartdatum" -> "\"2023-01-01\"";
                                case "/aanleverperiodeEinddatum" -> "\"2023-12-31\"";
                                case "/aanleverende_organisatie/naam" -> "\"Bureau X\"";
                                case "/client/0/bsn" -> "\"999990019\"";
                                case "/uitstroom/reden" -> "\"BRP";
                                default -> omzetting.pad();
                            });
            long regels = tekst(bericht, 0)
                    .substring(0, tekst(bericht, 0).length() - vanaf.length())
                    .chars()
                    .filter(teken -> teken == '\n')
                    .count();
            assertThat(plaats.regel()).isEqualTo(regels + 1);
        }
        assertThat(opvanger.omzetplaatsen.getLast().pointer()).isEqualTo("/schuldhulptrajecten/1/uitstroom/reden");
    }

    private static String tekst(byte[] bericht, int vanaf) {
        return new String(bericht, vanaf, bericht.length - vanaf, StandardCharsets.UTF_8);
    }

    @Test
    void placesWhatARuleFindsWhereItWasDelivered() throws IOException {
        byte[] bericht = ACHT.getBytes(StandardCharsets.UTF_8);
        List<Plaats> plaatsen = new ArrayList<>();
        LEZER.lees(() -> new ByteArrayInputStream(bericht), new BerichtOntvanger() {
            @Override
            public void traject(Schuldhulptraject traject, TrajectPlek plek) {
                plaatsen.add(VeldZoeker.plaats(Plaats.begin(), plek, "/client/0/Burgerservicenummer"));
            }
        });

        assertThat(plaatsen.getFirst().pointer()).isEqualTo("/schuldhulptrajecten/0/client/0/bsn");
        assertThat(tekst(bericht, (int) plaatsen.getFirst().positie())).startsWith("\"999990019\"");
    }

    @Test
    void checksAnOldMessageAgainstItsOwnSchema() {
        Opvanger opvanger = lees(ACHT.replace("\"BRP-redenen: verhuisd\"", "7"));

        assertThat(opvanger.fouten)
                .extracting(fout -> fout.plaats().pointer(), Vormfout::gevonden)
                .containsExactly(tuple("/schuldhulptrajecten/1/uitstroom/reden", "een geheel getal"));
    }

    @Test
    void readsTheOfficialExampleOfVersion8() throws IOException {
        String bestand = officieel("v0.8/voorbeelddata.json");
        Opvanger kapot = lees(bestand);
        // The example has commas before a closing brace, which is no JSON; without these it is what is meant.
        Opvanger heel = lees(bestand.replaceAll(",(\\s*[}\\]])", "$1"));

        assertThat(kapot.geenJson().plaats().regel()).isEqualTo(659);
        assertThat(kapot.trajecten).isEqualTo(heel.trajecten.subList(0, kapot.trajecten.size()));
        assertThat(heel.versie()).isEqualTo(Versie.V0_8);
        Schuldhulptraject eerste = heel.trajecten.getFirst();
        assertThat(eerste.omschrijving()).contains("Omschrijving van traject 1");
        assertThat(eerste.client())
                .containsExactly(new Client(
                        Optional.of(new Bsn("123456789")),
                        Optional.of("1990-01-01"),
                        Optional.of("Man"),
                        Optional.of("1234AB"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(eerste.intake().orElseThrow().beschikkingssoort()).contains(Beschikkingssoort.TOELATINGSBESCHIKKING);
        assertThat(eerste.intake().orElseThrow().beschikkingsdatum()).contains(LocalDate.of(2023, 1, 18));
        assertThat(eerste.schuldregeling().orElseThrow().toegekend()).isEmpty();
        assertThat(eerste.schulden())
                .extracting(Schuld::bedrag, schuld -> schuld.schuldsoort().orElseThrow())
                .containsExactly(
                        tuple(Optional.of(15_000L), Schuldensoort.OVERIG),
                        tuple(Optional.of(20_000L), Schuldensoort.NUTS),
                        tuple(Optional.of(15_000L), Schuldensoort.ZORG));
        assertThat(heel.trajecten)
                .allSatisfy(traject -> assertThat(traject.afwijkingen()).isEmpty());
        int aantal = heel.trajecten.size();
        assertThat(telling(heel))
                .contains(
                        entry(Soort.GEMEENTECODE, aantal),
                        entry(Soort.INKOMEN, aantal),
                        entry(Soort.TOELATING, aantal),
                        entry(Soort.INGEPAKT, 1),
                        entry(Soort.LEVERANCIER, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enkelvoudig", "meervoudig"})
    void readsTheOfficialExamplesOfVersion9(String soort) throws IOException {
        Opvanger opvanger = lees(officieel("v0.9/" + soort + "Voorbeeld.json"));

        assertThat(opvanger.versie()).isEqualTo(Versie.V0_9);
        assertThat(opvanger.fouten).isEmpty();
        assertThat(opvanger.koppen.getFirst().codeGegevensleverancier()).contains("onbekend 0.9");
        assertThat(opvanger.koppen
                        .getFirst()
                        .aanleverdatumEnTijd()
                        .orElseThrow()
                        .tijdstip())
                .isEqualTo(OffsetDateTime.parse("2023-01-01T12:00:00Z"));
        assertThat(opvanger.trajecten).allSatisfy(traject -> {
            assertThat(traject.afwijkingen()).isEmpty();
            assertThat(traject.schulden()).hasSize(1);
            assertThat(traject.schulden().getFirst().schuldsoort()).isPresent();
            assertThat(traject.gemeentecode()).contains("001");
        });
        assertThat(telling(opvanger))
                .contains(
                        entry(Soort.SCHULD, opvanger.trajecten.size()),
                        entry(Soort.LEEFSITUATIE, opvanger.trajecten.size()));
    }

    @Test
    void readsTheOfficialExamplesOfVersion10() throws IOException {
        Opvanger een = lees(officieel("v0.10/enkelvoudigVoorbeeld.json"));
        Opvanger meer = lees(officieel("v0.10/meervoudigVoorbeeld.json"));

        assertThat(een.omzettingen).isEmpty();
        assertThat(meer.versie()).isEqualTo(Versie.V0_10);
        assertThat(meer.fouten).isEmpty();
        assertThat(meer.omzettingen).isNotEmpty().extracting(Omzetting::soort).containsOnly(Soort.BEEINDIGING);
        List<Schuldhulptraject> beeindigd = meer.trajecten.stream()
                .filter(traject -> traject.uitstroom()
                        .flatMap(Uitstroom::datumBeeindigingsbeschikking)
                        .isPresent())
                .toList();
        assertThat(beeindigd).hasSameSizeAs(meer.omzettingen).allSatisfy(traject -> {
            assertThat(traject.intake().orElseThrow().beschikkingssoort()).isEmpty();
            assertThat(traject.intake().orElseThrow().beschikkingsdatum()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000})
    void recognisesVersion10HoweverLateItShows(int trajectenVooraf) {
        String[] trajecten = new String[trajectenVooraf + 2];
        Arrays.fill(trajecten, "{\"gemeentecode\":\"0518\",\"startdatum\":\"2023-01-01\"}");
        trajecten[trajectenVooraf] = beeindigd("");
        Opvanger opvanger = lees(TestBerichten.met(trajecten));

        assertThat(opvanger.versie()).isEqualTo(Versie.V0_10);
        assertThat(opvanger.fouten).isEmpty();
        assertThat(opvanger.trajecten).hasSize(trajecten.length);
        assertThat(opvanger.trajecten
                        .get(trajectenVooraf)
                        .uitstroom()
                        .orElseThrow()
                        .datumBeeindigingsbeschikking())
                .contains(LocalDate.of(2023, 3, 1));
        assertThat(telling(opvanger)).containsExactly(entry(Soort.BEEINDIGING, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheNewestVersionWhenItsOwnFieldIsUsed(boolean inHetzelfdeTraject) {
        String nieuw = ",\"uitstroom\":{\"datumBeeindigingsbeschikking\":\"2023-03-01\"}";
        String[] trajecten = new String[2_500];
        Arrays.fill(trajecten, "{\"gemeentecode\":\"0518\",\"startdatum\":\"2023-01-01\"}");
        trajecten[2_000] = inHetzelfdeTraject ? trajecten[0] : "{\"gemeentecode\":\"0518\"" + nieuw + "}";
        trajecten[2_001] = beeindigd(inHetzelfdeTraject ? nieuw : "");
        Opvanger opvanger = lees(TestBerichten.met(trajecten));

        assertThat(opvanger.versie()).isEqualTo(Versie.V1_0);
        assertThat(opvanger.fouten).extracting(Vormfout::soort).containsExactly(Vormfout.Soort.ENUM);
        assertThat(opvanger.omzettingen).isEmpty();
    }

    private static String beeindigd(String rest) {
        return "{\"gemeentecode\":\"0518\",\"intake\":{\"beschikkingsdatum\":\"2023-03-01\","
                + "\"beschikkingssoort\":\"Beeindigingsbeschikking\"}" + rest + "}";
    }

    @Property(tries = 60)
    void changesNothingInAMessageOfTheNewestVersion(@ForAll Versie als, @ForAll long zaad) throws IOException {
        RandomGenerator toeval = RandomGeneratorFactory.of("L64X128MixRandom").create(zaad);
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        List<Schuldhulptraject> trajecten = new ArrayList<>();
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, Voorbeelden.KOP)) {
            schrijver.levering(Voorbeelden.LEVERING);
            for (int i = 0; i < 3; i++) {
                trajecten.add(Snelheid.traject(toeval));
                schrijver.traject(trajecten.getLast());
            }
        }
        byte[] bericht = uit.toByteArray();

        assertThat(lees(bericht).omzettingen).isEmpty();
        Opvanger gelezen = Opvanger.lees(LEZER.voorVersie(als), () -> new ByteArrayInputStream(bericht));
        assertThat(gelezen.omzettingen).isEmpty();
        assertThat(gelezen.trajecten).isEqualTo(trajecten);
        assertThat(gelezen.koppen).containsExactly(Voorbeelden.KOP);
        assertThat(gelezen.leveringen).containsExactly(Voorbeelden.LEVERING);
    }
}
