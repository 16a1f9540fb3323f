// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.dienst.LogregelsContract.CBS;
import static nl.ddas.logboek.dienst.LogregelsContract.KREDIETBANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoergroep;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// What every quarantine does.
abstract class QuarantaineContract {

    static final Quarantainegrens GRENS = new Quarantainegrens(5, 10_000);

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final List<String> CODES = List.of("BSN_LIKE", "NAMESPACE_UNKNOWN");
    /// A key of an extension that may be loaded or not.
    private static final Naamruimten ZORG =
            key -> key.equals("dpl.zorg.afdeling") ? Optional.of(Naamruimten.Attribuutsoort.of(1)) : Optional.empty();

    /// Empty, with [#GRENS].
    abstract Quarantaine store();

    /// Over the same lines.
    abstract Quarantainebeheer beheer();

    private static byte[] body(String... spans) {
        return ("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\""
                        + ":\"balie\"}}]},\"scopeSpans\":[{\"spans\":[" + String.join(",", spans) + "]}]}]}")
                .getBytes(UTF_8);
    }

    /// In a spelling of its own, so that a line that was written anew would show.
    private static String span(int number, String key) {
        return "{ \"spanId\" :\"010203040506%04x\",\"traceId\":\"00112233445566778899AABBCCDDEEFF\",\"name\":\"Inzien\","
                        .formatted(number)
                + "\"endTimeUnixNano\":\"1764068470771000000\",\"startTimeUnixNano\": 1764068470669000000,"
                + "\"attributes\":[{\"key\":\"dpl.core.processing_activity_id\",\"value\":{\"stringValue\":"
                + "\"https://a.nl/7\"}},{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"noord\"}}]}";
    }

    private static List<Apart> lines(byte[] body) {
        return lines(body, Grenzen.STANDAARD);
    }

