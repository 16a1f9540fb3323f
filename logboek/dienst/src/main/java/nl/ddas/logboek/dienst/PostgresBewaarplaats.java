// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Verbintenis;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Removing lines in PostgreSQL. Made for a role of its own: the server's may not do this (LDV-L11).
public final class PostgresBewaarplaats implements Bewaarplaats {

    private static final int HAP = 5_000;
    private static final String WELKE = " where houder = :houder and activiteit = :activiteit and start_nanos >= :vanaf"
            + " and start_nanos < :tot and dag between :eerste and :laatste and dag ";

    private final Jdbi jdbi;
    private final Houders houders;
    private final SecureRandom random;

    private PostgresBewaarplaats(Jdbi jdbi, SecureRandom random) {
        this.jdbi = jdbi;
        this.houders = new Houders(jdbi);
        this.random = random;
    }

    /// Over tables that are up to date. The database stays the caller's to close.
    ///
    /// @param random for the salts of the evidence
    public static PostgresBewaarplaats open(Database database, SecureRandom random) {
        return new PostgresBewaarplaats(database.jdbi(PostgresLogregels.SCHEMA), random);
    }

    @Override
    public List<Houder> houders() {
        return jdbi.withHandle(db -> db.createQuery("select code from houder order by id")
                .map((row, _) -> new Houder(row.getString(1)))
                .list());
    }

    @Override
    public List<String> activiteiten(Houder houder) {
        int number = houders.find(houder).orElseThrow();
        return jdbi.withHandle(db -> Leesslag.activities(db, number, Integer.MAX_VALUE));
    }

    @Override
    public Optional<Vernietiging> remove(Houder houder, Opdracht opdracht) {
        int number = houders.find(houder).orElseThrow();
        return jdbi.inTransaction(db -> {
            Schrijfslag.begin(db, List.of(number));
            List<Long> nummers = strip(db, number, opdracht);
            if (nummers.isEmpty()) {
                return Optional.empty();
            }
            Vernietiging bewijs = opdracht.evidence(nummers.stream().sorted().toList());
            keep(db, number, bewijs);
            return Optional.of(bewijs);
        });
    }

    /// Lines that may come again keep their ids, the others go whole.
    private static List<Long> strip(Handle db, int houder, Opdracht opdracht) {
        long tot = until(db, houder, opdracht);
        Map<String, Object> values = Map.of(
                "houder", houder,
                "activiteit", Rij.digest(opdracht.activiteit()),
                "vanaf", opdracht.vanafNanos(),
                "tot", tot,
                "eerste", Inboeking.dag(opdracht.vanafNanos()),
                "laatste", Inboeking.dag(tot),
                "dubbel", opdracht.dubbel());
        List<Long> nummers = new ArrayList<>(numbers(db, "delete from logregel" + WELKE + "< :dubbel", values));
        nummers.addAll(numbers(
                db,
                "update logregel set activiteit = null, betrokkene = null, vreemde_trace = null, zout = null, vorm = null"
                        + WELKE + ">= :dubbel",
                values));
        return nummers;
    }

    private static List<Long> numbers(Handle db, String statement, Map<String, Object> values) {
        return db.createQuery(statement + " returning nummer")
                .bindMap(values)
                .mapTo(Long.class)
                .list();
    }

    /// Where a few thousand lines end.
    private static long until(Handle db, int houder, Opdracht opdracht) {
        return db.createQuery("select start_nanos from logregel where houder = :houder and activiteit = :activiteit"
                        + " and start_nanos >= :vanaf and start_nanos < :voor and dag between :eerste and :laatste"
                        + " order by start_nanos offset :hap limit 1")
                .bind("houder", houder)
                .bind("activiteit", Rij.digest(opdracht.activiteit()))
                .bind("vanaf", opdracht.vanafNanos())
                .bind("voor", opdracht.voorNanos())
                .bind("eerste", Inboeking.dag(opdracht.vanafNanos()))
                .bind("laatste", Inboeking.dag(opdracht.voorNanos()))
                .bind("hap", HAP)
                .mapTo(Long.class)
                .findOne()
                .map(last -> Math.min(last + 1, opdracht.voorNanos()))
                .orElse(opdracht.voorNanos());
    }

    private void keep(Handle db, int houder, Vernietiging bewijs) {
        byte[] zout = new byte[Verbintenis.ZOUT];
        random.nextBytes(zout);
        byte[] vorm = bewijs.vorm();
        long nummer = Schrijfslag.bind(db, houder, 1, Verbintenis.of(zout, vorm));
        db.createUpdate("insert into vernietiging (houder, nummer, ronde, op, activiteit, versie, aantal, zout, vorm)"
                        + " values (:houder, :nummer, :ronde, :op, :activiteit, :versie, :aantal, :zout, :vorm)")
                .bind("houder", houder)
                .bind("nummer", nummer)
                .bind("ronde", bewijs.ronde())
                .bind("op", OffsetDateTime.ofInstant(bewijs.op(), ZoneOffset.UTC))
                .bind("activiteit", bewijs.activiteit())
                .bind("versie", bewijs.versie())
                .bind("aantal", bewijs.aantal())
                .bind("zout", zout)
                .bind("vorm", vorm)
                .execute();
    }

    @Override
    public int forget(Houder houder, LocalDate voor) {
        int number = houders.find(houder).orElseThrow();
        return jdbi.withHandle(
                db -> db.createUpdate("delete from logregel where houder = :houder and vorm is null and dag < :voor")
                        .bind("houder", number)
                        .bind("voor", voor)
                        .execute());
    }
}
