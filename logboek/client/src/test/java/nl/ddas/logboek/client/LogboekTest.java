// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static nl.ddas.logboek.client.Ontvanger.ACTIVITEIT;
import static nl.ddas.logboek.client.Ontvanger.WERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Status;
import nl.ddas.logboek.model.Waarde;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines as they arrive at a log that is as strict as ours.
class LogboekTest {

    private static final Betrokkene JANSEN = new Betrokkene("999993653", "BSN");
    private static final Betrokkene PIETERS = new Betrokkene("123456782", "BSN");
    private static final Betrokkene WILLEMS = new Betrokkene("111222333", "BSN");

    private final Gehoord gehoord = new Gehoord();
    private Ontvanger ontvanger;
    private Logboek logboek;

    @BeforeEach
    void open() throws IOException {
        ontvanger = new Ontvanger();
        logboek = Logboek.open(ontvanger.instelling().with(gehoord));
    }

    @AfterEach
    void close() {
        logboek.close();
        ontvanger.close();
    }

    @Test
    @Requirement({"LDV-A6", "LDV-A7", "LDV-A12", "LDV-A14"})
    void workGivesItsResultAndALine() throws Exception {
        String result = logboek.run(Actie.of("Dossier inzien", ACTIVITEIT).over(JANSEN), lopend -> "dossier");

        Logregel regel = ontvanger.line();
        assertThat(result).isEqualTo("dossier");
        assertThat(regel.name()).isEqualTo("Dossier inzien");
        assertThat(regel.status()).isEqualTo(Status.UNSET);
        assertThat(regel.processingActivityId()).hasValue(ACTIVITEIT.id().toString());
        assertThat(regel.resource().attributes().text("service.name")).hasValue("balie");
        assertThat(gehoord.isEmpty()).isTrue();
    }

    @Test
    @Requirement({"LDV-A6", "LDV-A7"})
    void workThatFailsFailsUnchangedAndItsLineSaysSo() throws Exception {
        IOException failure = new IOException("no connection with jansen");

        assertThatThrownBy(() ->
                        logboek.execute(Actie.of("Dossier inzien", ACTIVITEIT).over(JANSEN), lopend -> {
                            throw failure;
                        }))
                .isSameAs(failure);
        Logregel regel = ontvanger.line();
        assertThat(regel.status()).isEqualTo(Status.ERROR);
        assertThat(regel.attributes().text("exception.type")).hasValue("java.io.IOException");
        assertThat(regel.attributes().find("exception.message")).isEmpty();
    }

    /// Whoever looks for what was done finds it too when no person was in it (LDV 2.3.1, recommended).
    @Test
    @Requirement("LDV-A19")
    void workWithoutPersonalDataGivesTheSameLineButForTheSubject() throws Exception {
        logboek.execute(Actie.of("Dossier inzien", ACTIVITEIT).over(JANSEN), lopend -> {});
        logboek.execute(Actie.of("Tabel bijwerken", WERK), lopend -> {});

        Logregel with = ontvanger.line();
        Logregel without = ontvanger.line();
        Set<String> keys = keys(with);
        assertThat(keys.remove("dpl.core.data_subject_id")).isTrue();
        assertThat(keys.remove("dpl.core.data_subject_id_type")).isTrue();
        assertThat(keys(without)).isEqualTo(keys);
        assertThat(without.resource()).isEqualTo(with.resource());
        assertThat(without.status()).isEqualTo(with.status());
        assertThat(without.processingActivityId()).hasValue(WERK.id().toString());
    }

