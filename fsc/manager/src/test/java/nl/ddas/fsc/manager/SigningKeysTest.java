// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// Certificates of others, as they show them.
class SigningKeysTest {

    private static final List<X509Certificate> GOOD = Members.signer(C).chain();
    private static final CertificateThumbprint OF_C = CertificateThumbprint.of(GOOD.getFirst());

    /// The certificate of C without its issuers.
    private static final List<X509Certificate> BARE = GOOD.subList(0, 1);

    private final TestClock clock = new TestClock(Members.NOW);
    private final Shown others = new Shown();
    private final SigningKeys keys = new SigningKeys(others, clock);

    /// Managers that show what they are told to.
    private static final class Shown extends CountedManagers {
        private final Map<PeerId, Jwks> jwks = new HashMap<>();

        @Override
        public Jwks jwks(Called of) {
            return jwks.containsKey(of.peer()) ? jwks.getOrDefault(of.peer(), new Jwks(List.of())) : super.jwks(of);
        }

        void show(PeerId peer, List<X509Certificate> chain) {
            jwks.put(peer, new Jwks(List.of(chain)));
        }
    }

    private Optional<List<X509Certificate>> of(PeerId peer) {
        return keys.chain(peer, SimulatedManager.address(peer), OF_C);
    }

    @Test
    void whatOnePeerShowsOfAnotherIsNotUsedForThatOther() {
        others.show(B, BARE);
        others.show(C, GOOD);
        assertThat(of(B)).contains(BARE);
        assertThat(of(C)).contains(GOOD);
    }

    /// So that the signature is refused because it is of another Peer, and not because nobody knows the certificate.
    @Test
    void theCertificateOfAnotherIsKnownWhenThatOtherShowedIt() {
        others.show(C, GOOD);
        assertThat(of(C)).contains(GOOD);
        others.show(B, Members.signer(B).chain());
        assertThat(of(B)).contains(GOOD);
    }

    @Test
    void aChainThatWasMendedIsSeen() {
        others.show(C, BARE);
        assertThat(of(C)).contains(BARE);
        others.show(C, GOOD);
        assertThat(of(C)).as("not asked so soon").contains(BARE);
        clock.advance(Duration.ofMinutes(10));
        assertThat(of(C)).contains(GOOD);
    }

    @Test
    void whatAPeerShowedServesWhileItIsAwayAndWhenItShowsItNoMore() {
        others.show(C, GOOD);
        assertThat(of(C)).contains(GOOD);
        clock.advance(Duration.ofMinutes(10));
        others.jwks.clear();
        assertThat(of(C)).contains(GOOD);
        clock.advance(Duration.ofMinutes(10));
        others.show(C, Members.tls(C).chain());
        assertThat(of(C)).contains(GOOD);
    }
}
