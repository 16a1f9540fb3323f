// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a start that fails.
class StartTest {

    private static ManagerConfig config(int port, int registration) {
        return new ManagerConfig(
                Members.GROUP,
                "localhost",
                port,
                Optional.empty(),
                false,
                List.of(),
                Map.of("parkeren", URI.create("https://inway.test:443")),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(Path.of("unused")),
                new ManagerConfig.Inside(
                        Optional.of(registration),
                        Optional.empty(),
                        Optional.empty(),
                        Operators.NONE,
                        ManagerConfig.Limits.DEFAULT,
                        Duration.ofDays(1)));
    }

    private static ManagerServer.Parts parts(Network network, Supplier<Tls> internal) {
        return new ManagerServer.Parts(
                network,
                () -> Stage.tls(Members.A),
                () -> Members.signer(Members.A),
                () -> Members.signer(Members.A),
                Members.AUTHORITY::trust,
                Optional.of(internal),
                MemoryStores.open(),
                new Metrics(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private static ManagerServer.Parts with(ManagerServer.Parts parts, Store store) {
        return with(parts, store, parts.clock());
    }

    private static ManagerServer.Parts with(ManagerServer.Parts parts, Store store, Clock clock) {
        return new ManagerServer.Parts(
                parts.network(),
                parts.tls(),
                parts.contractKey(),
                parts.tokenKey(),
                parts.trust(),
                parts.internal(),
                store,
                new Metrics(),
                clock,
                parts.random());
    }

    private static ServerSocket socket(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName("localhost"));
    }

    @Test
    void leavesNothingOpenWhenAPortIsTaken() throws IOException {
        int free;
        try (ServerSocket one = socket(0)) {
            free = one.getLocalPort();
        }
        try (Network network = Network.open();
                ServerSocket taken = socket(0)) {
            Supplier<Tls> internal = () -> Organisation.internalTls("manager");
            assertThatThrownBy(() -> ManagerServer.start(config(free, taken.getLocalPort()), parts(network, internal)))
                    .isInstanceOf(IllegalStateException.class);
            try (ServerSocket again = socket(free)) {
                assertThat(again.getLocalPort()).isEqualTo(free);
            }
        }
    }

    @Test
    void worksWithADatabaseThatNoOtherManagerHas(@TempDir Path folder) {
        try (Database server = Database.embedded(folder, new SecureRandom());
                Database ours = server.emptyDatabase("ours");
                Database other = server.emptyDatabase("other");
                Network network = Network.open()) {
            ManagerServer.Parts parts = parts(network, () -> Organisation.internalTls("manager"));
            ManagerServer first = ManagerServer.start(config(0, 0), with(parts, Store.postgres(ours)));
            assertThatThrownBy(() -> ManagerServer.start(config(0, 0), with(parts, Store.postgres(ours))))
                    .isInstanceOf(Sole.StoreInUse.class);
            ManagerServer.start(config(0, 0), with(parts, Store.postgres(other)))
                    .close();
            first.close();
            ManagerServer.start(config(0, 0), with(parts, Store.postgres(ours))).close();
        }
    }

    /// A lock that was lost is taken again.
    @Test
    void looksByItselfWhetherTheStoreIsStillItsOwn() throws InterruptedException {
        CountDownLatch looked = new CountDownLatch(1);
        Sole watched = new Sole() {
            @Override
            public void take() {}

            @Override
            public void tend() {
                looked.countDown();
            }

            @Override
            public Optional<String> remark() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
        Store memory = MemoryStores.open();
        Store store = new Store(memory.contracts(), memory.kept(), memory.audit(), memory.logs(), watched);
        try (Network network = Network.open()) {
            ManagerServer.Parts parts = parts(network, () -> Organisation.internalTls("manager"));
            ManagerServer manager = ManagerServer.start(config(0, 0), with(parts, store));
            try {
                assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                manager.close();
            }
        }
    }

    /// Keys and revocation lists are read again though removing what is old takes long.
    @Test
    void whatIsKeptLongEnoughIsRemovedBesideTheOtherWork() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        AuditTrail slow = new MemoryAudit() {
            @Override
            public synchronized int removeBefore(Instant moment) {
                began.countDown();
                try {
                    over.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                return 0;
            }
        };
        Store memory = MemoryStores.open();
        Store store = new Store(memory.contracts(), memory.kept(), slow, memory.logs());
        CountDownLatch read = new CountDownLatch(1);
        TestClock clock = new TestClock(Members.NOW);
        try (Network network = Network.open()) {
            ManagerServer.Parts parts = parts(network, () -> {
                if (began.getCount() == 0) {
                    read.countDown();
                }
                return Organisation.internalTls("manager");
            });
            ManagerServer manager = ManagerServer.start(config(0, 0), with(parts, store, clock));
            try {
                assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
                clock.advance(Duration.ofMinutes(1));
                assertThat(read.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                over.countDown();
                manager.close();
            }
        }
    }

    @Test
    void refusesCertificatesOfTheGroupForItsOwnDoors() {
        try (Network network = Network.open()) {
            assertThatThrownBy(() -> ManagerServer.start(config(0, 0), parts(network, () -> Stage.tls(Members.A))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("anchor of our own");
        }
    }
}
