// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A set of numbers, kept as ranges: small when they lie together. Not safe for many threads.
final class Bereiken {

    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    void add(long nummer) {
        add(new Bereik(nummer, nummer + 1));
    }

    /// Ranges that touch become one.
    void add(Bereik bereik) {
        long van = bereik.van();
        long tot = bereik.tot();
        Map.Entry<Long, Long> before = ranges.floorEntry(van);
        if (before != null && before.getValue() >= van) {
            van = before.getKey();
            tot = Math.max(tot, before.getValue());
        }
        Map.Entry<Long, Long> touching = ranges.higherEntry(van);
        while (touching != null && touching.getKey() <= tot) {
            tot = Math.max(tot, touching.getValue());
            ranges.remove(touching.getKey());
            touching = ranges.higherEntry(van);
        }
        ranges.put(van, tot);
    }

    /// The numbers here that are not in the other set.
    List<Bereik> minus(Bereiken other) {
        List<Bereik> rest = new ArrayList<>();
        ranges.forEach((van, tot) -> {
            long at = van;
            Map.Entry<Long, Long> cover = other.ranges.floorEntry(at);
            cover = cover == null || cover.getValue() <= at ? other.ranges.higherEntry(at) : cover;
            while (cover != null && cover.getKey() < tot) {
                if (cover.getKey() > at) {
                    rest.add(new Bereik(at, cover.getKey()));
                }
                at = Math.max(at, cover.getValue());
                cover = other.ranges.higherEntry(cover.getKey());
            }
            if (at < tot) {
                rest.add(new Bereik(at, tot));
            }
        });
        return rest;
    }
}
