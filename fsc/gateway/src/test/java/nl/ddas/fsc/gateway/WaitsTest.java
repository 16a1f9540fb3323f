// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import nl.ddas.basis.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private final Network network = Network.open();
    private final Context context = network.vertx().getOrCreateContext();

    @AfterEach
    void stop() {
        network.close();
    }

    private Future<Void> wait(Duration longest, CompletableFuture<Void> stage) {
        Waits waits = new Waits(network.vertx(), longest, failed -> new IllegalStateException("not safe", failed));
        return waits.within(context, stage);
    }

    private static void await(Future<Void> future) throws IOException {
        Network.await(future, Duration.ofSeconds(30), "waiting");
    }

    @Test
    void endsAsTheStageEndsInTheContext() throws IOException {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        Future<Boolean> ended = wait(Duration.ofMinutes(5), stage)
                .map(done -> Context.isOnEventLoopThread() && network.vertx().getOrCreateContext() == context);
        assertThat(ended.isComplete()).isFalse();

        stage.complete(null);

        assertThat(Network.await(ended, Duration.ofSeconds(30), "waiting")).isTrue();
    }

    @Test
    void failsWithWhatIsMadeOfTheFailure() {
        Future<Void> waiting = wait(Duration.ofMinutes(5), CompletableFuture.failedFuture(new IOException("down")));

        assertThatThrownBy(() -> await(waiting))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void endsWhenNoAnswerComesInTimeAndDoesNotMindOneAfterThat() {
        CompletableFuture<Void> silent = new CompletableFuture<>();
        Future<Void> waiting = wait(Duration.ofMillis(1), silent);

        assertThatThrownBy(() -> await(waiting)).cause().hasCauseInstanceOf(TimeoutException.class);
        assertThat(silent.complete(null)).isTrue();
    }

    @Test
    void keepsNoneThatEnded() throws IOException {
        Waits waits = new Waits(network.vertx(), Duration.ofMinutes(5), failed -> failed);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        Future<Void> before = waits.within(context, slow);
        for (int i = 0; i < 100; i++) {
            await(waits.within(context, CompletableFuture.completedFuture(null)));
        }
        assertThat(waits.waiting()).as("behind one that has not ended").isEqualTo(101);

        slow.complete(null);
        await(before);
        Future<Void> _ = waits.within(context, new CompletableFuture<>());

        assertThat(waits.waiting()).isEqualTo(1);
    }
}
