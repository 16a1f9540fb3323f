// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.client.Betrokkene;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.dienst.Inzage;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/// What reading leaves behind, and what it does not.
@Isolated("listens to the log of the whole process")
class SpoorTest {

    /// Passes the elfproef, and is nobody's.
    private static final String BSN = "999993653";

    private final Proeflog log = new Proeflog();

    private static JsonObject bsn(String code) {
        return Proeflog.subject(code).with("dpl.core.data_subject_id_type", "BSN");
    }

    @Test
    @Requirement("READ-12")
    void aBsnIsFoundByThePseudonymThatTheClientWrites() {
        Pseudonimisering.Pseudoniem written =
                Pseudonimisering.hmac(Proeflog.SLEUTEL, "2026").apply(new Betrokkene(BSN, "BSN"));
        log.add(
                Proefregel.of(1)
                        .with("dpl.core.data_subject_id", written.code())
                        .with("dpl.core.data_subject_id_type", written.type()),
                Proefregel.of(2).about("een ander"));

        Proeflog.Antwoord answer = log.ask(bsn(BSN));
        assertThat(answer.spans()).containsExactly(Proeflog.span(1));
        assertThat(answer.text()).doesNotContain(BSN);
    }

    @Test
    @Requirement("READ-12")
    void aBsnWithoutItsKindIsNotSearchedFor() {
        Proeflog.Antwoord answer = log.ask(Proeflog.subject(BSN));

        assertThat(answer.pointers()).containsExactly("/dpl.core.data_subject_id_type");
        assertThat(log.ask(bsn("123456789")).pointers()).containsExactly("/dpl.core.data_subject_id");
        assertThat(log.meldingen).isEmpty();
    }

    @Test
    @Requirement("READ-12")
    void withoutAKeyNobodyIsFoundByBsn() {
        Vraaglezer lezer = new Vraaglezer(List.of(), Pseudoniemen.GEEN, new Bladwijzer(new byte[32]));

        assertThat(lezer.read(bsn(BSN))).isInstanceOf(Vraaglezing.Fout.class);
        assertThat(new Vraaglezer(List.of(), Pseudoniemen.of(Proeflog.SLEUTEL, "1"), new Bladwijzer(new byte[32]))
                        .read(bsn(BSN)))
                .isInstanceOfSatisfying(Vraaglezing.Goed.class, good -> {
                    Zoekvraag question = good.vraag().zoekvraag(Optional.empty(), 10, Optional.empty());
                    assertThat(question.betrokkene()).isPresent().isNotEqualTo(Optional.of(BSN));
                });
    }

    @Test
    @Requirement({"READ-8", "READ-9", "READ-12"})
    void nothingOfAQuestionEndsUpInAnErrorOrALog() {
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        try {
            String told = List.of(
                            log.ask(Proeflog.subject(BSN)),
                            log.ask(bsn(BSN).with("pageSize", 0)),
                            log.ask(bsn(BSN).with("startTime", BSN)),
                            log.ask(bsn(BSN).with(BSN, "x")),
                            log.ask(bsn(BSN).with("pageToken", BSN)),
                            log.ask(bsn(BSN).with("traceId", BSN)),
                            log.ask("{\"dpl.core.data_subject_id\": \"" + BSN + "\", kapot"),
                            log.ask("{\"" + BSN + "\": 1, \"" + BSN + "\": 2}"),
                            log.send(
                                    "POST",
                                    "/lezen/v1/processing-activities?dpl.core.data_subject_id=" + BSN,
                                    "application/json",
                                    "{}"),
                            log.send("POST", "/lezen/v1/processing-activities", "text/plain", BSN),
                            broken(bsn(BSN)),
                            log.ask(bsn(BSN)))
                    .stream()
                    .map(answer -> answer.headers() + answer.text())
                    .collect(Collectors.joining("\n"));

            assertThat(told).doesNotContain(BSN);
            assertThat(lines.list).isNotEmpty();
            assertThat(lines.list.stream()
                            .map(ILoggingEvent::getFormattedMessage)
                            .toList())
                    .noneMatch(line -> line.contains(BSN));
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
    }

    private Proeflog.Antwoord broken(JsonObject vraag) {
        log.isSpoorStuk = true;
        Proeflog.Antwoord answer = log.ask(vraag);
        log.isSpoorStuk = false;
        return answer;
    }

    @Test
    @Requirement("READ-8")
    void aQuestionInAnAddressIsRefused() {
        log.add(Proefregel.of(1));
        Proeflog.Antwoord answer = log.send(
                "POST",
                "/lezen/v1/processing-activities?pageSize=1",
                "application/json",
                "{\"traceId\":\"ef4e77b9b03b585fb6135fcf8d8555fb\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().first("Location")).isEmpty();
        assertThat(log.ask(Proeflog.trace()).text()).doesNotContain("http://", "?");
    }

    @Test
    @Requirement("READ-9")
    void noAnswerMayBeKept() {
        assertThat(log.ask(Proeflog.trace()).headers().first("Cache-Control")).contains("no-store");
        assertThat(log.ask("{}").headers().first("Cache-Control")).contains("no-store");
    }

    @Test
    @Requirement("READ-16")
    void eachReadingIsRecordedOutsideTheLog() {
        log.add(Proefregel.of(1).about("pseudoniem-1"), Proefregel.of(2));
        log.ask(Proeflog.trace().with("pageSize", 1));
        log.ask(Proeflog.trace().with("pageSize", 50));
        log.ask(bsn(BSN));

        assertThat(log.meldingen)
                .extracting(Inzage::houder, Inzage::wie, Inzage::op, Inzage::regels)
                .containsExactly(
                        tuple(Proeflog.HOUDER, "raadpleegscherm", log.clock.instant(), 1),
                        tuple(Proeflog.HOUDER, "raadpleegscherm", log.clock.instant(), 2),
                        tuple(Proeflog.HOUDER, "raadpleegscherm", log.clock.instant(), 0));
        assertThat(log.meldingen.get(0).vraag()).isEqualTo(log.meldingen.get(1).vraag());
        assertThat(log.meldingen.get(2).vraag())
                .isNotEqualTo(log.meldingen.get(1).vraag());
        assertThat(log.meldingen.toString()).doesNotContain(BSN);
        assertThat(log.ask(Proeflog.activity(Proefregel.ACTIVITEIT)).spans()).hasSize(2);
    }

    @Test
    @Requirement("READ-16")
    void whatCannotBeRecordedIsNotShown() {
        log.add(Proefregel.of(1));
        log.isSpoorStuk = true;

        Proeflog.Antwoord answer = log.ask(Proeflog.trace());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain(Proeflog.span(1));
    }

    /// Without knowing what is confidential, nothing is shown.
    @Test
    @Requirement("READ-13")
    void aRegisterThatFailsHidesAll() {
        log.isRegisterStuk = true;
        log.add(Proefregel.of(1));

        assertThat(log.ask(Proeflog.trace()).status()).isEqualTo(503);
    }
}
