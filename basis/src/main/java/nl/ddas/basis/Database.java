// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL database of one organisation: pool, migrations, and when asked an embedded server.
public final class Database implements AutoCloseable {

    /// Connects to an existing server.
    ///
    /// @param url JDBC URL
    public static Database connect(String url, String user, String password) {
        throw new UnsupportedOperationException();
    }

    /// Starts (or adopts) the embedded PostgreSQL with its data in this folder; durable, survives restarts and kills.
    ///
    /// @throws IllegalStateException saying what to do when the server cannot start here
    public static Database embedded(Path folder) {
        throw new UnsupportedOperationException();
    }

    /// Brings a schema up to date with the Flyway scripts on the class path.
    ///
    /// @param schema schema of one part, made when not there
    /// @param location class-path folder of the scripts, such as `nl/ddas/levering/verzamelaar/db`
    public void migrate(String schema, String location) {
        throw new UnsupportedOperationException();
    }

    /// SQL access; connections have `search_path` set to the last migrated schema.
    public Jdbi jdbi() {
        throw new UnsupportedOperationException();
    }

    /// JDBC URL, to hand to another process or test.
    public String url() {
        throw new UnsupportedOperationException();
    }

    /// Closes the pool and stops an embedded server that this object started.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
