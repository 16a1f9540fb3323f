// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Settings;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Pem;
import nl.ddas.trust.TlsFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Revocation lists in files that somebody else has to keep up to date.
class IntrekkingenTest {

    private static final KeyMaker FAST = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());

    private final TestClock clock = TestClock.at("2026-11-22T09:00:00Z");

    @TempDir
    private Path folder;

    private Path lists;
    private Intrekkingen revocations;
    private Supplier<Revocation.Checked> source;

    @BeforeEach
    void read() throws Exception {
        lists = folder.resolve("lijst.pem");
        put(Authority.create(Environment.TEST, FAST, clock));
        Path settings = Files.writeString(folder.resolve("x.yaml"), "intrekkingen: [\"" + lists + "\"]\n");
        revocations = Intrekkingen.lees(Settings.read("x", settings, Map.of()), "intrekkingen", List::of, clock)
                .orElseThrow();
        source = ((TlsFiles.Lists.From) revocations.lijsten()).source();
    }

    private void put(Authority authority) throws IOException, GeneralSecurityException {
        Files.writeString(lists, Pem.writeCrls(authority.crls()));
    }

    /// Nobody is let in then, so it may not look as if all is well.
    @Test
    void healthTellsOfAListThatHasEnded() throws Exception {
        assertThat(source.get().lists()).hasSize(2);
        assertThat(revocations.opmerking().get()).isEmpty();

        // That of the issuing authority lasts seven days, that of the root ninety.
        clock.advance(Duration.ofDays(7));
        assertThat(revocations.opmerking().get()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(revocations.opmerking().get().orElseThrow())
                .contains("TEST", "is verlopen", "wordt niet meer toegelaten")
                .doesNotContain("stam", ";  ");

        put(Authority.create(Environment.TEST, FAST, clock));
        assertThat(source.get().lists()).hasSize(2);
        assertThat(revocations.opmerking().get()).isEmpty();
    }

    /// Who made them closes them, after what makes connections: then nobody asks for lists any more.
    @Test
    void whenTheyAreClosedNothingIsFetchedAnyMore() throws Exception {
        byte[] list = Files.readAllBytes(lists);
        Semaphore asked = new Semaphore(0);
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", request -> {
            asked.release();
            try (request) {
                request.sendResponseHeaders(200, list.length);
                request.getResponseBody().write(list);
            }
        });
        issuer.start();
        try {
            Path settings = Files.writeString(
                    folder.resolve("web.yaml"),
                    "intrekkingen: [\"http://127.0.0.1:" + issuer.getAddress().getPort() + "/lijst.crl\"]\n"
                            + "intrekkingen-map: \"" + folder.resolve("bewaard") + "\"\n");
            Supplier<Revocation.Checked> fetched;
            try (Intrekkingen web = Intrekkingen.lees(
                            Settings.read("x", settings, Map.of()), "intrekkingen", List::of, clock)
                    .orElseThrow()) {
                fetched = ((TlsFiles.Lists.From) web.lijsten()).source();
                assertThat(fetched.get().lists()).hasSize(2);
                assertThat(asked.tryAcquire()).isTrue();
            }
            clock.advance(Duration.ofHours(5));

            assertThat(fetched.get().lists()).hasSize(2);
            // What is fetched beside the work is not asked for at once.
            assertThat(asked.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void withoutAnyListNothingStarts() throws IOException {
        Files.delete(lists);

        assertThatThrownBy(source::get).isInstanceOf(UncheckedIOException.class);
    }
}
