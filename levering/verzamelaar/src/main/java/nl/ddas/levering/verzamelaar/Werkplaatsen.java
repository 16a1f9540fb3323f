// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/// Shares out what steps need: places for work on our own machine, connections of the database for reading in, and one
/// request at a time of each supplier. Waiting for a supplier takes no place, so that one who hardly sends holds up
/// nobody but itself.
final class Werkplaatsen {

    /// Reading in holds a connection all the while; the pool has four, and the other steps need some.
    private static final int MEESTE_INLEZINGEN = 2;

    private final Semaphore plaatsen;
    private final Semaphore inlezingen = new Semaphore(MEESTE_INLEZINGEN, true);
    private final ConcurrentMap<String, ReentrantLock> leveranciers = new ConcurrentHashMap<>();

    /// @param aantal most steps at the same time that work on our own machine
    Werkplaatsen(int aantal) {
        plaatsen = new Semaphore(aantal, true);
    }

    /// A step that works on our own machine.
    Stap werk(Stap stap) {
        return binnen(plaatsen, stap);
    }

    /// The same, with a connection of the database in hand.
    Stap inlezen(Stap stap) {
        return binnen(inlezingen, werk(stap));
    }

    /// A step that waits for its supplier.
    Stap netwerk(Stap stap) {
        return (rij, leverancier) -> {
            ReentrantLock slot = leveranciers.computeIfAbsent(leverancier.naam(), nieuw -> new ReentrantLock());
            slot.lockInterruptibly();
            try {
                return stap.zet(rij, leverancier);
            } finally {
                slot.unlock();
            }
        };
    }

    private static Stap binnen(Semaphore plaatsen, Stap stap) {
        return (rij, leverancier) -> {
            plaatsen.acquire();
            try {
                return stap.zet(rij, leverancier);
            } finally {
                plaatsen.release();
            }
        };
    }
}
