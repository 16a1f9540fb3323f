// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An advisory lock of PostgreSQL on a connection that is held for it. The server gives it back when the connection
/// ends, so a Manager that was killed can start again at once.
final class PostgresSole implements Sole {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSole.class);

    /// Any number, the same for all versions.
    private static final long LOCK = 0x0fcc_3a9e_0001L;

    private final Jdbi database;
    private Optional<Handle> held = Optional.empty();
    private volatile Optional<String> remark = Optional.empty();

    /// @param database with room for a connection that is kept
    PostgresSole(Jdbi database) {
        this.database = database;
    }

    @Override
    public synchronized void take() {
        if (held.filter(PostgresSole::isAlive).isPresent()) {
            return;
        }
        close();
        Handle handle = database.open();
        try {
            // A machine that is gone is noticed within a minute, and not after two hours.
            handle.execute("SET tcp_keepalives_idle = 20");
            handle.execute("SET tcp_keepalives_interval = 10");
            handle.execute("SET tcp_keepalives_count = 3");
            boolean ours = handle.createQuery("SELECT pg_try_advisory_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            if (!ours) {
                throw new StoreInUse();
            }
            held = Optional.of(handle);
        } catch (RuntimeException refused) {
            handle.close();
            throw refused;
        }
    }

    @Override
    public synchronized void tend() {
        try {
            take();
            remark = Optional.empty();
        } catch (StoreInUse taken) {
            remark = Optional.of("een andere Manager werkt met dezelfde database; zet een van de twee uit");
        } catch (JdbiException gone) {
            // The other remarks tell that.
            LOG.debug("the database does not answer", gone);
            remark = Optional.empty();
        }
    }

    @Override
    public Optional<String> remark() {
        return remark;
    }

    private static boolean isAlive(Handle handle) {
        try {
            return handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1;
        } catch (JdbiException gone) {
            LOG.info("the connection that keeps other managers out was lost: {}", gone.toString());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        held.ifPresent(handle -> {
            try (handle) {
                handle.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            } catch (JdbiException gone) {
                LOG.debug("the lock went with its connection", gone);
            }
        });
        held = Optional.empty();
    }
}
