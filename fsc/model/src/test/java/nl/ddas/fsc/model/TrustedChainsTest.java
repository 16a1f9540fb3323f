// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;
import org.junit.jupiter.api.Test;

class TrustedChainsTest {

    private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-22T10:00:00Z"));
    private static final Authority AUTHORITY =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), CLOCK);
    private static final List<X509Certificate> CHAIN = AUTHORITY.chain(
            Purpose.SIGNING,
            new Holder("Peer", new Oin("00000099000000000001"), List.of("outway.test")),
            Fixture.keys("P-256").getPublic());

    private final AtomicInteger judged = new AtomicInteger();
    private final TrustedChains chains = new TrustedChains(AUTHORITY::trust, this::judge);

    private Optional<Refusal> judge(List<X509Certificate> chain, Trust trust, Instant now) {
        judged.incrementAndGet();
        return Chains.objection(chain, trust, now);
    }

    @Test
    void aGoodChainIsFollowedOnceUntilARevocationListEnds() {
        Instant now = CLOCK.instant();
        Instant listsEnd = AUTHORITY.crls().stream()
                .map(crl -> crl.getNextUpdate().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();

        assertThat(chains.objection(CHAIN, now)).isEmpty();
        assertThat(chains.objection(CHAIN, now)).isEmpty();
        assertThat(chains.objection(List.copyOf(CHAIN), listsEnd.minusSeconds(1)))
                .isEmpty();
        assertThat(judged).hasValue(1);
        // Java grants clocks a quarter of an hour.
        assertThat(chains.objection(CHAIN, listsEnd.plusSeconds(3600)))
                .hasValueSatisfying(why -> assertThat(why).contains("revocation list"));
        assertThat(judged).hasValue(2);
    }

    @Test
    void anEarlierMomentIsJudgedApart() {
        assertThat(chains.objection(CHAIN, CLOCK.instant())).isEmpty();
        Instant before = CHAIN.getFirst().getNotBefore().toInstant().minusSeconds(10);
        assertThat(chains.objection(CHAIN, before)).isPresent();
    }

    @Test
    void aBadChainIsFollowedAgainAfterAWhile() {
        Instant before = CHAIN.getFirst().getNotBefore().toInstant().minusSeconds(10);
        assertThat(chains.objection(CHAIN, before)).isPresent();
        assertThat(chains.objection(CHAIN, before.plusSeconds(29))).isPresent();
        assertThat(judged).hasValue(1);
        assertThat(chains.objection(CHAIN, before.plus(Duration.ofSeconds(31)))).isEmpty();
    }

    @Test
    void aRevocationIsFeltAtOnce() {
        List<X509Certificate> revoked = AUTHORITY.chain(
                Purpose.SIGNING,
                new Holder("Peer", new Oin("00000099000000000002"), List.of("outway.test")),
                Fixture.keys("P-256").getPublic());
        assertThat(chains.objection(revoked, CLOCK.instant())).isEmpty();
        AUTHORITY.revoke(revoked.getFirst().getSerialNumber());
        assertThat(chains.objection(revoked, CLOCK.instant()))
                .hasValueSatisfying(why -> assertThat(why).contains("revoked"));
    }
}
