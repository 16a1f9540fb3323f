// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SleutelwisselTest {

    private static final TestClock KLOK = TestClock.at("2026-11-22T09:00:00Z");
    private static final Authority UITGEVER =
            Authority.create(Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), KLOK);
    private static final Identity OUD = sleutel();
    private static final Identity NIEUW = sleutel();

    private final AtomicReference<Identity> bestand = new AtomicReference<>(OUD);
    private final CountDownLatch bezig = new CountDownLatch(1);
    private final CountDownLatch verder = new CountDownLatch(1);
    private volatile boolean traag;

    private static Identity sleutel() {
        return UITGEVER.issue(Purpose.TLS, new Holder("Een", new Oin("00000099000000001000"), List.of()));
    }

    /// What a key is judged by may have to come from far; requests go on with the key that there is.
    @Test
    @Timeout(60)
    void whoAsksWhileTheKeyIsReadGetsTheOldAndDoesNotWait() throws Exception {
        Sleutelwissel wissel = wissel(() -> {
            if (traag) {
                bezig.countDown();
                wacht();
            }
            return bestand.get();
        });
        traag = true;
        bestand.set(NIEUW);
        Thread lezer = Thread.ofVirtual().start(wissel::get);
        bezig.await();
        assertThat(wissel.get()).containsExactly(OUD);
        assertThat(wissel.eerste()).isEqualTo(OUD);

        verder.countDown();
        lezer.join();
        assertThat(wissel.get()).containsExactly(NIEUW, OUD);
    }

    @Test
    void whatWasReplacedIsKeptForAWhile() {
        Sleutelwissel wissel = wissel(bestand::get);
        bestand.set(NIEUW);
        assertThat(wissel.get()).containsExactly(NIEUW, OUD);
        bestand.set(OUD);
        assertThat(wissel.get()).containsExactly(OUD, NIEUW);
        KLOK.advance(Duration.ofHours(1));
        assertThat(wissel.get()).containsExactly(OUD);
    }

    private static Sleutelwissel wissel(Supplier<Identity> lees) {
        Herlezer<Identity> nu = new Herlezer<>(Herlezer.Bron.van("sleutel", lees), KLOK, Duration.ZERO);
        return new Sleutelwissel(nu, _ -> KLOK.instant().plus(Duration.ofHours(1)), KLOK);
    }

    private void wacht() {
        try {
            verder.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
