// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;

class InwayCertificatesTest {

    private final TestClock clock = new TestClock(World.CLOCK.instant());
    private final AtomicInteger asked = new AtomicInteger();
    private final Identity signer = World.ONE.identity(World.A, Purpose.SIGNING);
    private final CertificateThumbprint thumbprint = CertificateThumbprint.of(signer.leaf());

    private Jwks answer() {
        asked.incrementAndGet();
        return new Jwks(List.of(signer.chain()));
    }

    private static void finish(InwayCertificates certificates) {
        certificates.lookAgain().toCompletableFuture().join();
    }

    @Test
    void allWhoWaitShareOneQuestion() {
        CountDownLatch allAreThere = new CountDownLatch(1);
        InwayCertificates certificates = new InwayCertificates(
                () -> {
                    try {
                        allAreThere.await();
                    } catch (InterruptedException stopped) {
                        throw new IOException(stopped);
                    }
                    return answer();
                },
                clock);
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(certificates.lookAgain().toCompletableFuture());
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        allAreThere.countDown();
        waiting.forEach(CompletableFuture::join);
        assertThat(asked).hasValue(1);
        assertThat(certificates.find(thumbprint)).contains(signer.leaf());
    }

    @Test
    void areNotKnownBeforeTheManagerEverAnswered() {
        InwayCertificates certificates = new InwayCertificates(
                () -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new IOException("away");
                    }
                    return answer();
                },
                clock);
        finish(certificates);
        assertThat(certificates.areKnown()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        finish(certificates);
        assertThat(certificates.areKnown()).isTrue();
    }

    @Test
    void itAsksNoMoreThanOnceASecond() {
        InwayCertificates certificates = new InwayCertificates(this::answer, clock);
        for (int i = 0; i < 100; i++) {
            finish(certificates);
        }
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMillis(999));
        finish(certificates);
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        finish(certificates);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aManagerThatDoesNotAnswerIsAskedNoMoreOftenAndWhatItToldHolds() throws IOException {
        List<Boolean> away = new ArrayList<>();
        InwayCertificates certificates = new InwayCertificates(
                () -> {
                    if (!away.isEmpty()) {
                        asked.incrementAndGet();
                        throw new IOException("away");
                    }
                    return answer();
                },
                clock);
        certificates.learn();
        away.add(true);
        for (int i = 0; i < 100; i++) {
            finish(certificates);
        }
        assertThat(asked).hasValue(2);
        assertThat(certificates.find(thumbprint)).isPresent();
    }
}
