// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BezorgerTest implements Bezorger.Voorraad {

    private final List<Integer> gebracht = new CopyOnWriteArrayList<>();
    private final Queue<Wachtend> wachtend = new ArrayDeque<>();
    private final CountDownLatch begonnen = new CountDownLatch(1);

    private final Bezorger bezorger = new Bezorger(
            (verzoek, regels) -> {
                gebracht.add(regels);
                return new Uitkomst.Bevestigd();
            },
            Duration.ofSeconds(1),
            this,
            new Melder(new Gehoord()));

    /// The first time there is nothing; before that is told, a line comes in and everything is closed.
    @Override
    public @Nullable Wachtend next() {
        if (begonnen.getCount() > 0) {
            begonnen.countDown();
            Thread closing = Thread.ofPlatform().start(bezorger::close);
            while (closing.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            wachtend.add(() -> new Aflevering.Zending(new byte[0], 7));
            return null;
        }
        return wachtend.peek();
    }

    @Override
    public void handled(Wachtend one, Uitkomst uitkomst) {
        wachtend.remove();
    }

    @Test
    void whatCameJustBeforeClosingIsBroughtAway() throws InterruptedException {
        bezorger.start();
        begonnen.await();
        bezorger.close();

        assertThat(gebracht).containsExactly(7);
    }
}
