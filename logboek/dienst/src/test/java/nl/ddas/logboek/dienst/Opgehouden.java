// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A store that waits until it may go on, and counts what it is offered.
final class Opgehouden extends DoorgevendeLogregels {

    private final CountDownLatch bezig = new CountDownLatch(1);
    private final CountDownLatch verder = new CountDownLatch(1);
    private final List<Integer> groottes = new CopyOnWriteArrayList<>();

    /// @param onder closed by whoever made it
    Opgehouden(Logregels onder) {
        super(onder);
    }

    @Override
    public Boeking add(List<Inboeking> regels) {
        groottes.add(regels.size());
        bezig.countDown();
        await(verder);
        return super.add(regels);
    }

    /// Returns when it is offered something.
    void awaitBezig() {
        await(bezig);
    }

    /// What waits may go on, and so may all that comes after.
    void verder() {
        verder.countDown();
    }

    /// How many lines it was offered each time.
    List<Integer> groottes() {
        return List.copyOf(groottes);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came in half a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {}
}
