// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.boom.Bladbron;
import nl.ddas.logboek.boom.Boomrand;
import nl.ddas.logboek.boom.Checkpoint;
import nl.ddas.logboek.boom.Export;
import nl.ddas.logboek.boom.Merkle;
import nl.ddas.logboek.boom.NoteSigner;
import nl.ddas.logboek.boom.SignedNote;
import nl.ddas.logboek.boom.Tegel;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ddas logboek controleer` on a file, as an auditor uses it.
class LogboekControleerTest {

    private static final String ORIGIN = "logboek.voorbeeld.nl/00000001234567890000";

    @TempDir
    private Path map;

    private final NoteSigner sleutel = NoteSigner.draw(ORIGIN, new SecureRandom());
    private Path export = Path.of("");
    private Path vorige = Path.of("");

    @BeforeEach
    void anExport() throws IOException {
        export = map.resolve("logboek.jsonl");
        vorige = map.resolve("checkpoint");
        Files.write(export, export(400, "x"));
        Files.writeString(vorige, note(rand(300, "x", new HashMap<>())).tekst());
    }

    private static byte[] vorm(int nummer, String extra) {
        return ("regel " + nummer + (nummer == 17 ? extra : "")).getBytes(UTF_8);
    }

    private static Boomrand rand(int size, String extra, Map<Tegel, byte[]> vol) {
        Boomrand rand = new Boomrand();
        for (int i = 0; i < size; i++) {
            rand.add(Merkle.leaf(Verbintenis.of(new byte[Verbintenis.ZOUT], vorm(i, extra))), vol::put);
        }
        return rand;
    }

    private SignedNote note(Boomrand rand) {
        return sleutel.sign(new Checkpoint(ORIGIN, rand.size(), rand.root()).text());
    }

    private byte[] export(int size, String extra) throws IOException {
        Map<Tegel, byte[]> vol = new HashMap<>();
        Boomrand rand = rand(size, extra, vol);
        Bladbron bladen = new Bladbron() {
            @Override
            public List<String> logs() {
                return List.of("1");
            }

            @Override
            public byte[] read(String log, long from, int count) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                for (int i = (int) from; i < Math.min(size, from + count); i++) {
                    all.writeBytes(Verbintenis.of(new byte[Verbintenis.ZOUT], vorm(i, extra)));
                }
                return all.toByteArray();
            }
        };
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Export made = Export.begin(
                new Export.Boom(
                        tegel -> Arrays.copyOf(vol.getOrDefault(tegel, rand.rij(tegel.niveau())), tegel.breedte() * 32),
                        bladen,
                        "1"),
                new Export.Hoofd(note(rand), Optional.empty(), List.of(sleutel.verifier()), List.of()),
                true,
                file);
        for (int i = 0; i < size; i++) {
            made.regel(i, new byte[Verbintenis.ZOUT], vorm(i, extra));
        }
        made.end();
        return file.toByteArray();
    }

    private Loop controleer(String... woorden) {
        return Loop.van(
                map,
                Stream.concat(Stream.of("logboek", "controleer"), Stream.of(woorden))
                        .toArray(String[]::new));
    }

    private static JsonObject json(Loop loop) {
        return JsonReading.of(loop.uit().getBytes(UTF_8)) instanceof JsonReading.Read(JsonObject document)
                ? document
                : JsonObject.EMPTY;
    }

    @Test
    void aSoundLogIsGoodAndSaysWhatIsProven() {
        Loop loop = controleer(
                export.toString(), "--sleutel", sleutel.verifier().toString(), "--vorige", vorige.toString());
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
        assertThat(loop.uit().replaceAll("\\s+", " "))
                .contains(
                        "Dit logboek klopt",
                        ORIGIN,
                        "400 bladeren",
                        "dat is alles.",
                        "ondertekend door dit logboek",
                        "Het checkpoint dat u eerder bewaarde (300 bladeren)");
        assertThat(loop.fout()).isEmpty();
    }

    @Test
    void withoutAKeyItSaysThatTheFileVouchesForItself() {
        Loop loop = controleer(export.toString());
        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).contains("--sleutel", "--getuige");
    }

    @Test
    @Requirement("LDV-L21")
    void aFlippedByteARemovedRowAndASwapAreToldWithTheirNumbers() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(export));
        int first = lines.size() - 1 - 400;
        String five = lines.get(first + 5);
        String six = lines.get(first + 6);
        assertThat(five).startsWith("{\"nr\":5,");
        lines.set(first + 5, six.replace("\"nr\":6", "\"nr\":5"));
        lines.set(first + 6, five.replace("\"nr\":5", "\"nr\":6"));
        lines.set(first + 20, lines.get(first + 20).replace("cmVnZWwg", "cmVnZWxh"));
        Files.write(export, lines);
        Loop loop = controleer(export.toString(), "--json");
        assertThat(loop.uitgang()).isEqualTo(1);
        JsonObject verslag = json(loop);
        assertThat(verslag.text("status")).contains("FOUT");
        assertThat(verslag.object("aantallen").orElseThrow().toBytes())
                .asString(UTF_8)
                .isEqualTo("{\"GEWIJZIGD\":1,\"VERPLAATST\":2}");

        lines.remove(first + 30);
        Files.write(export, lines);
        assertThat(controleer(export.toString()).uit().replaceAll("\\s+", " "))
                .contains("Dit logboek klopt niet.", "Regel 20", "Op plaats 5 staat de regel", "Regel 30 ontbreekt");
    }

    @Test
    void historyRewrittenByItsOwnAdministratorShowsByTheCheckpointOfBefore() throws IOException {
        Files.write(export, export(400, "y"));
        Loop loop = controleer(
                export.toString(), "--sleutel", sleutel.verifier().toString(), "--vorige", vorige.toString());
        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit().replaceAll("\\s+", " ")).contains("wat toen was vastgelegd, is daarna herschreven");
    }

    @Test
    void aKeyOfAnotherLogOrAWitnessThatDidNotSignIsAFinding() throws IOException {
        NoteSigner ander = NoteSigner.draw("ander.nl", new SecureRandom());
        Path sleutels = Files.writeString(map.resolve("sleutels"), "# van CBS\n" + ander.verifier() + "\n");
        Loop loop = controleer(
                export.toString(),
                "--sleutel",
                sleutels.toString(),
                "--getuige",
                ander.witness().toString());
        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit().replaceAll("\\s+", " "))
                .contains("niet ondertekend met een sleutel van dit logboek", "Getuige ander.nl heeft deze boom niet");
    }

    @Test
    void whatMakesNoSenseIsSaidAndIsStatusTwo() throws IOException {
        assertThat(controleer("geen.jsonl").uitgang()).isEqualTo(2);
        Loop sleutelFout = controleer(export.toString(), "--sleutel", "a+b+c");
        assertThat(sleutelFout.uitgang()).isEqualTo(2);
        assertThat(sleutelFout.fout()).contains("naam+hash+sleutel");
        Loop geenCheckpoint = controleer(export.toString(), "--vorige", export.toString());
        assertThat(geenCheckpoint.uitgang()).isEqualTo(2);
        assertThat(geenCheckpoint.fout()).contains("geen checkpoint");
        BadInputTest.assertCalm(sleutelFout);
    }

    @Test
    void aFileThatIsNoExportIsAFinding() throws IOException {
        Files.writeString(export, "{\"a\":1}\n");
        Loop loop = controleer(export.toString());
        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit())
                .contains("Dit is niet te controleren.", "geen export van een logboek")
                .doesNotContain("logboek klopt", "--sleutel");
    }
}
