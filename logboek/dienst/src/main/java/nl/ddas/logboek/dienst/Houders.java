// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/// Numbers of controllers in the tables; they never change, so once read they are remembered.
final class Houders {

    private final Jdbi jdbi;
    private final Map<Houder, Integer> bekend = new ConcurrentHashMap<>();

    Houders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The number, given out now when there is none yet.
    int number(Houder houder) {
        Optional<Integer> there = find(houder);
        if (there.isPresent()) {
            return there.get();
        }
        jdbi.useHandle(db -> db.createUpdate("insert into houder (code) values (:code) on conflict do nothing")
                .bind("code", houder.code())
                .execute());
        return find(houder).orElseThrow();
    }

    Optional<Integer> find(Houder houder) {
        Optional<Integer> there = Optional.ofNullable(bekend.get(houder));
        if (there.isPresent()) {
            return there;
        }
        Optional<Integer> read = jdbi.withHandle(db -> db.createQuery("select id from houder where code = :code")
                .bind("code", houder.code())
                .mapTo(Integer.class)
                .findOne());
        read.ifPresent(number -> bekend.put(houder, number));
        return read;
    }
}
