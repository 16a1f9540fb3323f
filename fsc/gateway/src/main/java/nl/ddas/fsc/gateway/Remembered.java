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
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers of somebody else that are used for a while. Each is asked for once at a time, on a thread that may block.
/// Safe for many threads.
///
/// When it is time to ask again, a new answer is waited for shortly: who hangs or is away must not stop what the old
/// answer allows. A failure is used as long as an answer is.
final class Remembered<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final int MOST = 10_000;

    /// Who takes longer than this hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// How old an answer may be when there is no newer one.
    private static final Duration OLDEST = Duration.ofMinutes(5);

    /// Who gives the answers.
    @FunctionalInterface
    interface Source<K, V> {
        V ask(K key) throws IOException;
    }

    private record Answer<V>(V value, Instant at) {}

    private record Failure(Throwable cause, Instant at) {}

    /// A question that was asked.
    ///
    /// @param whole ends when the answer comes, or fails
    /// @param soon the same, and fails when that takes longer than [#PATIENCE]
    private record Asked<V>(CompletableFuture<V> whole, CompletableFuture<V> soon) {

        static <V> Asked<V> inVain(Throwable cause) {
            CompletableFuture<V> failed = CompletableFuture.failedFuture(cause);
            return new Asked<>(failed, failed);
        }
    }

    private final Source<K, V> source;
    private final Duration life;
    private final Duration oldest;
    private final Clock clock;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
    private final Map<K, Failure> failures = new ConcurrentHashMap<>();
    private final Map<K, Asked<V>> asked = new ConcurrentHashMap<>();

    /// @param life how long an answer is used; zero for not at all, also when there is no newer one
    Remembered(Source<K, V> source, Duration life, Clock clock) {
        this.source = source;
        this.life = life;
        this.oldest = life.isZero() ? Duration.ZERO : OLDEST;
        this.clock = clock;
    }

    /// What is answered now; when that does not come soon, what was answered before.
    ///
    /// @return fails with what the source throws
    CompletionStage<V> get(K key) {
        Answer<V> answer = answers.get(key);
        Instant now = clock.instant();
        if (answer != null && now.isBefore(answer.at().plus(life))) {
            return CompletableFuture.completedFuture(answer.value());
        }
        Asked<V> question = asked(key, now);
        return answer != null && now.isBefore(answer.at().plus(oldest))
                ? question.soon().exceptionally(failed -> answer.value())
                : question.whole();
    }

    /// What is answered now.
    ///
    /// @return fails with what the source throws, and when no answer comes soon
    CompletionStage<V> soon(K key) {
        Answer<V> answer = answers.get(key);
        Instant now = clock.instant();
        return answer != null && now.isBefore(answer.at().plus(life))
                ? CompletableFuture.completedFuture(answer.value())
                : asked(key, now).soon();
    }

    /// What was last answered, however long ago.
    Optional<V> last(K key) {
        return Optional.ofNullable(answers.get(key)).map(Answer::value);
    }

    private Asked<V> asked(K key, Instant now) {
        return Optional.ofNullable(failures.get(key))
                .filter(failure -> now.isBefore(failure.at().plus(life)))
                .map(failure -> Asked.<V>inVain(failure.cause()))
                .orElseGet(() -> asked.computeIfAbsent(key, this::ask));
    }

    private Asked<V> ask(K key) {
        CompletableFuture<V> running = new CompletableFuture<>();
        Thread.ofVirtual().name("ask-manager").start(() -> {
            try {
                V value = source.ask(key);
                keep(answers, key, new Answer<>(value, clock.instant()));
                failures.remove(key);
                asked.remove(key);
                running.complete(value);
            } catch (Throwable failed) { // whatever it is: who waits must be told
                LOG.warn("our manager does not tell what we ask: {}", failed.toString());
                keep(failures, key, new Failure(failed, clock.instant()));
                asked.remove(key);
                running.completeExceptionally(failed);
            }
        });
        return new Asked<>(running, running.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static <K, T> void keep(Map<K, T> in, K key, T item) {
        if (in.size() >= MOST) {
            in.clear();
        }
        in.put(key, item);
    }
}
