// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// Versions and the time they cover.
class ActiviteitTest {

    private static final long MOST = 4_000_000_000_000L;

    /// Half-open intervals without gap or overlap: before the first none, afterwards one, and the one whose interval in
    /// the cache holds the moment.
    @Property
    @Requirement("LDV-R2")
    void eachMomentHasExactlyOneVersion(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = MOST) Long> beginnings,
            @ForAll @LongRange(min = 0, max = MOST) long moment) {
        Activiteit activiteit = activity(beginnings);
        Registercache cache = new Registercache(
                _ -> new Registerbron.Antwoord.Nieuw(Proefregister.document(activiteit), "1"),
                Clock.fixed(JAN, ZoneOffset.UTC));
        assertThat(cache.refresh()).isTrue();
        String uri = Proefregister.document().uri(EEN).toString();

        for (long at : around(beginnings, moment)) {
            Optional<Versie> version = activiteit.at(Instant.ofEpochMilli(at));
            List<Versie> holding = cache.versions(uri).stream()
                    .filter(one -> one.vanaf().toEpochMilli() <= at
                            && one.tot().map(tot -> at < tot.toEpochMilli()).orElse(true))
                    .map(Geldigheid::versie)
                    .toList();

            assertThat(holding).isEqualTo(version.stream().toList());
            assertThat(version.isPresent())
                    .isEqualTo(at >= activiteit.versies().getFirst().validFrom().toEpochMilli());
            assertThat(cache.version(uri, at)).isEqualTo(version);
        }
    }

    private static List<Long> around(List<Long> beginnings, long moment) {
        TreeSet<Long> all = new TreeSet<>(List.of(moment));
        for (long one : beginnings) {
            all.addAll(List.of(one - 1, one, one + 1));
        }
        return List.copyOf(all);
    }

    private static Activiteit activity(List<Long> beginnings) {
        Activiteit activiteit = Activiteit.unstored(EEN);
        for (long one : new TreeSet<>(beginnings)) {
            activiteit = activiteit.with(Instant.ofEpochMilli(one), Proefregister.zaak("Vanaf " + one));
        }
        return activiteit;
    }

    @Property
    @Requirement("LDV-R2")
    void aVersionThatWouldOverlapCannotBeMade(
            @ForAll @LongRange(min = 1, max = MOST) long last, @ForAll @LongRange(min = 1, max = MOST) long next) {
        Assume.that(next <= last);
        Activiteit activiteit = activity(List.of(last));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> activiteit.with(Instant.ofEpochMilli(next), Proefregister.zaak("Terug")));
    }

    @Test
    void aMomentIsInWholeMillisecondsAndNumbersDoNotSkip() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Versie(1, JAN.plus(1, ChronoUnit.MICROS), Proefregister.zaak("Fijn")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Versie(0, JAN, Proefregister.zaak("Nul")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Activiteit(
                        EEN,
                        Optional.empty(),
                        List.of(new Versie(2, JAN, Proefregister.zaak("Twee"))),
                        Optional.empty(),
                        0));
    }
}
