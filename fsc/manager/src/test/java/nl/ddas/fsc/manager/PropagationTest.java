// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Three real Managers: what one says the others hear.
class PropagationTest {

    private static final Map<ManagerServer, WatchedContracts> STORES = new HashMap<>();

    private static Network network;
    private static ManagerServer directory;
    private static ManagerServer provider;
    private static ManagerServer consumer;

    @BeforeAll
    static void start() {
        network = Network.open();
        directory = manager(D, true, List.of());
        List<OtherManagers.Called> directories = List.of(new OtherManagers.Called(D, directory.address()));
        provider = manager(C, false, directories);
        consumer = manager(B, false, directories);
    }

    @AfterAll
    static void stop() {
        consumer.close();
        provider.close();
        directory.close();
        network.close();
    }

    private static ManagerServer manager(PeerId peer, boolean directory, List<OtherManagers.Called> directories) {
        WatchedContracts contracts = new WatchedContracts();
        ManagerServer manager = ManagerServer.start(
                new ManagerConfig(
                        Members.GROUP,
                        "localhost",
                        0,
                        Optional.empty(),
                        directory,
                        directories,
                        Map.of("parkeren", URI.create("https://inway.test:443")),
                        Duration.ofMinutes(5),
                        true,
                        new DatabaseChoice.Embedded(Path.of("unused"))),
                new ManagerServer.Parts(
                        network,
                        () -> Stage.tls(peer),
                        () -> Members.signer(peer),
                        () -> Members.signer(peer),
                        Members.AUTHORITY::trust,
                        Optional.empty(),
                        MemoryStores.with(contracts),
                        new Metrics(),
                        Clock.systemUTC(),
                        new SecureRandom()));
        STORES.put(manager, contracts);
        return manager;
    }

    private static void deliver(ManagerServer from) {
        from.dispatch();
        Optional.ofNullable(STORES.get(from))
                .orElseThrow()
                .until(() -> from.operations().undelivered().isEmpty());
        assertThat(from.operations().undelivered()).isEmpty();
    }

    private static Validity validity() {
        Instant now = Clock.systemUTC().instant();
        return new Validity(now.minusSeconds(60), now.plusSeconds(86_400));
    }

    private static ContractState state(ManagerServer at, ContractContent content) {
        return at.operations().find(content.hash()).map(at.operations()::state).orElseThrow();
    }

    @Test
    void aContractGoesToEverybodyAndBack() {
        ContractContent content = consumer.operations()
                .draft(
                        validity(),
                        List.of(new Grant.ServiceConnection(
                                Members.outway(B), new ServiceRef.Plain(C, "parkeren"), Optional.empty())));
        assertThat(consumer.operations().propose(content)).isInstanceOf(Operations.Outcome.Done.class);
        deliver(consumer);
        assertThat(state(provider, content)).isEqualTo(ContractState.PROPOSED);
        assertThat(provider.operations().accept(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
        deliver(provider);
        assertThat(state(consumer, content)).isEqualTo(ContractState.VALID);
        assertThat(provider.operations().reject(content.hash())).isInstanceOf(Operations.Outcome.NotNow.class);
        assertThat(consumer.operations().revoke(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
        deliver(consumer);
        assertThat(state(provider, content)).isEqualTo(ContractState.REVOKED);
    }

    @Test
    void theDirectorySignsAPublicationByItself() {
        ContractContent content = provider.operations()
                .draft(
                        validity(),
                        List.of(new Grant.ServicePublication(
                                D, new ServiceOffer(C, "parkeren", Protocol.HTTP_1_1), Optional.empty())));
        assertThat(provider.operations().propose(content)).isInstanceOf(Operations.Outcome.Done.class);
        deliver(provider);
        assertThat(state(directory, content)).isEqualTo(ContractState.VALID);
        deliver(directory);
        assertThat(state(provider, content)).isEqualTo(ContractState.VALID);
    }
}
