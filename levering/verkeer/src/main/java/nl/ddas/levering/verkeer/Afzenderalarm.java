// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import nl.ddas.basis.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The alarm for who was not expected: a figure, and a line in the log that says who. Anybody with a certificate of
/// an authority that we trust can ring it, as often as it likes. So the figure has no labels, and the log tells each
/// sender and outcome once a day (UTC), and only so many of them. Safe for many threads.
public final class Afzenderalarm {

    private static final Logger LOG = LoggerFactory.getLogger(Afzenderalarm.class);

    /// So many lines a day.
    static final int MEESTE_REGELS = 1_000;

    /// Refusals of a request that its sender may not make, also of one that we know.
    private static final Set<String> ONVERWACHT = Set.of("toegang-geweigerd", "identiteit-afwijking");

    private record Gezegd(String afzender, String uitkomst) {}

    private final Metrics.Counter teller;
    private final Clock clock;
    private final Set<Gezegd> vandaag = new HashSet<>();
    private LocalDate dag = LocalDate.MIN;

    private Afzenderalarm(Metrics.Counter teller, Clock clock) {
        this.teller = teller;
        this.clock = clock;
    }

    /// Registers the counter `PREFIX_onverwachte_afzender`.
    public static Afzenderalarm meld(Metrics cijfers, String prefix, Clock clock) {
        Metrics.Counter teller = cijfers.counter(
                prefix + "_onverwachte_afzender",
                "Alarm: geweigerde verzoeken van wie hier niets te vragen of te melden heeft, of die een ander"
                        + " ondertekende");
        return new Afzenderalarm(teller, clock);
    }

    /// Rings when the refusal is of who may ask nothing here, whatever stopped it first, or says that this
    /// sender may not do this.
    ///
    /// @param uitkomst code of the refusal, one of a few of ours
    public void geweigerd(Verzoeker wie, String uitkomst) {
        if (wie.verwacht() && !ONVERWACHT.contains(uitkomst)) {
            return;
        }
        teller.add();
        zeg(new Gezegd(wie.afzender(), uitkomst));
    }

    private synchronized void zeg(Gezegd dit) {
        LocalDate nu = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!nu.equals(dag)) {
            dag = nu;
            vandaag.clear();
        }
        if (vandaag.size() >= MEESTE_REGELS || !vandaag.add(dit)) {
            return;
        }
        LOG.warn(
                "a request of {} was refused: {}; more of the same today are only counted",
                dit.afzender(),
                dit.uitkomst());
        if (vandaag.size() == MEESTE_REGELS) {
            LOG.warn("{} of such lines today; whoever else is refused is only counted", MEESTE_REGELS);
        }
    }
}
