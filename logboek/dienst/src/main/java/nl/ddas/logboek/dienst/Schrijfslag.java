// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.logboek.model.Logregel;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

/// Writing within a transaction. Whoever adds to the leaves of a controller holds the lock of that controller until the
/// commit; so numbers have no gaps and stand in the order of the commits, and a line that was looked for and not found
/// cannot come in between.
final class Schrijfslag {

    /// Of ours alone, beside the number of a controller.
    private static final int SLOT = 0x6c6f67;

    private Schrijfslag() {}

    /// One of the lines is there already; leaves the transaction, never seen outside.
    static final class Dubbel extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Dubbel() {
            super(null, null, false, false);
        }
    }

    /// What a row is known by.
    record Rijsleutel(LocalDate dag, int houder, UUID traceId, long spanId) {

        static Rijsleutel of(Rij rij) {
            return new Rijsleutel(rij.dag(), rij.houder(), rij.traceId().uuid(), rij.spanId());
        }
    }

    /// Rows of one controller, ready to be numbered.
    ///
    /// @param verbintenissen of their leaves, one after the other
    record Worp(int houder, int aantal, byte[] verbintenissen, Kopie kopie) {

        private static Worp of(int houder, List<Rij> own) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(own.size() * Verbintenis.BYTES);
            own.forEach(rij -> bytes.writeBytes(rij.verbintenis()));
            return new Worp(houder, own.size(), bytes.toByteArray(), Kopie.of(own));
        }
    }

    /// Makes ready what can be before a transaction begins, in the order in which locks are taken.
    static List<Worp> ready(List<Rij> rijen) {
        List<Worp> worpen = new ArrayList<>();
        rijen.stream()
                .collect(Collectors.groupingBy(Rij::houder, TreeMap::new, Collectors.toList()))
                .forEach((houder, own) -> worpen.add(Worp.of(houder, own)));
        return worpen;
    }

    /// Adds rows with their leaves, all or none.
    ///
    /// @throws Dubbel when one is there already
    static void add(Handle db, List<Worp> worpen) {
        worpen.forEach(
                worp -> copy(db, worp.kopie().numbered(bind(db, worp.houder(), worp.aantal(), worp.verbintenissen()))));
    }

    /// Adds the rows that are not there yet, with their leaves.
    ///
    /// @return those that were there, as they were; without a line when its time is over
    static Map<Rijsleutel, Optional<Logregel>> merge(Handle db, List<Rij> rijen) {
        begin(db, rijen.stream().map(Rij::houder).toList());
        Map<Rijsleutel, Optional<Logregel>> there = new HashMap<>();
        record Deel(int houder, LocalDate dag) {}
        rijen.stream()
                .collect(Collectors.groupingBy(rij -> new Deel(rij.houder(), rij.dag())))
                .forEach((deel, some) -> there.putAll(find(db, deel.houder(), deel.dag(), some)));
        add(
                db,
                ready(rijen.stream()
                        .filter(rij -> !there.containsKey(Rijsleutel.of(rij)))
                        .toList()));
        return there;
    }

    /// Whatever the server was set to: what is confirmed is on its disk. Locks are taken in one order, so that writers
    /// never wait for each other in a ring.
    static void begin(Handle db, List<Integer> houders) {
        db.execute("set local synchronous_commit to on");
        houders.stream().distinct().sorted().forEach(houder -> lock(db, houder));
    }

    private static void lock(Handle db, int houder) {
        db.createQuery("select 1 from pg_advisory_xact_lock(:slot, :houder)")
                .bind("slot", SLOT)
                .bind("houder", houder)
                .mapTo(Integer.class)
                .one();
    }

    /// Adds leaves; takes the lock, which who has it already keeps.
    ///
    /// @param verbintenissen one after the other
    /// @return number of the first
    static long bind(Handle db, int houder, int aantal, byte[] verbintenissen) {
        return db.createQuery("select boek(:houder, :slot, :aantal, :bytes)")
                .bind("houder", houder)
                .bind("slot", SLOT)
                .bind("aantal", aantal)
                .bind("bytes", verbintenissen)
                .mapTo(Long.class)
                .one();
    }

    private static void copy(Handle db, byte[] rows) {
        try {
            db.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy logregel (" + Kopie.KOLOMMEN + ") from stdin (format binary)",
                            new ByteArrayInputStream(rows));
        } catch (SQLException refused) {
            if (PSQLState.UNIQUE_VIOLATION.getState().equals(refused.getSQLState())) {
                throw new Dubbel();
            }
            throw new IllegalStateException("lines could not be copied into the table", refused);
        } catch (IOException broken) {
            throw new IllegalStateException("lines could not be copied into the table", broken);
        }
    }

    /// One look in the index for each, whatever the planner thinks of their number.
    private static Map<Rijsleutel, Optional<Logregel>> find(Handle db, int houder, LocalDate dag, List<Rij> rijen) {
        Map<Rijsleutel, Optional<Logregel>> there = new HashMap<>();
        db.createQuery("select gezocht.trace_id, gezocht.span_id, daar.vorm"
                        + " from unnest(:traces, :spans) as gezocht (trace_id, span_id) cross join lateral"
                        + " (select vorm from logregel l where l.houder = :houder and l.dag = :dag"
                        + " and l.trace_id = gezocht.trace_id and l.span_id = gezocht.span_id limit 1) as daar")
                .bind("houder", houder)
                .bind("dag", dag)
                .bind("traces", rijen.stream().map(rij -> rij.traceId().uuid()).toArray(UUID[]::new))
                .bind("spans", rijen.stream().map(Rij::spanId).toArray(Long[]::new))
                .map((row, _) -> Map.entry(
                        new Rijsleutel(dag, houder, row.getObject(1, UUID.class), row.getLong(2)),
                        Optional.ofNullable(row.getBytes(3)).map(Leesslag::line)))
                .forEach(entry -> there.put(entry.getKey(), entry.getValue()));
        return there;
    }
}
