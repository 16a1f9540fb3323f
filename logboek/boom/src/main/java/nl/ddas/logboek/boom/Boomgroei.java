// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Lets the trees grow: reads new leaves, keeps the tiles they make, and signs the new head. Tiles, edge and
/// checkpoint are kept in one transaction, so a checkpoint that can be seen has all its tiles, and whoever is
/// killed halfway did nothing. Signs nothing that does not go on from what was signed last. Safe for many
/// threads and processes.
public final class Boomgroei {

    /// Leaves that go into one checkpoint at most: 2 MiB of commitments.
    static final int MEESTE = 1 << 16;
    /// How often is looked for checkpoints that may go, and how old they are then: no witness takes that long.
    private static final Duration UITDUNNEN = Duration.ofMinutes(10);

    private final Bladbron bron;
    private final PostgresBomen bomen;
    private final Function<String, Logsleutels> sleutels;
    private final Clock clock;
    private final Map<String, Boomrand> randen = new ConcurrentHashMap<>();
    private final Map<String, Instant> uitgedund = new ConcurrentHashMap<>();

    /// @param sleutels the keys of each log; their name is the origin of the log
    public Boomgroei(Bladbron bron, PostgresBomen bomen, Function<String, Logsleutels> sleutels, Clock clock) {
        this.bron = bron;
        this.bomen = bomen;
        this.sleutels = sleutels;
        this.clock = clock;
    }

    /// The tree that was kept is not the tree that was signed: somebody changed the database. Nothing is signed
    /// until that is looked into.
    public static final class Gebroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gebroken(String log) {
            super("the tree of log " + log + " is not what its last checkpoint says");
        }
    }

    /// Takes in what leaves there are now, of one log; not more than fit one checkpoint.
    ///
    /// @return how many there were; 0 too when another process is busy with this log
    /// @throws Gebroken when the tree is not what was signed
    public long grow(String log) {
        return bomen.alone(log, boom -> grow(log, boom)).orElse(0L);
    }

    /// Removes checkpoints of which a later one in the same hour tells as much; now and then, so it may be called
    /// always.
    ///
    /// @return how many
    public int thin(String log) {
        Instant now = clock.instant();
        Optional<Instant> last = Optional.ofNullable(uitgedund.get(log));
        if (last.filter(moment -> now.isBefore(moment.plus(UITDUNNEN))).isPresent()) {
            return 0;
        }
        int gone = bomen.thin(log, now.minus(UITDUNNEN));
        uitgedund.put(log, now);
        return gone;
    }

    private long grow(String log, PostgresBomen.Groeiend boom) {
        Logsleutels keys = sleutels.apply(log);
        Boomrand rand = edge(log, keys, boom);
        long from = rand.size();
        byte[] leaves = bron.read(log, from, MEESTE);
        int count = leaves.length / Verbintenis.BYTES;
        if (count == 0) {
            return 0;
        }
        List<PostgresBomen.Vol> vol = new ArrayList<>();
        randen.remove(log);
        for (int i = 0; i < count; i++) {
            rand.add(
                    Merkle.leaf(Hash.in(leaves, i).bytes()),
                    (tegel, hashes) -> vol.add(new PostgresBomen.Vol(tegel, hashes)));
        }
        String head = new Checkpoint(keys.naam(), rand.size(), rand.root()).text();
        boom.keep(vol, rand, keys.sign(head), clock.instant());
        randen.put(log, rand);
        return count;
    }

    /// The edge we had, when the database has the same; else that of the database, held against what was signed.
    private Boomrand edge(String log, Logsleutels keys, PostgresBomen.Groeiend boom) {
        Boomrand kept = boom.rand();
        Optional<Boomrand> had = Optional.ofNullable(randen.get(log))
                .filter(one -> one.size() == kept.size() && one.root().equals(kept.root()));
        return had.orElseGet(() -> checked(log, keys, kept, boom.checkpoint()));
    }

    private static Boomrand checked(String log, Logsleutels keys, Boomrand kept, Optional<SignedNote> signed) {
        if (signed.isEmpty() && kept.size() == 0) {
            return kept;
        }
        return signed.filter(keys::signed)
                .flatMap(note -> Checkpoint.read(note.text()))
                .filter(head -> head.size() == kept.size() && head.root().equals(kept.root()))
                .map(_ -> kept)
                .orElseThrow(() -> new Gebroken(log));
    }
}
