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

    /// A JWKS that is fetched, at most once in ten minutes. When that fails, what came before counts on.
    ///
    /// @param name for messages
    static CertificateSource fetched(String name, Fetch fetch, Clock clock) {
        return new Fetched(name, fetch, clock);
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

    /// Keeps what was fetched. Safe for many threads.
    final class Fetched implements CertificateSource {
        private static final Duration FRESH = Duration.ofMinutes(10);
        private static final Duration PAUSE = Duration.ofSeconds(30);

        private final String name;
        private final Fetch fetch;
        private final Clock clock;
        private List<List<X509Certificate>> last = List.of();
        private Instant until = Instant.MIN;

        private Fetched(String name, Fetch fetch, Clock clock) {
            this.name = name;
            this.fetch = fetch;
            this.clock = clock;
        }

        @Override
        public synchronized List<List<X509Certificate>> chains() throws IOException {
            Instant now = clock.instant();
            if (now.isBefore(until)) {
                return last;
            }
            try {
                last = encryption(fetch.get(), name);
                until = now.plus(FRESH);
            } catch (IOException gone) {
                until = now.plus(PAUSE);
                if (last.isEmpty()) {
                    until = Instant.MIN;
                    throw gone;
                }
            }
            return last;
        }
    }
}
