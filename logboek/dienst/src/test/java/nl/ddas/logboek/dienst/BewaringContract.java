// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// What every store does when the time of lines is over. Line 3 and 13 are of activity 3; lines begin at
/// [Regels#BEGIN].
abstract class BewaringContract {

    static final Houder CBS = LogregelsContract.CBS;
    private static final Instant BEGIN = Regels.BEGIN;

    /// Empty.
    abstract Logregels store();

    abstract Bladen bladen();

    abstract Bewaarplaats plaats();

    @Test
    @Requirement({"LDV-L12", "LDV-R8"})
    void onlyLinesWhoseTimeIsOverGo() {
        add(Regels.line(3), Regels.line(4), Regels.line(13));

        assertThat(run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 9)).regels())
                .isZero();
        assertThat(run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 11)).regels())
                .isEqualTo(2);
        assertThat(run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 11)).regels())
                .isZero();
        assertThat(store().search(CBS, LogregelsContract.ALLES).regels()).containsExactly(Regels.line(4));
        assertThat(store().trace(CBS, Regels.line(3).traceId())).isEmpty();
    }

    @Test
    @Requirement("LDV-L21")
    void leavesStayAndTheEvidenceIsOne() {
        add(Regels.line(3), Regels.line(4), Regels.line(13), Regels.line(23));
        byte[] before = bladen().read(CBS.code(), 0, 100);
        Instant now = BEGIN.plusSeconds(86_400 * 11);

        Bewaarronde.Verslag verslag = run(Period.ofDays(10), now);

        byte[] after = bladen().read(CBS.code(), 0, 100);
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        List<Blad> leaves = export();
        assertThat(leaves).extracting(Blad::nummer).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(leaves.get(0)).isInstanceOf(Blad.Verwijderd.class);
        assertThat(leaves.get(1)).isInstanceOf(Blad.Regel.class);
        Blad.Bewijs bewijs = (Blad.Bewijs) leaves.getLast();
        assertThat(Arrays.copyOfRange(after, before.length, after.length))
                .isEqualTo(Verbintenis.of(bewijs.zout(), bewijs.vorm()));
        assertThat(Vernietiging.read(bewijs.vorm()))
                .contains(new Vernietiging(
                        verslag.ronde(),
                        Regels.activity(3),
                        "2",
                        Period.ofDays(10),
                        now.atZone(ZoneOffset.UTC).minusDays(10).toInstant(),
                        now,
                        List.of(new Vernietiging.Bladreeks(0, 0), new Vernietiging.Bladreeks(2, 3))));
        assertThat(verslag.bewijzen()).isEqualTo(1);
    }

    /// Who repeats a line that is gone adds nothing, as long as a sender may; its content cannot be compared any more.
    @Test
    @Requirement("OTLP-7")
    void aLineThatWentIsNotStoredAgain() {
        add(Regels.line(3));
        run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 11));

        assertThat(add(Regels.line(3), Regels.named(Regels.line(3), "Iets anders")))
                .containsExactly(Opslag.HERHALING, Opslag.HERHALING);
        assertThat(find(Regels.line(3))).contains(new Blad.Verwijderd(0));
    }

    @Test
    void idsAreForgottenWhenNobodyRepeatsThemAnyMore() {
        add(Regels.line(3));
        run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 11));
        run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 31));
        assertThat(find(Regels.line(3))).isPresent();

        run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 33));
        assertThat(find(Regels.line(3))).isEmpty();
        assertThat(export()).hasOnlyElementsOfType(Blad.Bewijs.class).hasSize(1);
    }

    @Test
    void oldLinesGoWithTheirIdsAtOnce() {
        add(Regels.line(3), Regels.line(4));

        assertThat(run(Period.ofYears(1), BEGIN.plusSeconds(86_400 * 366)).regels())
                .isEqualTo(1);
        assertThat(find(Regels.line(3))).isEmpty();
        assertThat(find(Regels.line(4))).isPresent();
    }

    /// A line goes by the rule that held when its action began.
    @Test
    @Requirement({"LDV-R2", "LDV-R8"})
    void eachLineGoesByTheVersionOfItsMoment() {
        Instant changed = BEGIN.plusSeconds(86_400);
        Logregel early = Regels.at(3, BEGIN);
        Logregel late = Regels.at(13, changed);
        add(early, late);
        Bewaartermijnen rules = activity -> activity.equals(Regels.activity(3))
                ? List.of(
                        new Bewaartermijnen.Bewaarregel("1", Instant.EPOCH, Optional.of(changed), Period.ofYears(5)),
                        new Bewaartermijnen.Bewaarregel("2", changed, Optional.empty(), Period.ofDays(3)))
                : List.of();

        assertThat(run(rules, BEGIN.plusSeconds(86_400 * 5)).regels()).isEqualTo(1);
        assertThat(store().search(CBS, LogregelsContract.ALLES).regels()).containsExactly(early);
        assertThat(run(rules, BEGIN.plusSeconds(86_400L * 366 * 5)).regels()).isEqualTo(1);
    }

    @Test
    void controllersAreApart() {
        add(Regels.line(3));
        store().add(List.of(new Inboeking(LogregelsContract.KREDIETBANK, Regels.line(3))));

        Bewaarronde.Verslag verslag = run(Period.ofDays(10), BEGIN.plusSeconds(86_400 * 11));
        assertThat(verslag)
                .extracting(Bewaarronde.Verslag::regels, Bewaarronde.Verslag::bewijzen)
                .containsExactly(2L, 2);
        assertThat(bladen().read(LogregelsContract.KREDIETBANK.code(), 0, 10)).hasSize(2 * Verbintenis.BYTES);
    }

    List<Opslag> add(Logregel... regels) {
        return ((Boeking.Geboekt) store().add(Arrays.stream(regels)
                        .map(one -> new Inboeking(CBS, one))
                        .toList()))
                .opslag();
    }

    /// With a rule for activity 3 only.
    Bewaarronde.Verslag run(Period termijn, Instant now) {
        return run(
                activity -> activity.equals(Regels.activity(3))
                        ? List.of(new Bewaartermijnen.Bewaarregel("2", Instant.EPOCH, Optional.empty(), termijn))
                        : List.of(),
                now);
    }

    private Bewaarronde.Verslag run(Bewaartermijnen rules, Instant now) {
        return new Bewaarronde(plaats(), rules, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom()).run();
    }

    private Optional<Blad> find(Logregel regel) {
        return bladen().find(CBS, regel.traceId(), regel.spanId(), Inboeking.dag(BEGIN));
    }

    private List<Blad> export() {
        List<Blad> leaves = new ArrayList<>();
        bladen().export(CBS, LocalDate.EPOCH, LocalDate.of(2300, 1, 1), leaves::add);
        return leaves;
    }
}
