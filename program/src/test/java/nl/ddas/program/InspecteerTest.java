// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `ddas vertrouwen inspecteer` and `onderteken`, as a supplier's developer uses them.
class InspecteerTest {

    private static final String BERICHT = "{\"naam\": \"Zoë\"}";

    @TempDir
    private static Path map;

    private static String oefening;
    private static Path sleutel;
    private static Path bericht;

    @BeforeAll
    static void maak() throws IOException {
        oefening = map.resolve("vertrouwen").toString();
        assertThat(Loop.van(
                                map,
                                "vertrouwen",
                                "partij",
                                "Gemeente Voorbeeld",
                                "00000099000000002000",
                                "--map",
                                oefening)
                        .uitgang())
                .isZero();
        try (Stream<Path> partijen = Files.list(map.resolve("vertrouwen").resolve("partijen"))) {
            sleutel = partijen.findFirst().orElseThrow().resolve("ondertekening.pem");
        }
        bericht = Files.writeString(map.resolve("bericht.json"), BERICHT);
    }

    private static Path onderteken(String vorm, Path wat) throws IOException {
        Path kop = Files.createTempFile(map, "kop", ".txt");
        Loop loop = Loop.van(
                map,
                "vertrouwen",
                "onderteken",
                wat.toString(),
                "--sleutel",
                sleutel.toString(),
                "--vorm",
                vorm,
                "--uit",
                kop.toString());
        assertThat(loop.alles()).isEmpty();
        return kop;
    }

