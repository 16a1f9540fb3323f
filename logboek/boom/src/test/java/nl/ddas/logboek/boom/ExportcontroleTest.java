// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.ddas.logboek.boom.Boombevinding.Soort;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody can do to a log, and that it shows.
class ExportcontroleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");

    private static List<String> lines(byte[] export) {
        return new ArrayList<>(
                new String(export, StandardCharsets.UTF_8).lines().toList());
    }

    private static byte[] file(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Index in the file of the line with this leaf.
    private static int at(List<String> lines, int nummer) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("{\"nr\":" + nummer + ","))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> found(Boomuitslag uitslag) {
        return uitslag.bevindingen().stream()
                .map(one -> one.soort() + (one.nummer() < 0 ? "" : " " + one.nummer()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 700, 66_000})
    void aLogThatNobodyTouchedIsGood(int size) throws IOException {
        Prooflog log = Prooflog.of(size);
        Boomuitslag uitslag = log.check(log.export());
        assertThat(found(uitslag)).isEmpty();
        assertThat(uitslag.telling()).isEqualTo(new Boomuitslag.Telling(true, size, 0, 0, 0));
        assertThat(uitslag.bewezen()).contains("Het checkpoint is ondertekend door dit logboek.");
    }

    @Property(tries = 60)
    @Requirement("LDV-L21")
    void oneFlippedBitOfALineIsFoundWithItsNumber(@ForAll @IntRange(min = 1, max = 700) int size, @ForAll long chance)
            throws IOException {
        Prooflog log = Prooflog.of(size);
        Random random = new Random(chance);
        int nummer = random.nextInt(size);
        List<String> lines = lines(log.export());
        int at = at(lines, nummer);
        byte[] vorm = ("line " + nummer).getBytes(StandardCharsets.UTF_8);
        byte[] other = vorm.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        lines.set(at, lines.get(at).replace(base64(vorm), base64(other)));
        Boomuitslag uitslag = log.check(file(lines));
        assertThat(found(uitslag)).containsExactly("GEWIJZIGD " + nummer);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Property(tries = 60)
    @Requirement("LDV-L21")
    void oneRemovedRowIsFoundWithItsNumber(@ForAll @IntRange(min = 1, max = 700) int size, @ForAll long chance)
            throws IOException {
        Prooflog log = Prooflog.of(size);
        int nummer = new Random(chance).nextInt(size);
        List<String> lines = lines(log.export());
        lines.remove(at(lines, nummer));
        lines.set(lines.size() - 1, "{\"einde\":" + (size - 1) + "}");
        assertThat(found(log.check(file(lines)))).containsExactly("ONTBREEKT " + nummer);
    }

    /// A tile that was held against the signed root, and another one in its place afterwards.
    @Test
    @Requirement("LDV-L21")
    void aSecondCopyOfATileCoversNoChange() throws IOException {
        Prooflog log = Prooflog.of(10);
        List<String> lines = lines(log.export());
        int at = at(lines, 3);
        byte[] other = "line X".getBytes(StandardCharsets.UTF_8);
        lines.set(at, lines.get(at).replace(base64("line 3".getBytes(StandardCharsets.UTF_8)), base64(other)));
        int tile = IntStream.range(0, at)
                .filter(i -> lines.get(i).startsWith("{\"tegel\":\"tile/0/"))
                .findFirst()
                .orElseThrow();
        lines.add(tile + 1, lines.get(tile));
        assertThat(found(log.check(file(lines)))).contains("TEGEL", "GEWIJZIGD 3");
    }

    @Test
    @Requirement("LDV-L21")
    void aRemovedRowIsFoundWhenTheOthersMoveUp() throws IOException {
        Prooflog log = Prooflog.of(300);
        List<String> lines = lines(log.export());
        int at = at(lines, 290);
        for (int nummer = 290; nummer < 299; nummer++) {
            String next = lines.get(at + nummer - 290 + 1);
            lines.set(at + nummer - 290, next.replace("{\"nr\":" + (nummer + 1), "{\"nr\":" + nummer));
        }
        lines.remove(at(lines, 298) + 1);
        lines.set(lines.size() - 1, "{\"einde\":299}");
        assertThat(found(log.check(file(lines))))
                .contains("ONTBREEKT 290", "VERPLAATST 290", "VERPLAATST 298")
                .doesNotContain("GEWIJZIGD 290")
                .hasSize(10);
    }

    @Property(tries = 60)
    @Requirement("LDV-L21")
    void twoSwappedRowsAreFoundAndToldWhereTheyBelong(
            @ForAll @IntRange(min = 2, max = 700) int size, @ForAll long chance) throws IOException {
        Prooflog log = Prooflog.of(size);
        Random random = new Random(chance);
        int one = random.nextInt(size);
        int two = (one + 1 + random.nextInt(size - 1)) % size;
        List<String> lines = lines(log.export());
        String first = lines.get(at(lines, one));
        String second = lines.get(at(lines, two));
        lines.set(at(lines, one), second.replace("{\"nr\":" + two, "{\"nr\":" + one));
        lines.set(lines.lastIndexOf(second), first.replace("{\"nr\":" + one, "{\"nr\":" + two));
        Boomuitslag uitslag = log.check(file(lines));
        assertThat(found(uitslag)).containsExactlyInAnyOrder("VERPLAATST " + one, "VERPLAATST " + two);
        assertThat(uitslag.bevindingen()).anySatisfy(finding -> assertThat(finding.melding())
                .contains("trace " + two)
                .endsWith("op plaats " + two + " hoort."));
    }

    @Test
    void rowsThatOnlyStandInAnotherOrderInTheFileAreSaidSo() throws IOException {
        Prooflog log = Prooflog.of(20);
        List<String> lines = lines(log.export());
        Collections.swap(lines, at(lines, 5), at(lines, 6));
        assertThat(found(log.check(file(lines)))).containsExactly("VOLGORDE 5");
    }

    @Test
    void anAddedLineBelongsNowhere() throws IOException {
        Prooflog log = Prooflog.of(300);
        List<String> lines = lines(log.export());
        String extra = lines.get(at(lines, 299));
        lines.add(lines.size() - 1, extra.replace("{\"nr\":299", "{\"nr\":300"));
        lines.add(lines.size() - 1, extra);
        lines.set(lines.size() - 1, "{\"einde\":302}");
        assertThat(found(log.check(file(lines)))).containsExactly("TOEGEVOEGD 300", "TOEGEVOEGD 299");
    }

    @Test
    void aFileThatBreaksOffIsFound() throws IOException {
        Prooflog log = Prooflog.of(600);
        List<String> lines = lines(log.export());
        List<String> shorter = lines.subList(0, at(lines, 400));
        assertThat(found(log.check(file(shorter)))).contains("AFGEBROKEN", "ONTBREEKT 512", "ONTBREEKT 400");
        byte[] whole = file(lines);
        for (int length : new int[] {0, 1, 100, whole.length - 5}) {
            assertThat(log.check(Arrays.copyOf(whole, length)).isGoed())
                    .as(length + " bytes")
                    .isFalse();
        }
    }

    @Test
    void historyThatWasRewrittenNeedsAnotherCheckpointAndThatShows() throws IOException {
        Prooflog log = Prooflog.of(300);
        SignedNote kept = log.checkpoint();
        Prooflog forged = forgery(log, 300);
        Houvast houvast = new Houvast(List.of(log.signer.verifier()), List.of(), Optional.of(kept));
        SignedNote resigned =
                log.signer.sign(forged.boom.checkpoint(Prooflog.ORIGIN).text());
        byte[] export =
                forged.export(new Export.Hoofd(resigned, Optional.empty(), List.of(), List.of()), true, _ -> true);
        assertThat(found(log.check(export)))
                .as("its own administrator can sign")
                .isEmpty();
        assertThat(found(log.check(export, houvast))).containsExactly("VORIGE");
        assertThat(found(forged.check(log.export()))).as("another key").containsExactly("HANDTEKENING");
    }

    private static Prooflog forgery(Prooflog log, int size) {
        Prooflog forged = new Prooflog();
        for (int i = 0; i < size; i++) {
            forged.add(i == 17 ? "line 999" : "line " + i);
        }
        assertThat(forged.boom.rand.root()).isNotEqualTo(log.boom.rand.root());
        return forged;
    }

    @Test
    void theTreeOfAnotherCheckpointIsFound() throws IOException {
        Prooflog log = Prooflog.of(300);
        byte[] export = forgery(log, 300)
                .export(new Export.Hoofd(log.checkpoint(), Optional.empty(), List.of(), List.of()), true, _ -> true);
        assertThat(found(log.check(export))).containsExactly("WORTEL");
    }

    @Test
    void aCheckpointThatWasKeptIsABeginningOrTheTreeWasCutOff() throws IOException {
        Prooflog log = Prooflog.of(300);
        SignedNote at300 = log.checkpoint();
        byte[] old = log.export();
        IntStream.range(300, 900).forEach(i -> log.add("line " + i));
        SignedNote at900 = log.checkpoint();
        Houvast with300 = new Houvast(List.of(log.signer.verifier()), List.of(), Optional.of(at300));
        Houvast with900 = new Houvast(List.of(log.signer.verifier()), List.of(), Optional.of(at900));
        Boomuitslag good = log.check(log.export(), with300);
        assertThat(found(good)).isEmpty();
        assertThat(good.bewezen())
                .contains(
                        "Het checkpoint dat u eerder bewaarde (300 bladeren) is ongewijzigd het begin van deze boom.");
        assertThat(found(log.check(log.export(), with900))).isEmpty();
        assertThat(found(log.check(old, with900))).containsExactly("VORIGE");
    }

    @Test
    void aWitnessMustHaveSignedThisTree() throws IOException {
        Prooflog log = Prooflog.of(300);
        SignedNote mine = log.checkpoint();
        SignedNote cosigned = mine.with(List.of(log.getuige.cosign(mine.text(), NOW)));
        Houvast houvast = new Houvast(List.of(log.signer.verifier()), List.of(log.getuige.witness()), Optional.empty());
        Export.Hoofd both = new Export.Hoofd(cosigned, Optional.empty(), List.of(), List.of());
        Boomuitslag good = log.check(log.export(both, true, _ -> true), houvast);
        assertThat(found(good)).isEmpty();
        assertThat(good.bewezen())
                .contains(
                        "Getuige logboek.cbs.voorbeeld.nl/getuige heeft op 22 november 2026, 18:00:00 (Nederlandse tijd) de"
                                + " boom van 300 bladeren medeondertekend.");
        assertThat(found(log.check(log.export(), houvast))).containsExactly("GETUIGE");

        IntStream.range(300, 400).forEach(i -> log.add("line " + i));
        Export.Hoofd older = new Export.Hoofd(log.checkpoint(), Optional.of(cosigned), List.of(), List.of());
        assertThat(found(log.check(log.export(older, true, _ -> true), houvast)))
                .isEmpty();
        assertThat(found(log.check(log.export(older, false, i -> i == 3), houvast)))
                .isEmpty();

        Prooflog forged = forgery(log, 400);
        SignedNote resigned =
                log.signer.sign(forged.boom.checkpoint(Prooflog.ORIGIN).text());
        Export.Hoofd fork = new Export.Hoofd(resigned, Optional.of(cosigned), List.of(), List.of());
        assertThat(found(log.check(forged.export(fork, true, _ -> true), houvast)))
                .containsExactly("VORIGE");
        assertThat(found(log.check(forged.export(fork, false, i -> i == 3), houvast)))
                .containsExactly("VORIGE");
    }

    @Test
    void aSelectionIsProvenWithoutTheOtherLines() throws IOException {
        Prooflog log = Prooflog.of(70_000);
        Export.Hoofd hoofd = new Export.Hoofd(log.checkpoint(), Optional.empty(), List.of(), List.of());
        byte[] export = log.export(hoofd, false, i -> i == 300 || i == 69_999);
        Boomuitslag uitslag = log.check(export);
        assertThat(found(uitslag)).isEmpty();
        assertThat(uitslag.telling()).isEqualTo(new Boomuitslag.Telling(false, 2, 0, 256 + 112 - 2, 0));
        assertThat(export.length).isLessThan(200_000);
    }

    @Test
    void aLineThatWasKeptLongEnoughIsProvenAndOneThatJustWentIsFound() throws IOException {
        Prooflog log = Prooflog.of(600);
        log.add("removed 10 to 20");
        log.remove(10, 20);
        Boomuitslag good = log.check(log.export());
        assertThat(found(good)).isEmpty();
        assertThat(good.telling()).isEqualTo(new Boomuitslag.Telling(true, 590, 10, 0, 1));
        assertThat(good.bewezen()).contains("Van 10 regels is de inhoud vernietigd; dat staat in het logboek zelf.");

        log.remove(25, 26);
        assertThat(found(log.check(log.export()))).containsExactly("WEG_ZONDER_BEWIJS 25");
    }

    @Test
    void aRecordOfRemovalThatIsNotInTheTreeProvesNothing() throws IOException {
        Prooflog log = Prooflog.of(600);
        log.add("removed 10 to 11");
        log.remove(10, 12);
        List<String> lines = lines(log.export());
        int at = at(lines, 600);
        byte[] old = "removed 10 to 11".getBytes(StandardCharsets.UTF_8);
        byte[] wider = "removed 10 to 12".getBytes(StandardCharsets.UTF_8);
        lines.set(at, lines.get(at).replace(base64(old), base64(wider)));
        assertThat(found(log.check(file(lines)))).containsExactlyInAnyOrder("GEWIJZIGD 600", "WEG_ZONDER_BEWIJS 10");
    }

    @Test
    void anyChangedByteInTheFileIsFound() throws IOException {
        Prooflog log = Prooflog.of(10);
        SignedNote mine = log.checkpoint();
        SignedNote cosigned = mine.with(List.of(log.getuige.cosign(mine.text(), NOW)));
        Houvast houvast =
                new Houvast(List.of(log.signer.verifier()), List.of(log.getuige.witness()), Optional.of(mine));
        byte[] good = log.export(new Export.Hoofd(cosigned, Optional.empty(), List.of(), List.of()), true, _ -> true);
        assertThat(log.check(good, houvast).isGoed()).isTrue();
        int end = good.length - 1;
        for (int i = 0; i < end; i += 3) {
            byte[] wrong = good.clone();
            wrong[i] = (byte) (good[i] == 'x' ? 'y' : 'x');
            String around =
                    new String(good, Math.max(0, i - 20), Math.min(30, good.length - i), StandardCharsets.UTF_8);
            // Names and empty lists of keys prove nothing.
            if (!around.contains("sleutels") && !around.contains("getuigen")) {
                assertThat(log.check(wrong, houvast).isGoed())
                        .as("byte " + i + " in " + around)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsNoExportIsSaidSo() throws IOException {
        Prooflog log = Prooflog.of(1);
        assertThat(found(log.check("{}".getBytes(StandardCharsets.UTF_8)))).contains("ONLEESBAAR");
        assertThat(found(log.check(new byte[0]))).contains("ONLEESBAAR");
        assertThat(Soort.values()).hasSize(13);
    }
}
