// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A database that takes too long, or falls silent.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseSilenceTest {

    private static final Database.Patience SHORT =
            new Database.Patience(Duration.ofSeconds(2), Optional.of(Duration.ofSeconds(1)));

    @TempDir
    private static Path folder;

    private static Database server;

    @BeforeAll
    static void start() {
        server = Database.embedded(folder, new SecureRandom());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Database connect(String url) throws IOException {
        return Database.connect(url, "postgres", Files.readString(folder.resolve("password")), SHORT);
    }

    private static int one(Jdbi jdbi) {
        return jdbi.withHandle(
                db -> db.createQuery("select 1").mapTo(Integer.class).one());
    }

    @Test
    void theServerEndsAStatementThatTakesTooLong() throws Exception {
        try (Database database = connect(server.url())) {
            Jdbi jdbi = database.jdbi("een");
            assertThatThrownBy(() -> jdbi.useHandle(db -> db.execute("select pg_sleep(120)")))
                    .hasMessageContaining("statement timeout");
            assertThat(one(jdbi)).isEqualTo(1);
        }
    }

    @Test
    void withoutALimitAStatementTakesAsLongAsItTakes() {
        String limit = server.jdbi("een").withHandle(db -> db.createQuery("show statement_timeout")
                .mapTo(String.class)
                .one());
        assertThat(limit).isEqualTo("0");
    }

    /// Else work would wait on it for ever, without an error anywhere.
    @Test
    void aConnectionThatFallsSilentIsGivenUpAndTheNextOneWorks() throws Exception {
        try (Passage passage = new Passage(
                        URI.create(server.url().substring("jdbc:".length())).getPort());
                Database database = connect(server.url().replaceFirst(":\\d+/", ":" + passage.port() + "/"))) {
            Jdbi jdbi = database.jdbi("een");
            assertThat(one(jdbi)).isEqualTo(1);
            jdbi.useHandle(db -> {
                passage.freeze();
                assertThatThrownBy(() -> db.execute("select 2")).hasRootCauseInstanceOf(SocketTimeoutException.class);
            });

            assertThat(one(jdbi)).isEqualTo(1);
        }
    }

    @Test
    void aLimitOfLessThanASecondIsRefused() {
        assertThatThrownBy(() -> new Database.Patience(Duration.ofSeconds(1), Optional.of(Duration.ofMillis(999))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 second or more");
    }

    /// Brings bytes to the server and back. Frozen, the bytes of connections there are vanish, as behind a firewall
    /// that forgot them; connections made after that work.
    private static final class Passage implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int to;
        private final List<Lane> lanes = new CopyOnWriteArrayList<>();

        private record Lane(Socket here, Socket there, AtomicBoolean frozen) {}

        Passage(int to) throws IOException {
            this.to = to;
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return door.getLocalPort();
        }

        void freeze() {
            lanes.forEach(lane -> lane.frozen().set(true));
        }

        private void accept() {
            try {
                while (true) {
                    Socket here = door.accept();
                    Lane lane = new Lane(here, new Socket(InetAddress.getLoopbackAddress(), to), new AtomicBoolean());
                    lanes.add(lane);
                    Thread.ofVirtual().start(() -> carry(lane, lane.here(), lane.there()));
                    Thread.ofVirtual().start(() -> carry(lane, lane.there(), lane.here()));
                }
            } catch (IOException _) {
                // Closed.
            }
        }

        private static void carry(Lane lane, Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                byte[] some = new byte[8192];
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    if (!lane.frozen().get()) {
                        out.write(some, 0, read);
                    }
                }
            } catch (IOException _) {
                // One of both is closed.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (Lane lane : lanes) {
                lane.here().close();
                lane.there().close();
            }
        }
    }
}
