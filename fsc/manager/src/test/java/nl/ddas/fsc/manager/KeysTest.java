// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final Identity OLD = Members.signer(Members.A);
    private static final Identity NEW = Members.renewed(Members.A);

    private final TestClock clock = new TestClock(Members.NOW);
    private final MemoryKept kept = new MemoryKept();
    private final MemoryContracts contracts = new MemoryContracts();
    private final AtomicReference<Identity> current = new AtomicReference<>(OLD);
    private final Keys keys = keys();

    private Keys keys() {
        return new Keys(List.of(current::get, current::get), kept, contracts, Members.A, clock);
    }

    private boolean publishes(Keys of, Identity identity) {
        return of.jwks().chain(CertificateThumbprint.of(identity.leaf())).isPresent();
    }

    @Test
    void aKeyThatWasReplacedStaysWhileItsTokensLast() {
        keys.tend();
        current.set(NEW);
        clock.advance(Duration.ofMinutes(30));
        keys.tend();
        assertThat(publishes(keys, OLD)).isTrue();
        assertThat(publishes(keys, NEW)).isTrue();
        assertThat(publishes(keys(), OLD)).as("after a restart").isTrue();

        clock.advance(Duration.ofMinutes(60));
        keys.tend();
        assertThat(publishes(keys, OLD)).isFalse();
        assertThat(publishes(keys, NEW)).isTrue();
    }

    @Test
    void aKeyThatSignedALivingContractStays() {
        ContractContent content = Members.content(
                Uuids.v7(Members.NOW, new Random(1)), Members.NOW, Members.connection(Members.B, Members.A));
        contracts.change(content.hash(), change -> {
            change.put(Contract.of(content)
                    .with(new SignatureMaker(Members.A, OLD).sign(SignatureType.ACCEPT, content.hash(), Members.NOW)));
            return "";
        });
        keys.tend();
        current.set(NEW);
        clock.advance(Duration.ofHours(20));
        keys.tend();
        assertThat(publishes(keys, OLD)).isTrue();

        clock.advance(Duration.ofHours(10));
        keys.tend();
        assertThat(publishes(keys, OLD)).as("after the end of the contract").isFalse();
    }
}
