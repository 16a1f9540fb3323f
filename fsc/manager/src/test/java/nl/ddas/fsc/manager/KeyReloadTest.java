// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyReloadTest {

    private final TestClock clock = new TestClock(Clock.systemUTC().instant());
    private final AtomicReference<Supplier<Identity>> source = new AtomicReference<>(() -> Members.signer(A));

    private KeyReload reload(Duration lead) {
        return new KeyReload("tokens", () -> source.get().get(), lead, clock);
    }

    private static KeyReload.Look tick(KeyReload key) {
        return key.tick(Members.GROUP, A);
    }

    @Test
    void aNewKeyIsShownBeforeItSigns() {
        KeyReload key = reload(Duration.ofSeconds(30));
        source.set(() -> Members.renewed(A));
        assertThat(tick(key)).as("too early to look").isEqualTo(KeyReload.Look.SAME);
        clock.advance(Duration.ofSeconds(30));
        assertThat(tick(key)).isEqualTo(KeyReload.Look.RENEWED);
        assertThat(tick(key)).isEqualTo(KeyReload.Look.SAME);
        assertThat(key.newest()).isEqualTo(Members.renewed(A));
        assertThat(key.now()).isEqualTo(Members.signer(A));
        clock.advance(Duration.ofSeconds(30));
        assertThat(key.now()).isEqualTo(Members.renewed(A));
        assertThat(key.remark()).isEmpty();
    }

    /// A slow disk or device must not keep tokens and health waiting.
    @Test
    @Timeout(60)
    void theKeyInUseCanBeHadWhileTheSourceIsRead() {
        KeyReload key = reload(Duration.ZERO);
        source.set(() -> {
            CompletableFuture.runAsync(() -> {
                        assertThat(key.now()).isEqualTo(Members.signer(A));
                        assertThat(key.newest()).isEqualTo(Members.signer(A));
                        assertThat(key.remark()).isEmpty();
                    })
                    .join();
            return Members.renewed(A);
        });
        clock.advance(Duration.ofSeconds(31));
        assertThat(tick(key)).isEqualTo(KeyReload.Look.RENEWED);
        assertThat(key.now()).isEqualTo(Members.renewed(A));
    }

    @Test
    void whatCannotBeUsedLeavesTheOldInPlace() {
        KeyReload key = reload(Duration.ZERO);
        source.set(() -> {
            throw new IllegalStateException("half a file");
        });
        clock.advance(Duration.ofSeconds(31));
        assertThat(tick(key)).isEqualTo(KeyReload.Look.UNUSABLE);
        assertThat(key.remark()).isPresent();

        source.set(() -> Members.signer(B));
        clock.advance(Duration.ofSeconds(31));
        assertThat(tick(key)).as("the key of another Peer").isEqualTo(KeyReload.Look.UNUSABLE);
        assertThat(key.now()).isEqualTo(Members.signer(A));
        assertThat(key.remark()).isPresent();

        source.set(() -> Members.renewed(A));
        clock.advance(Duration.ofSeconds(31));
        assertThat(tick(key)).isEqualTo(KeyReload.Look.RENEWED);
        assertThat(key.now()).isEqualTo(Members.renewed(A));
        assertThat(key.remark()).isEmpty();
    }
}
