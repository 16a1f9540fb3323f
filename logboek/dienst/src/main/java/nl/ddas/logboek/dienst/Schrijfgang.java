// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Metrics;

/// Whether writing goes on: lines that wait while nothing is stored mean that the store hangs, even when it still
/// answers others. Looks on both sides of what brings senders together: [#outside] sees who waits, [#inside] what is
/// stored. Safe for many threads.
final class Schrijfgang {

    /// A commit takes some tenths of a second; a slow disk seconds.
    static final Duration TE_LANG = Duration.ofSeconds(15);

    private final Clock clock;
    private int wachtend;
    private Instant sinds = Instant.EPOCH;
    private Instant mislukt = Instant.EPOCH;

    Schrijfgang(Clock clock) {
        this.clock = clock;
    }

    /// The store as senders see it: who offers lines waits until this answers.
    Logregels outside(Logregels group) {
        return new DoorgevendeLogregels(group) {
            @Override
            public Boeking add(List<Inboeking> regels) {
                begin();
                try {
                    return super.add(regels);
                } catch (Onbewaarbaar lines) {
                    throw lines;
                } catch (RuntimeException failed) {
                    failed();
                    throw failed;
                } finally {
                    end();
                }
            }
        };
    }

    /// The store itself.
    Logregels inside(Logregels store) {
        return new DoorgevendeLogregels(store) {
            @Override
            public Boeking add(List<Inboeking> regels) {
                try {
                    Boeking done = super.add(regels);
                    progress();
                    return done;
                } catch (Onbewaarbaar lines) {
                    // The store works; it is these lines that it cannot have.
                    progress();
                    throw lines;
                }
            }
        };
    }

    /// Who comes again after a failure of just now waits as long as before.
    private synchronized void begin() {
        Instant now = clock.instant();
        if (wachtend++ == 0 && !now.isBefore(mislukt.plus(TE_LANG))) {
            sinds = now;
        }
    }

    private synchronized void failed() {
        mislukt = clock.instant();
    }

    private synchronized void end() {
        wachtend--;
    }

    private synchronized void progress() {
        sinds = clock.instant();
        mislukt = Instant.EPOCH;
    }

    /// How long lines wait without that any was stored; zero when none wait.
    synchronized Duration standstill() {
        return wachtend == 0 ? Duration.ZERO : Duration.between(sinds, clock.instant());
    }

    /// What stands in the way, Dutch; empty when lines are stored, or none wait.
    Optional<String> remark() {
        Duration still = standstill();
        return still.compareTo(TE_LANG) < 0
                ? Optional.empty()
                : Optional.of("de database legt niets vast: er wachten regels, en al " + still.toSeconds()
                        + " seconden is er geen enkele vastgelegd");
    }

    void watch(Metrics metrics) {
        metrics.gauge(
                "logbook_standstill_seconds",
                "Seconds that lines wait without any line being stored, 0 when none wait",
                () -> standstill().toMillis() / 1000.0);
    }
}
