// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.logboek.model.Herkomst;
import nl.ddas.logboek.model.Ingestvlag;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Regelvorm;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.model.VreemdeActie;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// What every store of lines does.
abstract class LogregelsContract {

    static final Houder CBS = new Houder("00000001001540661000");
    static final Houder KREDIETBANK = new Houder("00000004000000059000");
    static final Zoekvraag ALLES =
            new Zoekvraag(Optional.empty(), Optional.empty(), 0, Long.MAX_VALUE, Optional.empty(), 1_000);

    /// Empty.
    abstract Logregels store();

    /// The leaves of the same lines.
    abstract Bladen bladen();

    @Test
    @Requirement({"LDV-L1", "LDV-L3"})
    void whatWasAddedIsThereWhole() {
        Logregel regel = Regels.line(1);

        assertThat(add(regel)).containsExactly(Opslag.NIEUW);
        assertThat(store().trace(CBS, regel.traceId())).containsExactly(regel);
    }

    @Test
    @Requirement({"OTLP-7", "LDV-L12"})
    void theSameLineAgainIsThereOnce() {
        Logregel regel = Regels.line(1);
        Logregel otherWay = Regels.from(regel, new Herkomst(0, "", Optional.empty(), Set.of(Ingestvlag.STATUS_TEXT)));
        add(regel, Regels.line(2));

        assertThat(add(Regels.line(3), regel, Regels.line(4), otherWay))
                .containsExactly(Opslag.NIEUW, Opslag.HERHALING, Opslag.NIEUW, Opslag.HERHALING);
        assertThat(store().search(CBS, ALLES).regels()).hasSize(4).contains(regel);
    }

    @Test
    @Requirement({"OTLP-7", "LDV-L12"})
    void anotherLineWithTheSameIdsIsAConflictAndChangesNothing() {
        Logregel regel = Regels.line(1);
        add(regel);

        assertThat(add(Regels.named(regel, "Iets anders"), Regels.line(2)))
                .containsExactly(Opslag.CONFLICT, Opslag.NIEUW);
        assertThat(store().trace(CBS, regel.traceId())).containsExactly(regel);
    }

    @Test
    @Requirement("OTLP-7")
    void withinOneBatchTheFirstCounts() {
        Logregel regel = Regels.line(1);

        assertThat(add(regel, regel, Regels.named(regel, "Iets anders")))
                .containsExactly(Opslag.NIEUW, Opslag.HERHALING, Opslag.CONFLICT);
        assertThat(store().search(CBS, ALLES).regels()).containsExactly(regel);
    }

    @Test
    @Requirement("LDV-L19")
    void eachControllerHasItsOwnLines() {
        Logregel regel = Regels.line(1);
        Boeking both = store().add(List.of(
                new Inboeking(CBS, regel), new Inboeking(KREDIETBANK, Regels.named(regel, "Onze eigen"))));

        assertThat(both).isEqualTo(new Boeking.Geboekt(List.of(Opslag.NIEUW, Opslag.NIEUW)));
        assertThat(store().trace(CBS, regel.traceId())).containsExactly(regel);
        assertThat(store().trace(KREDIETBANK, regel.traceId())).hasSize(1).doesNotContain(regel);
        assertThat(store().search(new Houder("niemand"), ALLES).regels()).isEmpty();
        assertThat(store().trace(new Houder("niemand"), regel.traceId())).isEmpty();
    }

    @Test
    void aTraceIsFoundByTheCallerOfOlderTextsToo() {
        TraceId called = new TraceId(9, 9);
        Logregel old = Regels.from(
                Regels.line(1), new Herkomst(0, "", Optional.of(new VreemdeActie(called, new SpanId(7))), Set.of()));
        add(old, Regels.line(2));

        assertThat(store().trace(CBS, called)).containsExactly(old);
        assertThat(store().search(CBS, of(called, Optional.empty(), 10)).regels())
                .containsExactly(old);
    }

    @Test
    void aLongTraceIsReadByPages() {
        TraceId one = new TraceId(5, 5);
        Logregel[] lines = new Logregel[20];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Regels.in(one, Regels.line(i + 1));
        }
        add(lines);
        add(Regels.line(1), Regels.line(2));

