// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoekersTest {

    private static final String TRAJECT =
            "{\n  \"gemeentecode\": \"é\",\n  \"client\": [{}, {\"Postcode\": \"1234AB\"}],\n  \"a/b\": 1 }";

    @Test
    void findsSeveralFieldsInOneWalk() {
        byte[] bytes = TRAJECT.getBytes(StandardCharsets.UTF_8);
        List<VeldZoeker.Plek> plekken = VeldZoeker.zoek(
                bytes, List.of("/client/1/Postcode", "/gemeentecode", "", "/a~1b", "/client/0/Postcode", "/client"));

        assertThat(vanaf(bytes, plekken.get(0))).startsWith("\"1234AB\"");
        assertThat(vanaf(bytes, plekken.get(1))).startsWith("\"é\"");
        assertThat(vanaf(bytes, plekken.get(2))).isEqualTo(TRAJECT);
        assertThat(vanaf(bytes, plekken.get(3))).isEqualTo("1 }");
        assertThat(vanaf(bytes, plekken.get(4))).startsWith("{}, {");
        assertThat(vanaf(bytes, plekken.get(5))).startsWith("[{}");
        assertThat(plekken.get(0).regel()).isEqualTo(2);
    }

    private static String vanaf(byte[] bytes, VeldZoeker.Plek plek) {
        int begin = (int) plek.positie();
        return new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8);
    }

    @Test
    void placesAFieldInTheWholeMessage() throws IOException {
        byte[] bericht = TestBerichten.met("{}", TRAJECT).getBytes(StandardCharsets.UTF_8);
        List<Plaats> plaatsen = new ArrayList<>();
        Opvanger.LEZER.lees(() -> new ByteArrayInputStream(bericht), Plaats.begin(3), new BerichtOntvanger() {
            @Override
            public void traject(Schuldhulptraject traject, TrajectPlek plek) {
                plaatsen.add(VeldZoeker.plaats(Plaats.begin(3), plek, "/client/1/Postcode"));
            }
        });
        int positie = new String(bericht, StandardCharsets.ISO_8859_1).indexOf("\"1234AB\"");

        assertThat(plaatsen.getLast())
                .isEqualTo(new Plaats(
                        OptionalInt.of(3), "/leveringen/0/schuldhulptrajecten/1/client/1/Postcode", 3, positie));
    }

    @Test
    void showsAValueLaidOutForPeople() throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        RecordZoeker.Uitkomst uitkomst =
                RecordZoeker.toon(bron(TestBerichten.met("{}", TRAJECT)), "/leveringen/0/schuldhulptrajecten/1", uit);

        assertThat(uitkomst).isEqualTo(new RecordZoeker.Uitkomst.Getoond("/leveringen/0/schuldhulptrajecten/1"));
        assertThat(uit.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "gemeentecode" : "é",
                          "client" : [
                            { },
                            {
                              "Postcode" : "1234AB"
                            }
                          ],
                          "a/b" : 1
                        }""");
    }

    @Test
    void writesWhatCannotBeSeenAsItsEscape() throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        String tekst = "{\"a\":\"\u202elaat \ud83d\ude00 n\u00e9 \u009b2J\u2028\"}";

        assertThat(RecordZoeker.toon(bron(tekst), "/a", uit)).isEqualTo(new RecordZoeker.Uitkomst.Getoond("/a"));
        assertThat(uit.toString(StandardCharsets.UTF_8))
                .isEqualTo("\"\\u202Elaat \ud83d\ude00 n\u00e9 \\u009B2J\\u2028\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"gegevens":{"a":[{"b":2}]}} | /gegevens/a/0/b | /gegevens/a/0/b | 2
                    {"gegevens":{"a":[{"b":2}]}} | /a/0/b          | /gegevens/a/0/b | 2
                    {"a":[{"b":2}]}              | /gegevens/a/0/b | /a/0/b          | 2
                    {"a":[{"b":2}]}              | /a/0/b          | /a/0/b          | 2
                    {"a":2}                      | /gegevens       | ''              | {
                    """)
    void findsAPlaceOfAnAnswerInAFileAndTheOtherWayRound(String bericht, String pointer, String waar, String begin)
            throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();

        assertThat(RecordZoeker.toon(bron(bericht), pointer, uit)).isEqualTo(new RecordZoeker.Uitkomst.Getoond(waar));
        assertThat(uit.toString(StandardCharsets.UTF_8)).startsWith(begin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":[1]} | /a/1   | Onder "/a" staat geen "1" in dit bestand.
                    {"a":[1]} | /b     | Onder "" staat geen "b" in dit bestand.
                    {"a":[1]} | /gegevens/b | Onder "" staat geen "b" in dit bestand.
                    {"a":[1]} | /a/0/c | Onder "/a/0" staat geen "c" in dit bestand.
                    {"a":[1]} | a      | Een plaats begint met een schuine streep, zoals /leveringen/0.
                    ''        | /a     | Het bestand is leeg.
                    {"a"      | /a     | Het bestand is vóór of in deze plaats niet goed leesbaar; vraag eerst een controle zonder --toon.
                    """)
    void saysWhyAValueIsNotThere(String bericht, String pointer, String reden) throws IOException {
        assertThat(RecordZoeker.toon(bron(bericht), pointer, new ByteArrayOutputStream()))
                .isEqualTo(new RecordZoeker.Uitkomst.NietGevonden(reden));
    }

    private static Bron bron(String bericht) {
        return () -> new ByteArrayInputStream(bericht.getBytes(StandardCharsets.UTF_8));
    }
}
