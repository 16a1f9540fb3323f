// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;

class VerifiedSignaturesTest {

    private static final Identity SIGNER = Fixture.ONE.signer(Fixture.B, "RSA");

    private final VerifiedSignatures verified = new VerifiedSignatures();
    private final AtomicInteger used = new AtomicInteger();

    /// Counts how often it is used.
    private record Watched(RSAPublicKey key, AtomicInteger used) implements RSAPublicKey {

        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger getModulus() {
            used.incrementAndGet();
            return key.getModulus();
        }

        @Override
        public BigInteger getPublicExponent() {
            return key.getPublicExponent();
        }

        @Override
        public String getAlgorithm() {
            return key.getAlgorithm();
        }

        @Override
        public String getFormat() {
            return key.getFormat();
        }

        @Override
        public byte[] getEncoded() {
            return key.getEncoded();
        }
    }

    private boolean verifies(String compact) {
        RSAPublicKey key = (RSAPublicKey) SIGNER.leaf().getPublicKey();
        return verified.verifies(Jws.read(compact).orElseThrow(), new Watched(key, used));
    }

    @Test
    void theSameBytesAreVerifiedOnce() {
        String good = Jws.make(SIGNER, "", JsonObject.EMPTY.with("a", 1));
        assertThat(verifies(good)).isTrue();
        int once = used.get();
        assertThat(once).isPositive();
        assertThat(verifies(good)).isTrue();
        assertThat(used).hasValue(once);
    }

    @Test
    void anotherPayloadOrSignatureIsVerifiedAgain() {
        String good = Jws.make(SIGNER, "", JsonObject.EMPTY.with("a", 1));
        String other = Jws.make(SIGNER, "", JsonObject.EMPTY.with("a", 2));
        assertThat(verifies(good)).isTrue();
        assertThat(verifies(good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'))))
                .isFalse();
        assertThat(verifies(other.substring(0, other.lastIndexOf('.')) + good.substring(good.lastIndexOf('.'))))
                .isFalse();
    }

    @Test
    void whatIsNotGoodIsNotRemembered() {
        String good = Jws.make(SIGNER, "", JsonObject.EMPTY.with("a", 1));
        String bad = good.substring(0, good.length() - 8) + "AAAAAAAA";
        assertThat(verifies(bad)).isFalse();
        int once = used.get();
        assertThat(verifies(bad)).isFalse();
        assertThat(used.get()).isGreaterThan(once);
    }
}
