// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeSet;

/// Remembers which signatures were used, for as long as their time of signing is accepted. Safe for many threads.
///
/// Bounded: when it is full the oldest is forgotten, and from then on nothing signed at that time or before is taken;
/// so a full memory shortens the time that a signature is good for, but never lets one through twice.
public final class ReplayCache {

    private record Used(Instant signedAt, String sha256) {}

    private final TreeSet<Used> used =
            new TreeSet<>(Comparator.comparing(Used::signedAt).thenComparing(Used::sha256));
    private final int capacity;
    private Instant floor = Instant.MIN;

    /// @param capacity how many signatures it remembers, at least 1; some 200 bytes each
    public ReplayCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("ReplayCache: expected a capacity of 1 or more, got " + capacity);
        }
        this.capacity = capacity;
    }

    /// Whether the signature is used for the first time; from now on it is known.
    ///
    /// @param signedAt its `iat`
    /// @param oldest time of signing up to which signatures are refused anyway: those are forgotten
    synchronized boolean firstUse(byte[] signature, Instant signedAt, Instant oldest) {
        while (!used.isEmpty() && used.first().signedAt().isBefore(oldest)) {
            used.removeFirst();
        }
        if (!signedAt.isAfter(floor)) {
            return false;
        }
        boolean first = used.add(new Used(signedAt, HexFormat.of().formatHex(Sha256.of(signature))));
        if (used.size() > capacity) {
            floor = used.removeFirst().signedAt();
        }
        return first;
    }

    /// How many signatures are remembered now.
    public synchronized int size() {
        return used.size();
    }
}
