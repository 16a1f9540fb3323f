// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.bron.VerslagenArchief.Verslag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much the archive of a running bron holds, and how much it may hold. What was acknowledged stays until
/// its time is over: a full archive takes nothing new, and throws nothing away for it. Safe for many threads.
final class Verslagvoorraad {

    private static final Logger LOG = LoggerFactory.getLogger(Verslagvoorraad.class);

    /// @param bytes of the reports, those that are coming in included
    /// @param hoogstens most bytes they may take together
    /// @param vol whether a report of the largest size no longer fits
    record Stand(int aantal, long bytes, long hoogstens, boolean vol) {}

    private record Stuk(Instant ontvangen, long bytes) {}

    private final VerslagenArchief archief;
    private final BronConfig.Bewaring bewaring;
    private final long grootste;
    private final Clock clock;
    private final Map<String, Stuk> stukken = new LinkedHashMap<>();
    private long bezet;

    private Verslagvoorraad(VerslagenArchief archief, BronConfig.Bewaring bewaring, long grootste, Clock clock) {
        this.archief = archief;
        this.bewaring = bewaring;
        this.grootste = grootste;
        this.clock = clock;
    }

    /// Clears away what an earlier run left half done, and counts what is there.
    ///
    /// @param grootste largest report that is taken, in bytes
    static Verslagvoorraad open(VerslagenArchief archief, BronConfig.Bewaring bewaring, long grootste, Clock clock)
            throws IOException {
        Verslagvoorraad voorraad = new Verslagvoorraad(archief, bewaring, grootste, clock);
        archief.ruimOp();
        for (Verslag verslag : archief.lijst()) {
            voorraad.stukken.put(verslag.id(), new Stuk(verslag.ontvangen(), verslag.grootte()));
            voorraad.bezet += verslag.grootte();
        }
        return voorraad;
    }

    synchronized Stand stand() {
        return new Stand(stukken.size(), bezet, bewaring.ruimte(), bezet + grootste > bewaring.ruimte());
    }

    /// Keeps room free for a report that is coming in.
    ///
    /// @return false when there is none; nothing is kept free then
    synchronized boolean reserveer(long bytes) {
        if (bezet + bytes > bewaring.ruimte()) {
            LOG.warn(
                    "a report was refused: the archive holds {} of {} bytes; see verslagen-ruimte-mb",
                    bezet,
                    bewaring.ruimte());
            return false;
        }
        bezet += bytes;
        return true;
    }

    /// Gives back room that was kept free.
    synchronized void geefVrij(long bytes) {
        bezet -= bytes;
    }

    /// Notes a report that is in the archive now.
    synchronized void bij(String id, long bytes) {
        stukken.put(id, new Stuk(clock.instant(), bytes));
        bezet += bytes;
    }

    /// The reports that were kept long enough, in the order in which they came.
    synchronized List<String> verlopen() {
        Instant grens = clock.instant().minus(bewaring.termijn());
        return stukken.entrySet().stream()
                .filter(stuk -> isVerlopen(stuk.getValue(), grens))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What a report says of its delivery; empty when it is not there or cannot be read.
    Optional<VerslagenArchief.Gelezen> lees(String id) {
        return archief.lees(id);
    }

    /// Removes a report whose time is over.
    synchronized void verwijder(String id) throws IOException {
        archief.verwijder(id);
        Stuk stuk = stukken.remove(id);
        bezet -= stuk == null ? 0 : stuk.bytes();
        LOG.info("report {} was removed: its time was over", id);
    }

    private static boolean isVerlopen(Stuk stuk, Instant grens) {
        return !stuk.ontvangen().isAfter(grens);
    }
}
