// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.logboek.dienst.DoorgevendeLogregels;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inzage;
import nl.ddas.logboek.dienst.Inzagen;
import nl.ddas.logboek.dienst.Logregels;
import nl.ddas.logboek.dienst.Regelpagina;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.logboek.dienst.Zoekvraag;
import org.junit.jupiter.api.Test;

/// Many who read at the same time: what they leave over is for the writers of the log.
class DrukteTest {

    private final Proeflog log = new Proeflog();
    private final CountDownLatch bezig = new CountDownLatch(2);
    private final CountDownLatch verder = new CountDownLatch(1);
    private final AtomicInteger nu = new AtomicInteger();
    private final AtomicInteger meest = new AtomicInteger();

    private final Logregels traag = new DoorgevendeLogregels(log.regels) {
        @Override
        public Regelpagina search(Houder houder, Zoekvraag vraag) {
            meest.accumulateAndGet(nu.incrementAndGet(), Math::max);
            bezig.countDown();
            try {
                assertThat(verder.await(60, TimeUnit.SECONDS)).isTrue();
                return super.search(houder, vraag);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } finally {
                nu.decrementAndGet();
            }
        }
    };

    private static final class Nergens implements Inzagen {

        @Override
        public void add(Inzage melding) {
            // Not looked at here.
        }

        @Override
        public List<Inzage> read(Houder houder, Instant vanaf, Instant tot) {
            return List.of();
        }
    }

    private static Request vraag() {
        return new Request(
                "POST",
                "/lezen/v1/processing-activities",
                Headers.of("Content-Type", "application/json"),
                List.of(),
                new ByteArrayInputStream(Proeflog.trace().toBytes()));
    }

    @Test
    void twoReadAtATimeAndTheOthersHaveTheirTurn() throws Exception {
        log.add(Proefregel.of(1));
        LeesApi api = new LeesApi(
                "/lezen",
                new LeesApi.Onderdelen(
                        traag,
                        _ -> Proeflog.eigen(Leesrecht.TRACE),
                        Vertrouwelijkheid.GEEN,
                        new Nergens(),
                        new Vraagmerk(Proeflog.SLEUTEL),
                        Pseudoniemen.GEEN,
                        log.clock),
                Proeflog.EXTENSIES);

        try (ExecutorService lezers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> antwoorden = IntStream.range(0, 6)
                    .mapToObj(_ -> lezers.submit(() -> api.handle(vraag()).status()))
                    .toList();
            assertThat(bezig.await(60, TimeUnit.SECONDS)).isTrue();
            verder.countDown();
            for (Future<Integer> antwoord : antwoorden) {
                assertThat(antwoord.get()).isEqualTo(200);
            }
        }
        assertThat(meest).hasValue(2);
    }
}
