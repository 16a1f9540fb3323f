// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.Rounds;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;
import org.jdbi.v3.core.Jdbi;

/// Lines in PostgreSQL, in a partition for each day, written by COPY together with their leaves. Lines that are
/// there already are rare, so they are looked for only when COPY stumbles over one.
public final class PostgresLogregels implements Logregels {

    static final String SCHEMA = "logboek";

    private final Jdbi jdbi;
    private final Houders houders;
    private final Dagen dagen;
    private final Rounds<Onderhoud> rondes;
    private final SecureRandom random;
    private final Runnable geboekt;

    private PostgresLogregels(Jdbi jdbi, Clock clock, SecureRandom random, Runnable geboekt) {
        this.jdbi = jdbi;
        this.houders = new Houders(jdbi);
        this.dagen = new Dagen(jdbi, clock);
        this.rondes = Rounds.start(Map.of(Onderhoud.DAGEN, dagen::prepare), Dagen.UUR, Onderhoud::failed);
        this.random = random;
        this.geboekt = geboekt;
    }

    /// Brings the tables up to date, and opens them. The database stays the caller's to close.
    ///
    /// @param clock says which days are near
    /// @param random for the salts
    public static PostgresLogregels open(Database database, Clock clock, SecureRandom random) {
        migrate(database);
        return connect(database, clock, random, () -> {});
    }

    /// Opens tables that are up to date ([Logboekrollen#prepare]). The database stays the caller's to close.
    ///
    /// @param clock says which days are near
    /// @param random for the salts
    /// @param geboekt run after each commit that gave leaves; must be quick
    public static PostgresLogregels connect(Database database, Clock clock, SecureRandom random, Runnable geboekt) {
        return new PostgresLogregels(database.jdbi(SCHEMA), clock, random, geboekt);
    }

    static void migrate(Database database) {
        database.migrate(SCHEMA, "nl/ddas/logboek/dienst/db");
    }

    @Override
    public Boeking add(List<Inboeking> regels) {
        if (regels.isEmpty()) {
            return new Boeking.Geboekt(List.of());
        }
        Map<Inboeking.Sleutel, Inboeking> eerste = new LinkedHashMap<>();
        regels.forEach(one -> eerste.putIfAbsent(one.sleutel(), one));
        Map<Inboeking.Sleutel, Optional<Logregel>> anderen = write(eerste);
        if (anderen.size() < eerste.size()) {
            geboekt.run();
        }
        return new Boeking.Geboekt(outcomes(regels, anderen));
    }

    private Map<Inboeking.Sleutel, Optional<Logregel>> write(Map<Inboeking.Sleutel, Inboeking> eerste) {
        try {
            return write(Rij.of(List.copyOf(eerste.values()), houders, random), List.copyOf(eerste.keySet()));
        } catch (RuntimeException failed) {
            throw Onbewaarbaar.orElse(failed);
        }
    }

    /// @return lines that were there already, by what they are known by
    private Map<Inboeking.Sleutel, Optional<Logregel>> write(List<Rij> rijen, List<Inboeking.Sleutel> sleutels) {
        try {
            List<Schrijfslag.Worp> ready = Schrijfslag.ready(rijen);
            jdbi.useTransaction(db -> Schrijfslag.add(db, ready));
            return Map.of();
        } catch (Schrijfslag.Dubbel _) {
            Map<Schrijfslag.Rijsleutel, Inboeking.Sleutel> back = new HashMap<>();
            for (int i = 0; i < rijen.size(); i++) {
                back.put(Schrijfslag.Rijsleutel.of(rijen.get(i)), sleutels.get(i));
            }
            Map<Inboeking.Sleutel, Optional<Logregel>> anderen = new HashMap<>();
            jdbi.inTransaction(db -> Schrijfslag.merge(db, rijen))
                    .forEach((row, line) -> anderen.put(Objects.requireNonNull(back.get(row)), line));
            return anderen;
        }
    }

    /// The first of lines with the same ids counts, the others are held against it. A line whose time is over
    /// cannot be held against anything: who repeats it hears that it was stored.
    private static List<Opslag> outcomes(List<Inboeking> regels, Map<Inboeking.Sleutel, Optional<Logregel>> anderen) {
        Map<Inboeking.Sleutel, Optional<Logregel>> there = new HashMap<>(anderen);
        List<Opslag> opslag = new ArrayList<>(regels.size());
        for (Inboeking one : regels) {
            Optional<Logregel> before = there.putIfAbsent(one.sleutel(), Optional.of(one.regel()));
            opslag.add(
                    before == null
                            ? Opslag.NIEUW
                            : before.map(line -> GeheugenLogregels.again(line, one.regel()))
                                    .orElse(Opslag.HERHALING));
        }
        return opslag;
    }

    @Override
    public List<Logregel> trace(Houder houder, TraceId traceId) {
        Optional<Integer> number = houders.find(houder);
        return number.isEmpty() ? List.of() : jdbi.withHandle(db -> Leesslag.trace(db, number.get(), traceId));
    }

    @Override
    public Regelpagina search(Houder houder, Zoekvraag vraag) {
        Optional<Integer> number = houders.find(houder);
        return number.isEmpty()
                ? new Regelpagina(List.of(), Optional.empty())
                : jdbi.withHandle(db -> Leesslag.search(db, number.get(), vraag));
    }

    /// Makes the partitions that are lacking; goes by itself each hour.
    ///
    /// @throws IllegalStateException when one could not be made
    void prepare() {
        dagen.prepare();
    }

    /// What it does beside the requests, for health.
    Rounds<Onderhoud> rondes() {
        return rondes;
    }

    @Override
    public void close() {
        rondes.close();
    }
}
