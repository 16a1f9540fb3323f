// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that is killed with SIGKILL while many write to it: what it confirmed is there, once.
class DoodgaanTest {

    private static final int AFZENDERS = 8;
    private static final int MEEST = 20;

    @TempDir
    private Path data;

    private Database database;

    /// The next line that nobody sent yet.
    private final AtomicInteger volgende = new AtomicInteger();

    private final Set<Integer> bevestigd = ConcurrentHashMap.newKeySet();
    private final Set<List<Integer>> onzeker = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() {
        database = Database.embedded(data, new SecureRandom());
        // Migrated before the first is killed, which would be another test.
        PostgresLogregels.open(database, Stand.CLOCK, new SecureRandom()).close();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    @Requirement({"LDV-L3", "OTLP-7"})
    void fiveTimesKilledNothingConfirmedIsLostOrDoubled() throws Exception {
        rounds(5, 20_261_122L);
    }

    @Test
    @Tag("zwaar")
    void twoHundredTimesKilledNothingConfirmedIsLostOrDoubled() throws Exception {
        rounds(Integer.getInteger("ddas.dood", 200), Long.getLong("ddas.dood.zaad", 20_261_122L));
    }

    private void rounds(int rounds, long seed) throws Exception {
        System.out.printf("dood: %d rounds, seed %d%n", rounds, seed);
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            try (Proces proces = new Proces()) {
                again(proces);
                assertThat(onzeker).as("round %s", round).isEmpty();
                assertThat(sorted(inLog())).as("round %s", round).isEqualTo(sorted(bevestigd));
                write(proces, 1 + random.nextInt(300), random.nextLong());
            }
            List<Integer> there = inLog();
            assertThat(there).as("round %s", round).doesNotHaveDuplicates();
            Set<Integer> lost = new HashSet<>(bevestigd);
            there.forEach(lost::remove);
            assertThat(lost).as("round %s", round).isEmpty();
            System.out.printf("dood: round %d of %d, %d lines confirmed%n", round + 1, rounds, bevestigd.size());
        }
        assertThat(bevestigd).hasSizeGreaterThan(rounds);
    }

    /// Sends from many sides until so many bodies were confirmed, then kills, while they go on.
    private void write(Proces proces, int bodies, long seed) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(bodies);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < AFZENDERS; i++) {
            Random own = new Random(seed + i);
            senders.add(Thread.ofVirtual().start(() -> {
                while (send(proces, next(own))) {
                    left.countDown();
                }
            }));
        }
        assertThat(left.await(2, TimeUnit.MINUTES))
                .as("enough bodies were confirmed")
                .isTrue();
        proces.kill();
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private List<Integer> next(Random random) {
        int count = 1 + random.nextInt(MEEST);
        int from = volgende.getAndAdd(count);
        return IntStream.range(from, from + count).boxed().toList();
    }

    /// As a client of OTLP has to: what was not confirmed is sent again.
    private void again(Proces proces) {
        for (List<Integer> body : List.copyOf(onzeker)) {
            assertThat(send(proces, body)).isTrue();
            onzeker.remove(body);
        }
    }

    /// @return whether it was confirmed
    private boolean send(Proces proces, List<Integer> body) {
        byte[] bytes = OtlpSchrijver.write(body.stream().map(Regels::line).toList());
        try {
            HttpResponse<byte[]> answer = proces.client.send(
                    HttpRequest.newBuilder(proces.adres)
                            .timeout(Duration.ofSeconds(60))
                            .header("Content-Type", "application/x-protobuf")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200 && answer.body().length == 0) {
                bevestigd.addAll(body);
                return true;
            }
        } catch (IOException killed) {
            // Whether it was stored is what nobody knows now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        onzeker.add(body);
        return false;
    }

    /// In order, to be compared at once: the log holds hundreds of thousands in the end.
    private static List<Integer> sorted(Collection<Integer> lines) {
        return lines.stream().sorted().toList();
    }

    /// The number of each line in the log, as often as it is there.
    private List<Integer> inLog() {
        return database.jdbi("logboek").withHandle(db -> db.createQuery("select trace_id::text from logregel")
                .map((row, _) -> {
                    String hex = row.getString(1).replace("-", "");
                    return (int) Long.parseUnsignedLong(hex.substring(16), 16) - 1;
                })
                .list());
    }

    /// One process with a log.
    private final class Proces implements AutoCloseable {

        private final Process process;
        private final URI adres;
        private final HttpClient client = HttpClient.newHttpClient();

        private Proces() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--sun-misc-unsafe-memory-access=allow",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Slachtoffer.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII);
            String port = lines.readLine();
            while (port != null && !port.matches("\\d+")) {
                port = lines.readLine();
            }
            adres = URI.create("http://127.0.0.1:" + port + "/v1/traces");
        }

        private void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            try {
                kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            client.close();
        }
    }
}
