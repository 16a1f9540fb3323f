// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;
import org.jdbi.v3.core.Jdbi;

/// Lines in PostgreSQL, in a partition for each day, written by COPY. Lines that are there already are rare, so
/// they are looked for only when COPY stumbles over one.
public final class PostgresLogregels implements Logregels {

    private static final String SCHEMA = "logboek";

    private final Jdbi jdbi;
    private final Houders houders;
    private final Dagen dagen;

    private PostgresLogregels(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.houders = new Houders(jdbi);
        this.dagen = new Dagen(jdbi, clock);
    }

    /// Brings the tables up to date. The database stays the caller's to close.
    ///
    /// @param clock says which days are near
    public static PostgresLogregels open(Database database, Clock clock) {
        database.migrate(SCHEMA, "nl/ddas/logboek/dienst/db");
        return new PostgresLogregels(database.jdbi(SCHEMA), clock);
    }

    @Override
    public Boeking add(List<Inboeking> regels) {
        if (regels.isEmpty()) {
            return new Boeking.Geboekt(List.of());
        }
        Map<Inboeking.Sleutel, Inboeking> eerste = new LinkedHashMap<>();
        regels.forEach(one -> eerste.putIfAbsent(one.sleutel(), one));
        dagen.prepare(eerste.keySet());
        List<Rij> rijen = eerste.values().stream()
                .map(one -> Rij.of(one, houders.number(one.houder())))
                .toList();
        Map<Inboeking.Sleutel, Logregel> anderen = write(rijen, List.copyOf(eerste.keySet()));
        return new Boeking.Geboekt(outcomes(regels, anderen));
    }

    /// @return lines that were there already, by what they are known by
    private Map<Inboeking.Sleutel, Logregel> write(List<Rij> rijen, List<Inboeking.Sleutel> sleutels) {
        byte[] bytes = Kopie.write(rijen);
        try {
            jdbi.useTransaction(db -> Schrijfslag.copy(db, "logregel", bytes));
            return Map.of();
        } catch (Schrijfslag.Dubbel _) {
            Map<Schrijfslag.Rijsleutel, Inboeking.Sleutel> back = new HashMap<>();
            for (int i = 0; i < rijen.size(); i++) {
                back.put(Schrijfslag.Rijsleutel.of(rijen.get(i)), sleutels.get(i));
            }
            Map<Inboeking.Sleutel, Logregel> anderen = new HashMap<>();
            jdbi.inTransaction(db -> Schrijfslag.merge(db, bytes))
                    .forEach((row, line) -> anderen.put(Objects.requireNonNull(back.get(row)), line));
            return anderen;
        }
    }

    /// The first of lines with the same ids counts, the others are held against it.
    private static List<Opslag> outcomes(List<Inboeking> regels, Map<Inboeking.Sleutel, Logregel> anderen) {
        Map<Inboeking.Sleutel, Logregel> there = new HashMap<>(anderen);
        List<Opslag> opslag = new ArrayList<>(regels.size());
        for (Inboeking one : regels) {
            Logregel before = there.putIfAbsent(one.sleutel(), one.regel());
            opslag.add(before == null ? Opslag.NIEUW : GeheugenLogregels.again(before, one.regel()));
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

    @Override
    public void close() {}
}
