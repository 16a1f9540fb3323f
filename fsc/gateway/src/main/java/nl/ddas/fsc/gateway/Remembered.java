// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// Answers of somebody else that are used for a while. Each is asked for once at a time, on a thread that may block.
/// Safe for many threads.
final class Remembered<K, V> {

    private static final int MOST = 10_000;

    /// Who gives the answers.
    @FunctionalInterface
    interface Source<K, V> {
        V ask(K key) throws IOException;
    }

    private record Answer<V>(V value, Instant until) {}

    private final Source<K, V> source;
    private final Duration life;
    private final Clock clock;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
    private final Map<K, CompletableFuture<V>> asked = new ConcurrentHashMap<>();

    /// @param life how long an answer is used; zero for not at all
    Remembered(Source<K, V> source, Duration life, Clock clock) {
        this.source = source;
        this.life = life;
        this.clock = clock;
    }

    /// @return fails with what the source throws
    CompletionStage<V> get(K key) {
        Answer<V> answer = answers.get(key);
        if (answer != null && clock.instant().isBefore(answer.until())) {
            return CompletableFuture.completedFuture(answer.value());
        }
        return asked.computeIfAbsent(key, this::ask);
    }

    /// What was last answered, however long ago.
    Optional<V> last(K key) {
        return Optional.ofNullable(answers.get(key)).map(Answer::value);
    }

    private CompletableFuture<V> ask(K key) {
        CompletableFuture<V> running = new CompletableFuture<>();
        Thread.ofVirtual().name("ask-manager").start(() -> {
            try {
                V value = source.ask(key);
                if (answers.size() >= MOST) {
                    answers.clear();
                }
                answers.put(key, new Answer<>(value, clock.instant().plus(life)));
                asked.remove(key);
                running.complete(value);
            } catch (Throwable failed) { // whatever it is: who waits must be told
                asked.remove(key);
                running.completeExceptionally(failed);
            }
        });
        return running;
    }
}