    private static List<Apart> lines(byte[] body, Grenzen grenzen) {
        try {
            Invoer.Gelezen read = (Invoer.Gelezen) Invoervorm.OTLP_JSON.read(new ByteArrayInputStream(body), grenzen);
            List<Apart> lines = new ArrayList<>();
            for (Invoergroep groep : read.groepen()) {
                groep.regels().forEach(regel -> lines.add(new Apart(CODES, groep, regel)));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Apart> line(int number) {
        return lines(body(span(number, "dpl.zorg.afdeling")));
    }

    @Test
    @Requirement("OTLP-4")
    void whatIsKeptIsThereByteForByte() {
        assertThat(store().add(CBS, NOW, lines(body(span(1, "dpl.zorg.afdeling"), "{\"spanId\":[1, 2 ]}"))))
                .isEqualTo(Quarantaine.Plaatsing.BEWAARD);
        assertThat(store().add(KREDIETBANK, NOW, line(3))).isEqualTo(Quarantaine.Plaatsing.BEWAARD);

        List<Quarantaineregel> all = beheer().list(0, 10);
        assertThat(all).extracting(Quarantaineregel::houder).containsExactly(CBS, CBS, KREDIETBANK);
        assertThat(all.getFirst()).satisfies(one -> {
            assertThat(one.codes()).isEqualTo(CODES);
            assertThat(one.vorm()).isEqualTo(Invoervorm.OTLP_JSON);
            assertThat(one.isAfgekapt()).isFalse();
            assertThat(one.ontvangen()).isEqualTo(NOW);
            assertThat(one.keren()).isOne();
            assertThat(one.opgenomen()).isEmpty();
        });
        assertThat(content(all.get(0))).contains(span(1, "dpl.zorg.afdeling"), "balie");
        assertThat(content(all.get(1))).contains("{\"spanId\":[1, 2 ]}");
        assertThat(beheer().list(all.getFirst().nummer(), 1)).containsExactly(all.get(1));
        assertThat(store().standen())
                .extracting(Quarantaine.Stand::houder, Quarantaine.Stand::regels)
                .containsExactlyInAnyOrder(tuple(CBS, 2L), tuple(KREDIETBANK, 1L));
    }

    private String content(Quarantaineregel one) {
        return new String(beheer().inhoud(one.nummer()).orElseThrow(), UTF_8);
    }

    @Test
    @Requirement({"OTLP-4", "OTLP-7"})
    void onlyTheVerySameBytesAreKeptOnceAndCounted() {
        store().add(CBS, NOW, lines(body(span(1, "dpl.zorg.afdeling"), span(1, "dpl.zorg.afdeling"))));
        store().add(CBS, LATER, line(1));
        store().add(KREDIETBANK, LATER, line(1));
        String spaced = span(1, "dpl.zorg.afdeling").replace("\"Inzien\"", " \"Inzien\"");
        store().add(CBS, LATER, lines(body(spaced)));

        List<Quarantaineregel> all = beheer().list(0, 10);
        assertThat(all).hasSize(3);
        assertThat(all.getFirst()).satisfies(one -> {
            assertThat(one.keren()).isEqualTo(3);
            assertThat(one.ontvangen()).isEqualTo(NOW);
            assertThat(one.laatst()).isEqualTo(LATER);
        });
    }

    @Test
    @Requirement("OTLP-4")
    void aLineThatIsTooLargeIsKeptCutAndMarked() {
        Grenzen small = new Grenzen(1 << 20, 100, 1_000, 8, 300);
        store().add(CBS, NOW, lines(body(span(1, "dpl.zorg." + "x".repeat(300))), small));

        Quarantaineregel one = beheer().list(0, 10).getFirst();
        assertThat(one.isAfgekapt()).isTrue();
        assertThat(one.bytes()).isPositive();
        assertThat(content(one)).startsWith("{").contains("0102030405060001");
    }

    @Test
    void moreThanOneControllerMayHaveIsRefusedWhole() {
        for (int i = 1; i <= 4; i++) {
            store().add(CBS, NOW, line(i));
        }
        assertThat(store().add(CBS, NOW, lines(body(span(5, "a"), span(6, "a")))))
                .isEqualTo(Quarantaine.Plaatsing.VOL);
        assertThat(beheer().list(0, 10)).hasSize(4);
        assertThat(store().standen()).singleElement().satisfies(stand -> assertThat(stand.vulling())
                .isEqualTo(0.8));

        assertThat(store().add(KREDIETBANK, NOW, line(1))).isEqualTo(Quarantaine.Plaatsing.BEWAARD);
        assertThat(store().add(CBS, NOW, line(5))).isEqualTo(Quarantaine.Plaatsing.BEWAARD);
        // What is there takes no room when it comes again.
        assertThat(store().add(CBS, NOW, line(5))).isEqualTo(Quarantaine.Plaatsing.BEWAARD);
        assertThat(store().add(KREDIETBANK, NOW, lines(body(span(2, "a".repeat(10_000))))))
                .isEqualTo(Quarantaine.Plaatsing.VOL);
    }

    @Test
    void whatIsOldLeavesAndMakesRoom() {
        for (int i = 1; i <= 5; i++) {
            store().add(CBS, i < 4 ? NOW : LATER, line(i));
        }
        store().add(CBS, LATER, line(1));
        beheer().takenUp(beheer().list(0, 10).get(1).nummer(), NOW);

        assertThat(store().removeBefore(LATER)).isEqualTo(2);
        assertThat(beheer().list(0, 10)).hasSize(3);
        assertThat(store().standen().getFirst().regels()).isEqualTo(3);
        assertThat(store().add(CBS, LATER, lines(body(span(6, "a"), span(7, "a")))))
                .isEqualTo(Quarantaine.Plaatsing.BEWAARD);
        assertThat(store().removeBefore(LATER.plusSeconds(1))).isEqualTo(5);
        assertThat(store().standen()).isEmpty();
    }

    @Test
    @Requirement("OTLP-4")
    void whatIsRightNowIsTakenUpOnceAndForgottenHere() {
        GeheugenLogregels log = new GeheugenLogregels(new SecureRandom());
        store().add(CBS, NOW, lines(body(span(1, "dpl.zorg.afdeling"), span(2, "dpl.elders.afdeling"))));
        store().add(KREDIETBANK, NOW, line(3));

        assertThat(again(log, Naamruimten.GEEN)).isEqualTo(Map.of(Herkansing.Uitkomst.NOG_FOUT, 3));
        assertThat(beheer().list(0, 1).getFirst().codes()).startsWith("NAMESPACE_UNKNOWN");
        assertThat(again(log, ZORG))
                .isEqualTo(Map.of(Herkansing.Uitkomst.OPGENOMEN, 2, Herkansing.Uitkomst.NOG_FOUT, 1));
        assertThat(again(log, ZORG)).isEqualTo(Map.of(Herkansing.Uitkomst.NOG_FOUT, 1));

        assertThat(log.search(CBS, LogregelsContract.ALLES).regels()).hasSize(1);
        assertThat(log.search(KREDIETBANK, LogregelsContract.ALLES).regels()).hasSize(1);
        Quarantaineregel done = beheer().list(0, 10).getFirst();
        assertThat(done.opgenomen()).isPresent();
        assertThat(done.bytes()).isZero();
        assertThat(beheer().inhoud(done.nummer())).isEmpty();
        assertThat(store().standen()).singleElement().satisfies(stand -> assertThat(stand.regels())
                .isOne());
    }

    @Test
    @Requirement("OTLP-7")
    void aReplayThatBrokeOffAfterTheLogFindsTheLineThere() {
        GeheugenLogregels log = new GeheugenLogregels(new SecureRandom());
        store().add(CBS, NOW, line(1));
        again(log, ZORG);
        // It comes again, and waits again, while the log has it.
        store().add(CBS, LATER, line(1));

        assertThat(again(log, ZORG)).isEqualTo(Map.of(Herkansing.Uitkomst.STOND_ER_AL, 1));
        assertThat(log.search(CBS, LogregelsContract.ALLES).regels()).hasSize(1);
        assertThat(beheer().list(0, 10).getFirst().keren()).isEqualTo(2);
    }

    private Map<Herkansing.Uitkomst, Integer> again(Logregels log, Naamruimten naamruimten) {
        Regeltoets toets = new Regeltoets(Toetsbeleid.STRIKT, naamruimten, Verwerkingsactiviteiten.ONBEKEND);
        return new Herkansing(beheer(), log, toets, Grenzen.STANDAARD, Clock.fixed(LATER, ZoneOffset.UTC)).run();
    }
}
