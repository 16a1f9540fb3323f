// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who sees what.
class ToegangTest {

    private static final String BALIE = "https://balie.gemeente.nl/aanvragen";

    private final Proeflog log = new Proeflog();

    private static JsonObject question(Leesrecht recht) {
        return switch (recht) {
            case TRACE, CONFIDENTIAL, QUARANTINE -> Proeflog.trace();
            case ACTIVITY -> Proeflog.activity(Proefregel.ACTIVITEIT);
            case SUBJECT -> Proeflog.subject("pseudoniem-1");
        };
    }

    @Test
    @Requirement("READ-10")
    void aStrangerHearsThatHeIsNotKnown() {
        log.lezer = Optional.empty();

        Proeflog.Antwoord answer = log.ask(Proeflog.trace());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().first("WWW-Authenticate")).isPresent();
        assertThat(log.ask("geen JSON").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACE", "ACTIVITY", "SUBJECT"})
    @Requirement("READ-10")
    void eachWayOfSearchingHasARightOfItsOwn(Leesrecht recht) {
        log.add(Proefregel.of(1).about("pseudoniem-1"));
        log.lezer = Proeflog.eigen(recht);
        assertThat(log.ask(question(recht)).spans()).hasSize(1);

        Leesrecht[] others =
                Set.of(Leesrecht.values()).stream().filter(one -> one != recht).toArray(Leesrecht[]::new);
        log.lezer = Proeflog.eigen(others);
        Proeflog.Antwoord refused = log.ask(question(recht));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains(recht.naam());
        // The narrower question needs both.
        assertThat(log.ask(Proeflog.activity(Proefregel.ACTIVITEIT)
                                .with("traceId", Proefregel.TRACE.hex())
                                .with("dpl.core.data_subject_id", "pseudoniem-1"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Requirement("READ-11")
    void anotherOrganisationSeesOfATraceOnlyWhatItCalledFor() {
        log.add(
                Proefregel.of(1).calledBy(BALIE),
                Proefregel.of(2).calledBy(BALIE + "/nieuw"),
                Proefregel.of(3).calledBy("https://balie.gemeente.nl/aanvragen-van-een-ander"),
                Proefregel.of(4).calledBy("https://elders.nl"),
                Proefregel.of(5),
                Proefregel.of(6).calledBy(BALIE).secret());
        log.lezer = Optional.of(new Lezer.Ander(Proeflog.HOUDER, "00000099000000000002", List.of(BALIE)));

        Proeflog.Antwoord answer = log.ask(Proeflog.trace());
        assertThat(answer.spans()).containsExactly(Proeflog.span(1), Proeflog.span(2));
        assertThat(answer.text()).doesNotContain("zaaksysteem");
    }

    @Test
    @Requirement("READ-11")
    void anotherOrganisationAsksByTraceOnly() {
        log.lezer = Optional.of(new Lezer.Ander(Proeflog.HOUDER, "00000099000000000002", List.of(BALIE)));

        assertThat(log.ask(Proeflog.activity(Proefregel.ACTIVITEIT)).status()).isEqualTo(403);
        assertThat(log.ask(Proeflog.subject("pseudoniem-1")).status()).isEqualTo(403);
        assertThat(log.ask(Proeflog.subject("pseudoniem-1").with("traceId", Proefregel.TRACE.hex()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Requirement("READ-11")
    void nobodyReadsTheLogOfAnotherController() {
        log.add(Proefregel.of(1));
        log.lezer = Optional.of(
                new Lezer.Eigen(new Houder("een ander"), "x", Set.of(Leesrecht.TRACE, Leesrecht.CONFIDENTIAL)));

        assertThat(log.ask(Proeflog.trace()).spans()).isEmpty();
    }

    @Test
    @Requirement({"READ-11", "READ-15"})
    void whoShowsDataSubjectsTheirDataSeesOnePersonAndNothingOfStaffOrSystems() {
        log.add(
                Proefregel.of(1)
                        .about("pseudoniem-1")
                        .calledBy("https://bron.voorbeeld.nl")
                        .with("dpl.ddas.levering_id", "levering-77")
                        .with("exception.message", "stuk in zaaksysteem")
                        .with("enduser.id", "jansen"),
                Proefregel.of(2).about("pseudoniem-2"),
                Proefregel.of(3));
        log.lezer = Optional.of(new Lezer.Inzage(Proeflog.HOUDER, "mijn-omgeving"));

        Proeflog.Antwoord answer = log.ask(Proeflog.subject("pseudoniem-1"));
        assertThat(answer.spans()).containsExactly(Proeflog.span(1));
        JsonObject regel = answer.regels().getFirst();
        assertThat(regel.members().keySet())
                .containsExactlyInAnyOrder("traceId", "spanId", "status", "name", "startTime", "endTime", "attributes");
        assertThat(regel.object("attributes").orElseThrow().members().keySet())
                .containsExactlyInAnyOrder(
                        "dpl.core.processing_activity_id", "dpl.core.data_subject_id", "dpl.core.data_subject_id_type");
        assertThat(answer.text()).doesNotContain("zaaksysteem", "bron.voorbeeld", "jansen", "levering-77", "stuk");
        assertThat(log.ask(Proeflog.trace()).status()).isEqualTo(403);
        assertThat(log.ask(Proeflog.activity(Proefregel.ACTIVITEIT)).status()).isEqualTo(403);
    }

    /// A question is an answer too: whoever may not see an attribute may not ask by it.
    @Test
    @Requirement("READ-15")
    void whoShowsDataSubjectsTheirDataCannotAskByWhatIsHidden() {
        log.lezer = Optional.of(new Lezer.Inzage(Proeflog.HOUDER, "mijn-omgeving"));
        JsonObject vraag = Proeflog.subject("pseudoniem-1");

        assertThat(log.ask(vraag.with("dpl.core.foreign_operation.processor", BALIE))
                        .status())
                .isEqualTo(403);
        assertThat(log.ask(vraag.with("dpl.ddas.levering_id", "levering-77")).status())
                .isEqualTo(403);
        assertThat(log.ask(vraag.with("dpl.core.data_subject_id_type", "urn:voorbeeld:pseudoniem"))
                        .status())
                .isEqualTo(200);
    }

    /// Every answer is the same, byte for byte, as that of a log in which the hidden lines never were.
    @Test
    @Requirement("READ-13")
    void hiddenLinesLeaveNoTraceInAnyAnswer() {
        Proeflog without = new Proeflog();
        LongStream.rangeClosed(1, 400).forEach(i -> {
            Proefregel line = Proefregel.of(i).about("pseudoniem-1").calledBy(BALIE);
            boolean isHidden = i % 3 != 0 || i > 350;
            log.add(isHidden ? line.secret() : line);
            if (!isHidden) {
                without.add(line);
            }
        });
        List<Lezer> lezers = List.of(
                Proeflog.eigen(Leesrecht.TRACE, Leesrecht.ACTIVITY, Leesrecht.SUBJECT)
                        .orElseThrow(),
                Proeflog.eigen(Leesrecht.TRACE).orElseThrow(),
                new Lezer.Ander(Proeflog.HOUDER, "b", List.of(BALIE)),
                new Lezer.Inzage(Proeflog.HOUDER, "c"));
        List<JsonObject> vragen = List.of(
                Proeflog.trace(),
                Proeflog.activity(Proefregel.GEHEIM),
                Proeflog.activity(Proefregel.ACTIVITEIT),
                Proeflog.subject("pseudoniem-1"),
                Proeflog.subject("pseudoniem-1").with("traceId", Proefregel.TRACE.hex()));
        for (Lezer lezer : lezers) {
            for (JsonObject vraag : vragen) {
                for (int size : new int[] {1, 7, 100, 1_000}) {
                    assertThat(pages(log, lezer, vraag.with("pageSize", size)))
                            .isEqualTo(pages(without, lezer, vraag.with("pageSize", size)));
                }
            }
        }
        assertThat(log.meldingen).hasSameElementsAs(without.meldingen);
        // Nor does the work that it took.
        assertThat(log.gegeven).isEqualTo(without.gegeven);
    }

    private static List<Proeflog.Antwoord> pages(Proeflog log, Lezer lezer, JsonObject vraag) {
        log.lezer = Optional.of(lezer);
        Proeflog.Antwoord first = log.ask(vraag);
        return first.status() == 200 && first.next().isPresent()
                ? List.of(first, log.ask(vraag.with("pageToken", first.next().orElseThrow())))
                : List.of(first);
    }

    @Test
    @Requirement("READ-13")
    void whoMaySeeThemSeesThem() {
        log.add(Proefregel.of(1), Proefregel.of(2).secret());
        log.lezer = Proeflog.eigen(Leesrecht.TRACE, Leesrecht.CONFIDENTIAL);

        assertThat(log.ask(Proeflog.trace()).spans()).hasSize(2);
    }

    @Test
    @Requirement("READ-14")
    void confidentialityEndsWhenTheRegisterSaysSo() {
        log.add(Proefregel.of(1).secret());
        log.geheimTot.put(Proefregel.GEHEIM, Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(log.ask(Proeflog.trace()).spans()).isEmpty();

        log.clock.advance(Duration.ofDays(10));
        assertThat(log.ask(Proeflog.trace()).spans()).hasSize(1);

        log.geheimTot.put(Proefregel.GEHEIM, Instant.MAX);
        assertThat(log.ask(Proeflog.trace()).spans()).isEmpty();
        log.geheimTot.remove(Proefregel.GEHEIM);
        assertThat(log.ask(Proeflog.trace()).spans()).hasSize(1);
    }
}