    private static Set<String> keys(Logregel regel) {
        return regel.attributes().alle().stream()
                .map(Attribuut::sleutel)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Requirement("LDV-A7")
    void workCanSayThatItWentWellOrWrong() throws Exception {
        logboek.execute(Actie.of("Een", WERK), Lopend::geslaagd);
        logboek.execute(Actie.of("Twee", WERK), Lopend::mislukt);

        assertThat(ontvanger.line().status()).isEqualTo(Status.OK);
        assertThat(ontvanger.line().status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"200, UNSET", "400, UNSET", "404, UNSET", "499, UNSET", "500, ERROR", "503, ERROR"})
    @Requirement("LDV-A18")
    void wrongInputThatWasHandledIsNoError(int code, Status status) throws Exception {
        logboek.execute(Actie.of("Antwoorden", WERK), lopend -> lopend.httpStatus(code));

        assertThat(ontvanger.line().status()).isEqualTo(status);
    }

    @Test
    @Requirement("LDV-A17")
    void aUserWhoStopsIsNoErrorAndAStepOfItsOwn() throws Exception {
        logboek.execute(Actie.of("Aanvraag", ACTIVITEIT).over(JANSEN), Lopend::afgebroken);

        List<Logregel> regels = ontvanger.lines(2);
        assertThat(regels).allSatisfy(regel -> assertThat(regel.status()).isEqualTo(Status.OK));
        assertThat(regels.get(1).name()).isEqualTo("Afgebroken door gebruiker");
        assertThat(regels.get(1).parentSpanId()).hasValue(regels.get(0).spanId());
    }

    @Test
    @Requirement({"LDV-A1", "LDV-A2", "LDV-A3"})
    void anActionWithinAnActionSharesItsTrace() throws Exception {
        logboek.execute(Actie.of("Buiten", WERK), buiten -> {
            logboek.execute(Actie.of("Binnen", WERK), binnen -> {});
        });
        logboek.execute(Actie.of("Later", WERK), later -> {});

        Logregel binnen = ontvanger.line();
        Logregel buiten = ontvanger.line();
        Logregel later = ontvanger.line();
        assertThat(binnen.traceId()).isEqualTo(buiten.traceId());
        assertThat(binnen.parentSpanId()).hasValue(buiten.spanId());
        assertThat(buiten.parentSpanId()).isEmpty();
        assertThat(later.traceId()).isNotEqualTo(buiten.traceId());
        assertThat(later.parentSpanId()).isEmpty();
    }

    @Test
    @Requirement({"LDV-A3", "LDV-A6"})
    void anActionOnAnotherThreadCanBelongToThisOne() throws Exception {
        logboek.execute(Actie.of("Buiten", WERK), buiten -> {
            Thread other = new Thread(Logboek.bound(() -> {
                try {
                    logboek.execute(Actie.of("Binnen", WERK), binnen -> {});
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
            other.start();
            other.join();
        });

        Logregel binnen = ontvanger.line();
        assertThat(binnen.parentSpanId()).hasValue(ontvanger.line().spanId());
    }

    @Test
    @Requirement({"LDV-A4", "LDV-A2"})
    void eachOfSeveralSubjectsHasALineBelowTheAction() throws Exception {
        logboek.execute(
                Actie.of("Lijst inzien", ACTIVITEIT)
                        .over(JANSEN, PIETERS, WILLEMS)
                        .met("dpl.ddas.levering_id", "x"),
                lopend -> {});

        List<Logregel> regels = ontvanger.lines(4);
        Logregel parent = regels.getFirst();
        List<Logregel> children = regels.subList(1, 4);
        assertThat(parent.dataSubjectId()).isEmpty();
        assertThat(children).allSatisfy(child -> {
            assertThat(child.parentSpanId()).hasValue(parent.spanId());
            assertThat(child.traceId()).isEqualTo(parent.traceId());
            assertThat(child.tijd().start()).isEqualTo(parent.tijd().start());
            assertThat(child.processingActivityId()).isPresent();
            assertThat(child.attributes().text("dpl.ddas.levering_id")).hasValue("x");
        });
        assertThat(children.stream().map(Logregel::dataSubjectId).distinct()).hasSize(3);
        assertThat(regels.stream().map(Logregel::spanId).distinct()).hasSize(4);
    }

    @Test
    @Requirement("LDV-A5")
    void subjectsMayBecomeKnownOnTheWay() throws Exception {
        logboek.execute(Actie.of("Zoeken", ACTIVITEIT), lopend -> {
            lopend.over(JANSEN, PIETERS);
            lopend.over(PIETERS);
        });

        assertThat(ontvanger.lines(3).stream().map(Logregel::dataSubjectId).flatMap(Optional::stream))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("LDV-A12")
    void personalDataWithoutASubjectAreReportedAndRefusedWhereTheApplicationAsked() throws Exception {
        logboek.execute(Actie.of("Dossier inzien", ACTIVITEIT), lopend -> {});

        assertThat(ontvanger.line().dataSubjectId()).isEmpty();
        assertThat(gehoord.next()).contains("without a data subject");
        try (Logboek strict = Logboek.open(ontvanger.instelling().with(Bevestiging.WACHT, true))) {
            assertThatThrownBy(() -> strict.execute(Actie.of("Inzien", ACTIVITEIT), lopend -> {}))
                    .isInstanceOf(NietVastgelegd.class);
        }
    }

    @Test
    @Requirement("LDV-A13")
    void noCodeOfASubjectGoesOutUnlessAskedFor() throws Exception {
        logboek.execute(Actie.of("Inzien", ACTIVITEIT).over(JANSEN), lopend -> {});
        Logregel regel = ontvanger.line();

        assertThat(regel.dataSubjectId())
                .hasValueSatisfying(
                        code -> assertThat(code).doesNotContain(JANSEN.code()).hasSize(64));
        assertThat(regel.attributes().text("dpl.core.data_subject_id_type"))
                .hasValue("urn:ldv:pseudoniem:hmac-sha256:1:BSN");
        assertThat(JANSEN.toString()).doesNotContain(JANSEN.code());
        assertThat(Pseudonimisering.onbewerkt().apply(JANSEN).code()).isEqualTo(JANSEN.code());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    @Requirement("LDV-A16")
    void whatIsMissingIsFilledAndBreaksNothing(String nothing) throws Exception {
        String result = logboek.run(
                new Actie(nothing, WERK, Collections.singletonList(null), Optional.empty(), Map.of()), lopend -> {
                    lopend.met(null, "x");
                    lopend.met("dpl.ddas.x", null);
                    lopend.over((Betrokkene) null);
                    return "done";
                });

        assertThat(result).isEqualTo("done");
        assertThat(ontvanger.line().name()).isEqualTo("Naamloze actie");
    }

    @Test
    @Requirement("LDV-A16")
    void aListenerOrPseudonymThatBreaksDoesNotBreakTheWork() throws Exception {
        Instelling broken = Instelling.of(ontvanger.adres(), "balie", "1", one -> {
                    throw new IllegalStateException("key lost");
                })
                .with((regels, reden) -> {
                    throw new IllegalStateException("nobody home");
                });
        try (Logboek other = Logboek.open(broken)) {
            assertThat(other.<String>run(Actie.of("Inzien", ACTIVITEIT).over(JANSEN), lopend -> "done"))
                    .isEqualTo("done");
        }
    }

    @Test
    @Requirement("LDV-A16")
    void whatCannotBeginRunsWithoutALine() throws Exception {
        String result = logboek.run(null, lopend -> {
            lopend.met("dpl.ddas.x", "y");
            return "done " + lopend.headers().size() + lopend.traceparent();
        });

        assertThat(result).isEqualTo("done 0");
        assertThat(gehoord.next()).startsWith("1 an action was not described");
        assertThat(ontvanger.isEmpty()).isTrue();
    }

    @Test
    @Requirement({"LDV-A4", "LDV-A16"})
    void subjectsAddUpAndNothingIsNoAttribute() throws Exception {
        logboek.execute(
                Actie.of("Inzien", ACTIVITEIT)
                        .over(JANSEN)
                        .over(PIETERS)
                        .met(null, "x")
                        .met("dpl.ddas.x", null),
                lopend -> lopend.metLijst("dpl.ddas.lijst", List.of("a", "b")));

        List<Logregel> regels = ontvanger.lines(3);
        assertThat(regels.stream().map(Logregel::dataSubjectId).flatMap(Optional::stream))
                .hasSize(2);
        assertThat(regels.getFirst().attributes().find("dpl.ddas.x")).isEmpty();
        assertThat(regels.getFirst().attributes().find("dpl.ddas.lijst"))
                .hasValue(new Waarde.Lijst(List.of(new Waarde.Tekst("a"), new Waarde.Tekst("b"))));
    }

    @Test
    @Requirement("LDV-A5")
    void whatIsSaidTooLateIsTold() throws Exception {
        Lopend[] kept = new Lopend[1];
        logboek.execute(Actie.of("Werk", WERK), lopend -> kept[0] = lopend);
        kept[0].over(JANSEN);

        assertThat(gehoord.next()).contains("after its line was written");
    }

    @Test
    @Requirement("LDV-A3")
    void workGoesOnInItsTraceAfterARestart() throws Exception {
        String kept = logboek.run(Actie.of("Begin", WERK), Lopend::traceparent);
        try (Logboek after = Logboek.open(ontvanger.instelling())) {
            after.execute(Actie.of("Vervolg", WERK).van(Aanroep.eigen(kept)), lopend -> {});
            after.execute(Actie.of("Los", WERK).van(Aanroep.eigen("no trace")), lopend -> {});
        }

        Logregel begin = ontvanger.line();
        Logregel vervolg = ontvanger.line();
        Logregel los = ontvanger.line();
        assertThat(vervolg.traceId()).isEqualTo(begin.traceId());
        assertThat(vervolg.parentSpanId()).hasValue(begin.spanId());
        assertThat(vervolg.herkomst().isOuderElders()).isFalse();
        assertThat(los.parentSpanId()).isEmpty();
    }

    @Test
    @Requirement({"LDV-A1", "LDV-A2"})
    void noIdComesTwice() throws Exception {
        Set<Long> ids = new HashSet<>();
        try (Logboek many = Logboek.open(ontvanger.instelling(), (verzoek, regels) -> new Uitkomst.Bevestigd())) {
            for (int i = 0; i < 100_000; i++) {
                many.execute(
                        Actie.of("x", WERK),
                        lopend -> ids.add(Long.parseUnsignedLong(
                                lopend.span().getSpanContext().getSpanId(), 16)));
            }
        }
        assertThat(ids).hasSize(100_000);
        assertThat(ids).doesNotContain(0L);
    }
}
