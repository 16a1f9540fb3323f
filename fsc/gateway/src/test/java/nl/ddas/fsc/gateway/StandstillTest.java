// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.ddas.basis.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StandstillTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final Network network = Network.open();
    private final Promise<Boolean> noticed = Promise.promise();

    @AfterEach
    void stop() {
        network.close();
    }

    private boolean isNoticed() throws IOException {
        return Network.await(noticed.future(), Duration.ofSeconds(30), "noticing");
    }

    @Test
    void noticesThatNothingMoves() throws IOException {
        new Standstill(network.vertx(), SHORT, () -> 7, () -> noticed.tryComplete(true)).start();

        assertThat(isNoticed()).isTrue();
    }

    @Test
    void whatNeverBeganStopsNobodyElsesTimer() throws IOException {
        long first = network.vertx().setTimer(SHORT.toMillis(), late -> noticed.tryComplete(true));
        new Standstill(network.vertx(), SHORT, () -> 7, () -> {}).stop();

        assertThat(first).as("the number of the first timer").isZero();
        assertThat(isNoticed()).isTrue();
    }

    @Test
    void saysNothingOnceStopped() throws IOException {
        Standstill stopped = new Standstill(network.vertx(), SHORT, () -> 7, () -> noticed.tryComplete(false));
        stopped.start();
        stopped.stop();
        long _ = network.vertx().setTimer(5 * SHORT.toMillis(), late -> noticed.tryComplete(true));

        assertThat(isNoticed()).isTrue();
    }

    @Test
    void waitsOnWhileSomethingMoves() throws IOException {
        AtomicLong looks = new AtomicLong();
        Standstill moving = new Standstill(
                network.vertx(),
                SHORT,
                () -> {
                    if (looks.incrementAndGet() > 3) {
                        noticed.tryComplete(true);
                    }
                    return looks.get();
                },
                () -> noticed.tryComplete(false));
        moving.start();

        assertThat(isNoticed()).isTrue();
        moving.stop();
    }
}
