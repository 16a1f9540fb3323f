// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ddas.basis.Response;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.verzamelaar.Proefleverancier.Versleutelgril;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Party;
import nl.ddas.trust.jose.Jwks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Suppliers with whom messages are encrypted (profile `seed-2024-07`), over mutual TLS.
@Requirement({"S16", "S46", "S53"})
class VersleuteldTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private static Path sleutels;

    @BeforeAll
    static void begin() throws IOException {
        sleutels = jwks("een.json", op.een.partij.encryption());
    }

    private static Path jwks(String naam, Identity sleutel) throws IOException {
        Jwks document = new Jwks(List.of(new Jwks.Entry(Jwks.Use.ENC, sleutel.chain())));
        return Files.write(op.gedeeld().resolve(naam), document.write());
    }

    private Verzamelaar start(Leveranciers leveranciers) throws IOException {
        return op.start(op.config(new Goedkeuring.Direct()), leveranciers, Clock.systemUTC(), Onderbreker.GEEN);
    }

    @Test
    @Requirement({"S58", "S75", "S79"})
    void oneSupplierInEachProfileGivesTheSameTrajecten() throws Exception {
        op.twee.paginas = op.een.paginas;
        try (Verzamelaar verzamelaar = start(() -> List.of(op.een.versleuteld(sleutels), op.twee.leverancier()))) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.leveranciers()).allSatisfy(een -> {
                assertThat(een.status()).isEqualTo("ingelezen");
                assertThat(een.paginas()).isEqualTo(3);
                assertThat(een.ingelezen()).isEqualTo(4);
            });
            Map<String, List<Object>> perBron = records(verzamelaar).stream()
                    .collect(Collectors.groupingBy(
                            record -> record.plaats().id().split("\\|")[0],
                            Collectors.mapping(VersleuteldTest::inhoud, Collectors.toList())));
            assertThat(perBron).hasSize(2);
            assertThat(perBron.values()).allSatisfy(records -> assertThat(records)
                    .hasSize(4)
                    .isEqualTo(perBron.values().iterator().next()));
            assertThat(op.een.verslagen).hasSize(1);
        }
        assertThat(op.een.ontvangenHeaders).allSatisfy(headers -> {
            assertThat(headers.first("Content-Type")).contains("application/jose");
            assertThat(headers.first("nlgov-adr-payload-sig")).isEmpty();
        });
    }

    /// What the database knows of a traject, apart from where it came from.
    private static Object inhoud(Bronrecord record) {
        return List.of(record.organisatie(), record.gemeentenummer(), record.looptijd(), record.personen());
    }

    @Test
    void theEvidenceHoldsWhatCameInAndWhatWasInIt() throws Exception {
        try (Verzamelaar verzamelaar = start(() -> List.of(op.een.versleuteld(sleutels)))) {
            verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            List<String> bestanden = op.database.jdbi("verzamelaar").withHandle(db -> db.createQuery(
                            "SELECT bestand FROM bewijs WHERE soort = 'antwoord' ORDER BY 1")
                    .mapTo(String.class)
                    .list());
            assertThat(bestanden).hasSize(6);
            assertThat(bestanden.stream().filter(naam -> naam.endsWith("-versleuteld")))
                    .hasSize(3)
                    .allSatisfy(naam -> assertThat(op.bewijsmap().resolve(naam)).exists());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encryptie-ongeldig voor-een-ander",
                "encryptie-ongeldig veranderd",
                "encryptie-vereist openlijk",
                "encryptie-ongeldig alleen-ondertekend",
                "identiteit-afwijking van-een-ander",
                "antwoord-op-ander-verzoek ander-verzoek",
                "http-400 geweigerd",
            })
    void anAnswerThatIsNotRightIsNotUsed(String geval) throws Exception {
        String[] delen = geval.split(" ");
        op.een.versleutelgril = gril(delen[1]);
        try (Verzamelaar verzamelaar = start(() -> List.of(op.een.versleuteld(sleutels)))) {
            PerLeverancier een = Proefopstelling.verzamel(verzamelaar, op.een);
            assertThat(een.status()).isEqualTo("mislukt");
            assertThat(een.reden()).contains(delen[0]);
            assertThat(records(verzamelaar)).isEmpty();
        }
        if (!delen[0].startsWith("http")) {
            assertThat(op.tel("bewijs WHERE soort = 'quarantaine' AND oordeel = '" + delen[0] + "'"))
                    .isEqualTo(1);
        }
    }

    private static Versleutelgril gril(String welke) {
        Proefleverancier een = op.een;
        Party zelf = een.partij;
        Party ander = op.twee.partij;
        return (pagina, verzoek) -> switch (welke) {
            case "voor-een-ander" -> Proefleverancier.jose(een.versleuteld(zelf, zelf.oin(), ander, pagina, verzoek));
            case "veranderd" -> {
                byte[] antwoord = een.versleuteld(pagina, verzoek);
                int plek = antwoord.length - 40;
                antwoord[plek] = (byte) (antwoord[plek] == 'A' ? 'B' : 'A');
                yield Proefleverancier.jose(antwoord);
            }
            case "openlijk" -> een.getekend(pagina);
            case "alleen-ondertekend" -> Proefleverancier.jose("a.b.c".getBytes(StandardCharsets.US_ASCII));
            case "van-een-ander" ->
                Proefleverancier.jose(een.versleuteld(ander, ander.oin(), op.stelsel.cbs, pagina, verzoek));
            case "ander-verzoek" -> Proefleverancier.jose(een.versleuteld(pagina, "x" + verzoek));
            default -> Response.text(400, "text/plain", "nee");
        };
    }

    @Test
    void nothingIsSentToACertificateThatIsNotThatOfTheSupplier() throws Exception {
        Path vreemd = jwks("vreemd.json", op.twee.partij.encryption());
        try (Verzamelaar verzamelaar = start(() -> List.of(op.een.versleuteld(vreemd)))) {
            PerLeverancier een = Proefopstelling.verzamel(verzamelaar, op.een);
            assertThat(een.reden()).contains("versleuteling-identiteit-afwijking");
        }
        assertThat(op.een.vragen).hasValue(0);
    }

    @Test
    void nothingOfADeliveryLiesInTheClearOnDisk() throws Exception {
        try (Verzamelaar verzamelaar = start(() -> List.of(op.een.versleuteld(sleutels)))) {
            verzamelaar.verzamel(PERIODE, Voortgang.STIL);
        }
        try (var bestanden = Files.walk(op.map())) {
            assertThat(bestanden.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(bestand -> assertThat(Files.readString(bestand, StandardCharsets.ISO_8859_1))
                            .doesNotContain(Proefbericht.bsn(0))
                            .doesNotContain("schuldhulptrajecten\":["));
        }
    }
}