        Regelpagina first = store().search(CBS, of(one, Optional.empty(), 15));
        Regelpagina rest = store().search(CBS, of(one, first.volgende(), 15));
        assertThat(first.regels()).hasSize(15);
        assertThat(rest.regels()).hasSize(5);
        assertThat(rest.volgende()).isEmpty();
        assertThat(first.regels()).doesNotContainAnyElementsOf(rest.regels()).isSubsetOf(lines);
    }

    private static Zoekvraag of(TraceId trace, Optional<Zoekvraag.Plaats> from, int most) {
        return new Zoekvraag(Optional.of(trace), Optional.empty(), Optional.empty(), 0, Long.MAX_VALUE, from, most);
    }

    /// Not counted, not cut into pages: as if it never was.
    @Test
    @Requirement("READ-13")
    void whatMayNotBeSeenIsNotThere() {
        Logregel[] lines = new Logregel[25];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Regels.line(i + 1);
        }
        add(lines);
        String shown = lines[2].processingActivityId().orElseThrow();
        List<Logregel> visible = Stream.of(lines)
                .filter(one -> one.processingActivityId().equals(Optional.of(shown)))
                .toList();
        long second = visible.get(1).tijd().start();

        assertThat(seen(List.of(new Leeszicht.Venster(shown, 0, Long.MAX_VALUE)), visible.size()))
                .isEqualTo(new Regelpagina(visible, Optional.empty()));
        assertThat(seen(List.of(), 1)).isEqualTo(new Regelpagina(List.of(), Optional.empty()));
        assertThat(seen(List.of(new Leeszicht.Venster(shown, second, second + 1)), 100)
                        .regels())
                .containsExactly(visible.get(1));
        assertThat(seen(
                                List.of(
                                        new Leeszicht.Venster(shown, 0, second),
                                        new Leeszicht.Venster(shown, second + 1, Long.MAX_VALUE),
                                        new Leeszicht.Venster("urn:anders", 0, Long.MAX_VALUE)),
                                100)
                        .regels())
                .doesNotContain(visible.get(1))
                .hasSize(visible.size() - 1);
    }

    private Regelpagina seen(List<Leeszicht.Venster> vensters, int most) {
        return store().search(
                        CBS,
                        new Zoekvraag(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                Long.MAX_VALUE,
                                Optional.empty(),
                                most,
                                Optional.of(new Leeszicht(vensters))));
    }

    @Test
    void linesAreFoundByActivityAndSubject() {
        add(Regels.line(1), Regels.line(2), Regels.line(3), Regels.line(13));

        assertThat(search(Optional.of(Regels.activity(3)), Optional.empty()))
                .containsExactly(Regels.line(3), Regels.line(13));
        assertThat(search(Optional.empty(), Optional.of(Regels.subject(2)))).containsExactly(Regels.line(2));
        assertThat(search(Optional.of(Regels.activity(1)), Optional.of(Regels.subject(2))))
                .isEmpty();
    }

    @Test
    void aPeriodIsClosedAtItsBeginAndOpenAtItsEnd() {
        add(Regels.line(1), Regels.line(2), Regels.line(3));
        long second = Regels.line(2).tijd().startMillis();

        assertThat(store().search(CBS, period(second, second + 1)).regels()).containsExactly(Regels.line(2));
        assertThat(store().search(CBS, period(0, second)).regels()).containsExactly(Regels.line(1));
        assertThat(store().search(CBS, period(second, second)).regels()).isEmpty();
    }

    @Test
    void pagesHoldEveryLineOnceInOrder() {
        List<Logregel> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(Regels.at(i, Regels.BEGIN));
        }
        for (int i = 25; i < 50; i++) {
            all.add(Regels.line(i));
        }
        add(all.toArray(Logregel[]::new));

        List<Logregel> found = new ArrayList<>();
        Optional<Zoekvraag.Plaats> from = Optional.empty();
        do {
            Regelpagina page =
                    store().search(CBS, new Zoekvraag(Optional.empty(), Optional.empty(), 0, Long.MAX_VALUE, from, 7));
            found.addAll(page.regels());
            from = page.volgende();
        } while (from.isPresent());
        assertThat(found).hasSameElementsAs(all).hasSize(50);
        assertThat(found)
                .isSortedAccordingTo(
                        (one, other) -> Regelpagina.VOLGORDE.compare(Regelpagina.place(one), Regelpagina.place(other)));
    }

    /// Lines that come while somebody turns pages move no line to another page: none is seen twice, none is missed.
    @Test
    void pagesHoldWhileOthersWrite() {
        List<Logregel> before = new ArrayList<>();
        for (int i = 0; i < 60; i += 2) {
            before.add(Regels.line(i));
        }
        add(before.toArray(Logregel[]::new));

        List<Logregel> found = new ArrayList<>();
        Optional<Zoekvraag.Plaats> from = Optional.empty();
        int next = 1;
        do {
            Regelpagina page =
                    store().search(CBS, new Zoekvraag(Optional.empty(), Optional.empty(), 0, Long.MAX_VALUE, from, 7));
            found.addAll(page.regels());
            from = page.volgende();
            // One before and one after where the reader is.
            add(Regels.line(next), Regels.line(59 - next));
            next += 2;
        } while (from.isPresent());
        assertThat(found).doesNotHaveDuplicates().containsAll(before);
    }

    /// Whatever day a sender names.
    @Test
    void linesOfAnyDayAreStored() {
        Logregel[] lines = {
            Regels.at(1, Regels.BEGIN),
            Regels.at(2, Regels.BEGIN.minusSeconds(86_400)),
            Regels.at(3, Instant.parse("1999-12-31T23:59:59.999999999Z")),
            Regels.at(4, Instant.parse("2200-01-01T00:00:00Z"))
        };

        assertThat(add(lines)).containsOnly(Opslag.NIEUW);
        assertThat(add(lines)).containsOnly(Opslag.HERHALING);
        assertThat(store().search(CBS, ALLES).regels()).containsExactlyInAnyOrder(lines);
    }

    /// Each controller counts from 0; a line that was there already, or that conflicts, gets no leaf.
    @Test
    @Requirement("LDV-L21")
    void eachLineHasALeafAndLeavesHaveNoGaps() {
        add(Regels.line(1), Regels.line(2));
        store().add(List.of(new Inboeking(KREDIETBANK, Regels.line(1)), new Inboeking(CBS, Regels.line(3))));
        add(Regels.line(2), Regels.named(Regels.line(3), "Iets anders"), Regels.line(4));

        assertThat(bladen().logs()).contains(CBS.code(), KREDIETBANK.code());
        assertThat(leaves(CBS)).extracting(Blad::nummer).containsExactly(0L, 1L, 2L, 3L);
        assertThat(leaves(KREDIETBANK)).extracting(Blad::nummer).containsExactly(0L);
        assertThat(bladen().read(CBS.code(), 0, 100)).isEqualTo(commitments(CBS));
        assertThat(bladen().read(KREDIETBANK.code(), 0, 100)).isEqualTo(commitments(KREDIETBANK));
    }

    @Test
    void leavesAreReadFromAnyPlace() {
        for (int i = 0; i < 5; i++) {
            add(Regels.line(3 * i), Regels.line(3 * i + 1), Regels.line(3 * i + 2));
        }
        byte[] all = commitments(CBS);

        for (int from = 0; from <= 16; from++) {
            for (int count = 1; count <= 16; count++) {
                assertThat(bladen().read(CBS.code(), from, count))
                        .isEqualTo(Arrays.copyOfRange(
                                all,
                                Math.min(from, 15) * Verbintenis.BYTES,
                                Math.min(from + count, 15) * Verbintenis.BYTES));
            }
        }
        assertThat(bladen().read("niemand", 0, 1)).isEmpty();
        assertThatThrownBy(() -> bladen().read(CBS.code(), -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bladen().read(CBS.code(), 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLeafOfALineIsFoundByTheLine() {
        Logregel regel = Regels.line(7);
        add(Regels.line(1), regel);

        Optional<Blad> found = bladen().find(CBS, regel.traceId(), regel.spanId(), Inboeking.dag(Regels.BEGIN));
        assertThat(found).hasValueSatisfying(blad -> {
            assertThat(blad.nummer()).isEqualTo(1);
            assertThat(((Blad.Regel) blad).vorm()).isEqualTo(Regelvorm.write(regel));
        });
        assertThat(bladen().find(KREDIETBANK, regel.traceId(), regel.spanId(), Inboeking.dag(Regels.BEGIN)))
                .isEmpty();
    }

    /// Two lines with the same content have different commitments, so that nobody finds a line by guessing it.
    @Test
    void eachLineHasASaltOfItsOwn() {
        store().add(List.of(new Inboeking(CBS, Regels.line(1)), new Inboeking(KREDIETBANK, Regels.line(1))));

        assertThat(bladen().read(CBS.code(), 0, 1)).isNotEqualTo(bladen().read(KREDIETBANK.code(), 0, 1));
        assertThat(((Blad.Regel) leaves(CBS).getFirst()).zout()).hasSize(Verbintenis.ZOUT);
    }

    @Test
    void anExportHoldsTheLinesOfItsDays() {
        Instant next = Regels.BEGIN.plusSeconds(86_400);
        add(Regels.at(2, next), Regels.at(1, Regels.BEGIN), Regels.at(3, next.plusSeconds(86_400)));

        List<Blad> found = new ArrayList<>();
        bladen().export(CBS, Inboeking.dag(Regels.BEGIN), Inboeking.dag(next), found::add);
        assertThat(found).extracting(Blad::nummer).containsExactly(0L, 1L);
    }

    private List<Blad> leaves(Houder houder) {
        List<Blad> found = new ArrayList<>();
        bladen().export(houder, LocalDate.EPOCH, LocalDate.of(2300, 1, 1), found::add);
        return found;
    }

    /// As they follow from the lines.
    private byte[] commitments(Houder houder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        leaves(houder).forEach(blad -> {
            Blad.Regel regel = (Blad.Regel) blad;
            bytes.writeBytes(Verbintenis.of(regel.zout(), regel.vorm()));
        });
        return bytes.toByteArray();
    }

    @Test
    void nothingIsStoredAsNothing() {
        assertThat(store().add(List.of())).isEqualTo(new Boeking.Geboekt(List.of()));
    }

    private List<Opslag> add(Logregel... regels) {
        List<Inboeking> all =
                List.of(regels).stream().map(regel -> new Inboeking(CBS, regel)).toList();
        return ((Boeking.Geboekt) store().add(all)).opslag();
    }

    private List<Logregel> search(Optional<String> activity, Optional<String> subject) {
        return store().search(CBS, new Zoekvraag(activity, subject, 0, Long.MAX_VALUE, Optional.empty(), 100))
                .regels();
    }

    private static Zoekvraag period(long from, long until) {
        return new Zoekvraag(Optional.empty(), Optional.empty(), from, until, Optional.empty(), 100);
    }
}
