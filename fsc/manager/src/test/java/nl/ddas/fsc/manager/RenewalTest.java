// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;

/// A Manager whose certificate for contracts is replaced while it runs.
class RenewalTest {

    private final TestClock clock = new TestClock(Clock.systemUTC().instant());
    private final AtomicReference<Identity> key = new AtomicReference<>(Members.signer(A));
    private final WatchedContracts contracts = new WatchedContracts();

    private ManagerServer start(Network network) {
        return ManagerServer.start(
                new ManagerConfig(
                        Members.GROUP,
                        "localhost",
                        0,
                        Optional.empty(),
                        true,
                        List.of(),
                        Map.of(),
                        Duration.ofMinutes(5),
                        true,
                        new DatabaseChoice.Embedded(Path.of("unused"))),
                new ManagerServer.Parts(
                        network,
                        () -> Stage.tls(A),
                        key::get,
                        key::get,
                        Members.AUTHORITY::trust,
                        Optional.empty(),
                        MemoryStores.with(contracts),
                        new Metrics(),
                        clock,
                        new SecureRandom()));
    }

    private Optional<Identity> signer(ContractContent content, SignatureType type) {
        return contracts
                .find(content.hash())
                .flatMap(contract -> contract.signature(A, type))
                .map(ContractSignature::certificate)
                .flatMap(certificate -> List.of(Members.signer(A), Members.renewed(A)).stream()
                        .filter(identity -> identity.leaf().equals(certificate))
                        .findFirst());
    }

    @Test
    void aNewCertificateSignsContractsAnewWithoutARestart() throws IOException {
        try (Network network = Network.open();
                ManagerServer manager = start(network);
                Tester tester = Tester.open(network, B, manager.port())) {
            ContractContent content = Stage.content(new Grant.ServicePublication(
                    A, new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1), Optional.empty()));
            assertThat(tester.submit(content).verdict()).isEqualTo("201");
            assertThat(signer(content, SignatureType.ACCEPT)).contains(Members.signer(A));

            key.set(Members.renewed(A));
            clock.advance(Duration.ofSeconds(31));
            contracts.until(() -> signer(content, SignatureType.ACCEPT).equals(Optional.of(Members.renewed(A))));
            assertThat(signer(content, SignatureType.ACCEPT)).contains(Members.renewed(A));
            assertThat(contracts.delivery(content.hash(), B, Delivery.Action.ACCEPT))
                    .as("B hears of it")
                    .isPresent();
            assertThat(manager.operations().state(contracts.find(content.hash()).orElseThrow()))
                    .isEqualTo(ContractState.VALID);
            Jwks published = Jwks.read(tester.get("/.well-known/jwks.json").json());
            assertThat(published.chain(
                            CertificateThumbprint.of(Members.signer(A).leaf())))
                    .as("tokens may still be signed with the old")
                    .isPresent();
            assertThat(published.chain(
                            CertificateThumbprint.of(Members.renewed(A).leaf())))
                    .isPresent();
        }
    }

    /// B was away; what A says by the certificate of then would be refused if that leaked.
    @Test
    void aRevokeThatNobodyHeardYetIsSignedAnewToo() throws IOException {
        try (Network network = Network.open();
                ManagerServer manager = start(network);
                Tester tester = Tester.open(network, B, manager.port())) {
            ContractContent content = Stage.content(new Grant.ServicePublication(
                    A, new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1), Optional.empty()));
            assertThat(tester.submit(content).verdict()).isEqualTo("201");
            assertThat(manager.operations().revoke(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
            assertThat(signer(content, SignatureType.REVOKE)).contains(Members.signer(A));

            key.set(Members.renewed(A));
            clock.advance(Duration.ofSeconds(31));
            contracts.until(() -> signer(content, SignatureType.REVOKE).equals(Optional.of(Members.renewed(A))));
            assertThat(contracts.delivery(content.hash(), B, Delivery.Action.REVOKE))
                    .hasValueSatisfying(row -> assertThat(row.status()).isNotEqualTo(Delivery.Status.DONE));
        }
    }
}