    private static Loop inspecteer(String... woorden) {
        return Loop.van(
                map,
                Stream.concat(Stream.of("vertrouwen", "inspecteer", "--map", oefening), Stream.of(woorden))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void whatIsSignedIsFoundValid(String vorm) throws IOException {
        Loop loop =
                inspecteer("--kop", onderteken(vorm, bericht).toString(), "--bericht", bericht.toString(), "--json");

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit())
                .startsWith("{\"geldig\":true,\"vorm\":\"" + vorm + "\",\"ondertekenaar\":\"CN=Gemeente Voorbeeld,")
                .contains("\"ketenTot\":\"CN=DEMO stam-CA,", "\"redenen\":[]", "test-OIN", "\"pastBij\":null");
    }

    @Test
    void tellsWhichSpellingWasSigned() throws IOException {
        Path ondertekend = Files.writeString(map.resolve("compact.json"), "{\"naam\":\"Zoë\"}");
        String kop = onderteken("A", ondertekend).toString();

        Loop json = inspecteer("--kop", kop, "--bericht", bericht.toString(), "--json");
        assertThat(json.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(json.uit())
                .contains(
                        "\"geldig\":false",
                        "\"code\":\"digest-afwijking\"",
                        "\"code\":\"handtekening-ongeldig\"",
                        "\"pastBij\":\"json-gesorteerd-compact\"");
        assertThat(inspecteer("--kop", kop, "--bericht", bericht.toString()).uit())
                .contains(
                        "De handtekening is niet geldig.",
                        "Ondertekend is het bericht met de namen op volgorde en zonder witruimte");
    }

    @Test
    void readsASavedAnswerOfCurl() throws IOException {
        String kop = Files.readString(onderteken("A", bericht));
        Path opname = Files.writeString(
                map.resolve("antwoord.txt"),
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\ncontent-type: application/json\r\n"
                        + kop.replace("\n", "\r\n") + "\r\n" + BERICHT);

        assertThat(inspecteer(opname.toString()).uit()).startsWith("De handtekening is geldig.");
    }

    @Test
    void saysWhetherTheCertificateWasRevoked() throws IOException {
        String kop = onderteken("A", bericht).toString();
        assertThat(inspecteer("--kop", kop, "--bericht", bericht.toString()).uit())
                .contains("  Ingetrokken  nee, volgens de intrekkingslijsten\n");
        assertThat(inspecteer("--kop", kop, "--bericht", bericht.toString(), "--moment", "2020-01-01T00:00:00Z")
                        .uit())
                .contains("certificaat-geldigheid", "  Ingetrokken  niet na te gaan\n");

        Path ander = map.resolve("ander");
        AuthorityFolder ca = AuthorityFolder.open(ander, Clock.systemUTC(), new SecureRandom());
        Party partij = ca.party("Gemeente Elders", new Oin("00000099000000003000"), List.of());
        byte[] inhoud = Files.readAllBytes(bericht);
        Path handtekening = Files.writeString(
                map.resolve("elders.txt"),
                new PayloadSigner(partij.signing(), Clock.systemUTC())
                        .sign(inhoud)
                        .payloadSig());
        ca.revoke(partij.signing().leaf().getSerialNumber());
        String straks = Clock.systemUTC().instant().plus(Duration.ofHours(1)) + "";
        Loop loop = Loop.van(
                map,
                "vertrouwen",
                "inspecteer",
                "--map",
                ander.toString(),
                "--kop",
                handtekening.toString(),
                "--bericht",
                bericht.toString(),
                "--moment",
                straks);
        assertThat(loop.uit()).contains("certificaat-ingetrokken: ", "  Ingetrokken  ja\n");
        assertThat(loop.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
    }

    @Test
    void nothingInAMessageSteersTheTerminal() throws IOException {
        String kop = Files.readString(onderteken("A", bericht)) + "Digest: \u001b[31mrood\u00ad\n";
        Path gekleurd = Files.writeString(map.resolve("gekleurd.txt"), kop);

        Loop loop = inspecteer("--kop", gekleurd.toString(), "--bericht", bericht.toString());

        assertThat(loop.alles()).contains("[31mrood").doesNotContain("\u001b", "\u00ad");
    }

    @Test
    void readsAHar() throws IOException {
        String inhoud = Base64.getEncoder().encodeToString(BERICHT.getBytes(StandardCharsets.UTF_8));
        Path har = har(onderteken("B", bericht), "\"text\":\"" + inhoud + "\",\"encoding\":\"base64\"");

        assertThat(inspecteer(har.toString()).uit()).startsWith("De handtekening is geldig.");
    }

    private static Path har(Path kop, String inhoud) throws IOException {
        String headers = String.join(
                ",",
                Files.readAllLines(kop).stream()
                        .map(regel -> regel.split(": ", 2))
                        .map(deel -> "{\"name\":\"" + deel[0] + "\",\"value\":\"" + deel[1] + "\"}")
                        .toList());
        return Files.writeString(
                Files.createTempFile(map, "opname", ".har"),
                "{\"log\":{\"entries\":[{\"request\":{\"headers\":[]},\"response\":{\"headers\":[" + headers
                        + "],\"content\":{" + inhoud + "}}}]}}");
    }

    /// The text of a HAR is what a browser made of the bytes. Where the signature fits it, those were the bytes.
    @ParameterizedTest
    @CsvSource(textBlock = """
            UTF-8,      '',       16, null,       false
            ISO-8859-1, '',       15, iso-8859-1, true
            UTF-8,      '\uFEFF', 19, met-bom,    true
            UTF-8,      ' ',       0, null,       true
            """)
    void ofAHarWithTextTheBytesMayBeOthers(
            Charset codering, String ervoor, int maat, String pastBij, boolean voorbehoud) throws IOException {
        byte[] verstuurd = (ervoor + BERICHT).getBytes(codering);
        Path ondertekend = Files.write(Files.createTempFile(map, "verstuurd", ".json"), verstuurd);
        String tekst = "\"text\":\"" + BERICHT.replace("\"", "\\\"") + "\"" + (maat == 0 ? "" : ",\"size\":" + maat);
        Path har = har(onderteken("A", ondertekend), tekst);

        Loop json = inspecteer(har.toString(), "--json");
        assertThat(json.uitgang()).isEqualTo(voorbehoud ? Uitgang.BEVINDINGEN : Uitgang.GOED);
        assertThat(json.uit().contains("\"opmerkingen\":[\"De HAR bewaart de inhoud als tekst"))
                .isEqualTo(voorbehoud);
        assertThat(json.uit()).contains("\"pastBij\":" + (pastBij.equals("null") ? "null" : "\"" + pastBij + "\""));
        String mens = inspecteer(har.toString()).uit();
        assertThat(mens.contains("Let op: De HAR bewaart de inhoud als tekst")).isEqualTo(voorbehoud);
        assertThat(mens.contains("volgens de HAR waren het " + maat + " bytes, de tekst heeft er 16."))
                .isEqualTo(voorbehoud && maat > 0);
    }

    @Test
    void ofAHarWithBytesNothingIsDoubted() throws IOException {
        String ander = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        Path har = har(onderteken("A", bericht), "\"text\":\"" + ander + "\",\"encoding\":\"base64\",\"size\":16");

        assertThat(inspecteer(har.toString()).uit())
                .startsWith("De handtekening is niet geldig.")
                .doesNotContain("HAR");
    }

    @Test
    void withoutAnchorsOrListsNothingIsTrusted() throws IOException {
        Path anker = map.resolve("vertrouwen/ca/ankers.pem");
        String kop = onderteken("A", bericht).toString();

        assertThat(inspecteer("--kop", kop, "--bericht", bericht.toString(), "--anker", anker.toString(), "--json")
                        .uit())
                .contains("\"geldig\":false", "\"code\":\"intrekkingsstatus-onbekend\"");
        assertThat(inspecteer(
                                "--kop",
                                kop,
                                "--bericht",
                                bericht.toString(),
                                "--anker",
                                anker.toString(),
                                "--crl",
                                map.resolve("vertrouwen/ca/intrekking.pem").toString())
                        .uitgang())
                .isZero();
        assertThat(Loop.van(
                                map,
                                "vertrouwen",
                                "inspecteer",
                                "--map",
                                map.resolve("niets").toString(),
                                "--kop",
                                kop,
                                "--bericht",
                                bericht.toString())
                        .uit())
                .contains(
                        "certificaat-niet-vertrouwd: Er is geen anker opgegeven",
                        "intrekkingsstatus-onbekend: Er is geen intrekkingslijst opgegeven",
                        "Ingetrokken  niet na te gaan");
    }

    @Test
    void aWrongCallIsExplained() throws IOException {
        String kop = onderteken("A", bericht).toString();

        assertThat(inspecteer("--kop", kop).fout()).contains("--kop en --bericht allebei");
        assertThat(inspecteer(bericht.toString()).fout()).contains("is geen HAR");
        assertThat(inspecteer(kop).fout()).contains("is geen bewaard antwoord");
        Path gevouwen = Files.writeString(map.resolve("gevouwen.txt"), "Digest: SHA-256=x\n vervolg\n");
        assertThat(inspecteer("--kop", gevouwen.toString(), "--bericht", bericht.toString())
                        .fout())
                .contains("regel 2 van de headers is geen header");
        Path leeg = Files.writeString(
                map.resolve("leeg.har"),
                "{\"log\":{\"entries\":[{\"response\":{\"headers\":[{\"name\":\"nlgov-adr-payload-sig\",\"value\":\"x\"}],"
                        + "\"content\":{\"size\":5}}}]}}");
        assertThat(inspecteer(leeg.toString()).fout()).contains("in de HAR staat de inhoud");
        assertThat(inspecteer("--kop", kop, "--bericht", bericht.toString(), "--moment", "gisteren")
                        .fout())
                .contains("bij --moment hoort een tijdstip");
        Path tls = sleutel.resolveSibling("tls.pem");
        assertThat(Loop.van(map, "vertrouwen", "onderteken", bericht.toString(), "--sleutel", tls.toString())
                        .fout())
                .contains("niet dat van TLS");
    }
}
