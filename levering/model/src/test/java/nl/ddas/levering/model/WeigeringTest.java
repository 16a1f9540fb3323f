// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is no message at all: a clear outcome with its place, never an exception.
@Requirement("S21")
class WeigeringTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                 | 0  | het bestand is leeg
                    '  '                               | 2  | het bestand is leeg
                    {"leveringen":                     | 14 | het bestand houdt te vroeg op
                    {"leveringen":[{                   | 16 | het bestand houdt te vroeg op
                    {"leveringen":[{"teller":1         | 26 | het bestand houdt te vroeg op
                    {"teller":1} x                     | 13 | na het einde van het bericht staat nog iets
                    {"teller":1}{}                     | 12 | na het einde van het bericht staat nog iets
                    {"x":1,"y":2,"x":3}                | 13 | dit veld staat twee keer in hetzelfde object
                    {"leveringen":1,"leveringen":2}    | 16 | dit veld staat twee keer in hetzelfde object
                    {"x":1e999999}                     | 5  | dit getal heeft meer dan 1.000 tekens of een exponent boven 999
                    {"leveringen":[{"teller":1e9999}]} | 25 | dit getal heeft meer dan 1.000 tekens of een exponent boven 999
                    {"x":1,}                           | 7  | hier hoort een veldnaam tussen dubbele aanhalingstekens; staat er een komma te veel?
                    {"x" 1}                            | 5  | hier ontbreekt een dubbele punt na de veldnaam
                    [1 2]                              | 3  | hier ontbreekt een komma
                    [01]                               | 2  | dit getal is niet goed geschreven
                    ["\\q"]                            | 3  | na een schuine streep \\ staat een teken dat daar niet mag
                    [1]]                               | 3  | na het einde van het bericht staat nog iets
                    [1}                                | 2  | dit haakje sluit iets wat niet open staat
                    [NaN]                              | 4  | hier staat iets dat geen JSON is
                    """)
    void refusesWhatIsNoJsonAtItsPlace(String tekst, long positie, String fout) {
        Lezing.GeenJson lezing = Opvanger.lees(tekst).geenJson();

        assertThat(lezing.fout()).isEqualTo(fout);
        assertThat(lezing.plaats().positie()).isEqualTo(positie);
        assertThat(lezing.kolom()).isEqualTo(positie + 1);
        assertThat(lezing.grens()).isEqualTo(fout.contains("exponent"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"x":NaN}                        | /x
                    {"y":1,"x":NaN}                  | /x
                    {"x":{"y":tru}}                  | /x/y
                    {"leveringen":[{"teller":+1}]}   | /leveringen/0/teller
                    {"x":[tru]}                      | /x/0
                    {"x":[1,{},NaN]}                 | /x/2
                    {"x":[1 2]}                      | /x/1
                    {"x":[[1],[2,+3]]}               | /x/1/1
                    """)
    void pointsAtTheValueThatItCouldNotRead(String tekst, String pointer) {
        assertThat(Opvanger.lees(tekst).geenJson().plaats().pointer()).isEqualTo(pointer);
    }

    @Test
    void pointsAtTheObjectOfANameThatIsTooLong() {
        String tekst = "{\"leveringen\":[{\"teller\":1,\"" + "n".repeat(2_000) + "\":1}]}";

        assertThat(Opvanger.lees(tekst).geenJson().plaats().pointer()).isEqualTo("/leveringen/0");
    }

    static Stream<Arguments> teVeel() {
        return Stream.of(
                Arguments.of(
                        "[".repeat(70) + "]".repeat(70), "hier zijn meer dan 64 objecten en lijsten in elkaar gezet"),
                Arguments.of("{\"x\":" + "[".repeat(70), "hier zijn meer dan 64 objecten en lijsten in elkaar gezet"),
                Arguments.of(
                        "[1" + "0".repeat(1_200) + "]",
                        "dit getal heeft meer dan 1.000 tekens of een exponent boven 999"),
                Arguments.of("{\"" + "n".repeat(2_000) + "\":1}", "deze veldnaam is langer dan 1.000 tekens"),
                Arguments.of(
                        "{\"codeGegevensleverancier\":\"" + "t".repeat(200_000) + "\"}",
                        "deze tekst is langer dan 100.000 tekens"),
                Arguments.of(velden(6_000), "hier staan meer dan 5.000 onbekende velden bij elkaar"),
                Arguments.of(
                        TestBerichten.met("{\"schulden\":[" + "{},".repeat(600_000) + "{}]}"),
                        "dit onderdeel is groter dan 1 MB"),
                Arguments.of(
                        "{\"leveringen\":[{\"aanleverende_organisatie\":{\"contactpersonen\":[" + "{},".repeat(600_000)
                                + "{}]}}]}",
                        "dit onderdeel is groter dan 1 MB"));
    }

    private static String velden(int aantal) {
        StringBuilder bericht = new StringBuilder("{\"x\":{");
        for (int i = 0; i < aantal; i++) {
            bericht.append("\"v").append(i).append("\":1,");
        }
        return bericht.append("\"eind\":1}}").toString();
    }

    @ParameterizedTest
    @MethodSource("teVeel")
    void refusesWhatIsAbsurd(String bericht, String fout) {
        Lezing.GeenJson lezing = Opvanger.lees(bericht).geenJson();

        assertThat(lezing.fout()).isEqualTo(fout);
        assertThat(lezing.grens()).isTrue();
    }

    @Test
    void handsOverWhatStandsBeforeACutAndNothingMore() {
        String heel = TestBerichten.met("{\"gemeentecode\":\"0518\"}", "{\"gemeentecode\":\"0363\"}");
        Opvanger opvanger = Opvanger.lees(heel.substring(0, heel.length() - 6));

        assertThat(opvanger.trajecten).hasSize(1);
        assertThat(opvanger.lezing.aantallen()).isEqualTo(new Lezing.Aantallen(1, 1, 0, 0));
        assertThat(opvanger.geenJson().fout()).isEqualTo("het bestand houdt te vroeg op");
        assertThat(opvanger.geenJson().plaats().pointer()).startsWith("/leveringen/0/schuldhulptrajecten/1");
    }

    @Test
    void namesTheLineOfAFaultFurtherDown() {
        Lezing.GeenJson lezing =
                Opvanger.lees("{\n  \"x\": 1,\r\n  \"y\": tru\n}").geenJson();

        assertThat(lezing.plaats().regel()).isEqualTo(3);
        assertThat(lezing.kolom()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"80", "C0 80", "C3", "E0 80 80", "ED A0 80", "F4 90 80 80", "F5 80 80 80", "E2 82", "FF", "F0 8F BF BF"
    })
    void refusesBytesThatAreNoUtf8AtTheFirst(String bytes) {
        String voor = TestBerichten.met("{\"gemeentecode\":\"0518\"}", "{\"omschrijving\":\"é");
        byte[] begin = voor.substring(0, voor.length() - 4).getBytes(StandardCharsets.UTF_8);
        byte[] slecht = HexFormat.ofDelimiter(" ").parseHex(bytes);
        byte[] bericht = Arrays.copyOf(begin, begin.length + slecht.length + 40);
        System.arraycopy(slecht, 0, bericht, begin.length, slecht.length);
        Arrays.fill(bericht, begin.length + slecht.length, bericht.length, (byte) ' ');
        Opvanger opvanger = Opvanger.lees(bericht);

        assertThat(opvanger.lezing).isInstanceOf(Lezing.GeenUtf8.class);
        assertThat(((Lezing.GeenUtf8) opvanger.lezing).plaats().positie()).isEqualTo(begin.length);
        assertThat(opvanger.trajecten).hasSize(1);
    }

    @Test
    void refusesACharacterThatTheEndCutsInTwo() {
        byte[] bericht = {'[', '"', (byte) 0xE2, (byte) 0x82};

        Lezing.GeenUtf8 lezing = (Lezing.GeenUtf8) Opvanger.lees(bericht).lezing;

        assertThat(lezing.plaats().positie()).isEqualTo(2);
    }

    @Test
    void passesOnAnErrorOfTheSource() {
        Bron kapot = () -> new InputStream() {
            private final InputStream begin = new ByteArrayInputStream("{\"x\":".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                throw new IOException("expected reads of more bytes");
            }

            @Override
            public int read(byte[] doel, int plek, int lengte) throws IOException {
                int aantal = begin.read(doel, plek, lengte);
                if (aantal < 0) {
                    throw new IOException("connection lost");
                }
                return aantal;
            }
        };

        assertThatIOException()
                .isThrownBy(() -> Opvanger.LEZER.lees(kapot, new BerichtOntvanger() {}))
                .withMessage("connection lost");
    }

    @Test
    void passesOnWhatTheReceiverThrows() {
        BerichtOntvanger boos = new BerichtOntvanger() {
            @Override
            public void kop(Kop kop) {
                throw new IllegalStateException("receiver");
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Opvanger.LEZER.lees(
                        () -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), boos))
                .withMessage("receiver");
    }
}
