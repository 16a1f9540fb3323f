// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.ddas.trust.PemFiles;

/// Where a party makes its certificate for encryption known: a file in PEM, or a JWKS in a file or at an address.
@FunctionalInterface
public interface CertificateSource {

    /// Largest JWKS that is read.
    int MAX_BYTES = 256 * 1024;

    /// The certificates of now, each with those above it, leaf first; not looked at yet.
    ///
    /// @throws IOException when they are not to be had now
    List<List<X509Certificate>> chains() throws IOException;

    /// Fetches a document.
    @FunctionalInterface
    interface Fetch {
        /// @throws IOException when it does not come
        byte[] get() throws IOException;
    }

    /// A file, read anew each time: a JWKS when its name ends in `.json`, else one chain in PEM.
    static CertificateSource file(Path file) {
        return () -> file.toString().endsWith(".json")
                ? encryption(read(file), file.toString())
                : List.of(PemFiles.certificates(file));
    }

    /// A JWKS that is fetched, at most once in ten minutes. When that fails, what came before counts on for a day.
    ///
    /// @param name for messages
    static CertificateSource fetched(String name, Fetch fetch, Clock clock) {
        return new Fetched(name, fetch, clock, Fetched.PATIENCE);
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static List<List<X509Certificate>> encryption(byte[] json, String name) throws IOException {
        Jwks jwks = (json.length > MAX_BYTES ? Optional.<Jwks>empty() : Jwks.read(json))
                .orElseThrow(() -> new IOException(name + " is no JWKS"));
        return jwks.keys().stream()
                .filter(entry -> entry.use() == Jwks.Use.ENC)
                .map(Jwks.Entry::chain)
                .toList();
    }

    /// Keeps what was fetched, and fetches again beside the work. Only who comes before anything was ever fetched
    /// waits, and all who come then wait for the same fetch. Safe for many threads; nobody holds a lock while
    /// fetching.
    final class Fetched implements CertificateSource {
        private static final Duration FRESH = Duration.ofMinutes(10);
        private static final Duration PAUSE = Duration.ofSeconds(30);

        /// After this it counts no more: whoever is to be encrypted to has to be asked.
        private static final Duration OLDEST = Duration.ofHours(24);

        /// So long anybody waits for a fetch, which has limits of its own: a last resort.
        private static final Duration PATIENCE = Duration.ofMinutes(2);

        private final String name;
        private final Fetch fetch;
        private final Clock clock;
        private final Duration patience;
        private Optional<CompletableFuture<Kept>> running = Optional.empty();
        private volatile Kept last = new Kept(List.of(), Instant.MIN, Instant.MIN);

        /// @param fetched when
        /// @param again not before this
        private record Kept(List<List<X509Certificate>> chains, Instant fetched, Instant again) {}

        /// @param patience how long a caller waits at most, in real time
        Fetched(String name, Fetch fetch, Clock clock, Duration patience) {
            this.name = name;
            this.fetch = fetch;
            this.clock = clock;
            this.patience = patience;
        }

        @Override
        public List<List<X509Certificate>> chains() throws IOException {
            Kept now = last;
            Instant moment = clock.instant();
            if (!moment.isBefore(now.again())) {
                CompletableFuture<Kept> begun = begin();
                if (tooOld(now, moment)) {
                    now = wait(begun);
                }
            }
            if (tooOld(now, clock.instant())) {
                throw new IOException(name + " was not fetched for too long");
            }
            return now.chains();
        }

        private static boolean tooOld(Kept kept, Instant moment) {
            return kept.fetched().equals(Instant.MIN)
                    || moment.isAfter(kept.fetched().plus(OLDEST));
        }

        /// The fetch that runs, or a new one.
        private synchronized CompletableFuture<Kept> begin() {
            if (running.isPresent()) {
                return running.get();
            }
            CompletableFuture<Kept> mine = new CompletableFuture<>();
            running = Optional.of(mine);
            Thread _ = Thread.ofVirtual().name("jwks").start(() -> refresh(mine));
            return mine;
        }

        private synchronized void ended(CompletableFuture<Kept> mine) {
            running = running.filter(one -> one != mine);
        }

        // Whatever comes, whoever waits must hear of it, also after an Error, which goes its own way.
        private void refresh(CompletableFuture<Kept> mine) {
            try {
                Instant moment = clock.instant();
                last = new Kept(encryption(fetch.get(), name), moment, moment.plus(FRESH));
                ended(mine);
                mine.complete(last);
            } catch (IOException | RuntimeException gone) {
                boolean never = last.fetched().equals(Instant.MIN);
                last = new Kept(
                        last.chains(),
                        last.fetched(),
                        never ? Instant.MIN : clock.instant().plus(PAUSE));
                ended(mine);
                mine.completeExceptionally(gone);
            } finally {
                // Nothing, when it was told already.
                ended(mine);
                mine.completeExceptionally(new IOException(name + " was not fetched: the program failed"));
            }
        }

        private Kept wait(CompletableFuture<Kept> begun) throws IOException {
            try {
                return begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException gone) {
                throw new IOException(String.valueOf(gone.getMessage()), gone);
            } catch (TimeoutException hangs) {
                throw new IOException(name + " did not come within " + patience.toSeconds() + " seconds", hangs);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped", stop);
            }
        }
    }
}
