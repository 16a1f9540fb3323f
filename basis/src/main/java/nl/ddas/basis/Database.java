// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// A PostgreSQL database of one organisation: pool, migrations, and when asked an embedded server.
///
/// Safe for many threads. Each schema has a pool of its own of at most 4 connections, opened on first use.
public final class Database implements AutoCloseable {

    /// How long work waits for a connection unless told otherwise: less than a caller over HTTP waits for us.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MAX_CONNECTIONS = 4;
    private static final long SOUND_MILLIS = 2_000;
    /// The server tells that a statement took too long before we think that it is gone.
    private static final Duration LATER = Duration.ofSeconds(2);
    /// Work of ours between two statements of a transaction may wait for a statement elsewhere.
    private static final int IDLE_TIMES = 3;
    private static final String NO_SCHEMA = "";
    /// A JDBC URL up to and after the name of the database.
    private static final Pattern PLACE = Pattern.compile("(jdbc:postgresql://[^/]+/)[^?]*(\\?.*)?");
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /// How long work waits for the server.
    ///
    /// @param connection for a connection, when all are taken or the server is gone; 1 s at least
    /// @param answer for one statement, whole seconds. The server ends a longer one; a server that does not even do
    ///     that loses the connection two seconds later, and our locks go soon after it. Empty for as long as it
    ///     takes. Migrations always take as long as they take
    public record Patience(Duration connection, Optional<Duration> answer) {

        /// As long as a statement takes.
        public Patience(Duration connection) {
            this(connection, Optional.empty());
        }

        /// @throws IllegalArgumentException when an answer of less than a second is asked
        public Patience {
            if (answer.filter(one -> one.toSeconds() < 1).isPresent()) {
                throw new IllegalArgumentException("answer: expected 1 second or more");
            }
        }
    }

    /// Where the server is.
    private record Server(String url, String user, String password) {
        @Override
        public String toString() {
            return "Server[" + url + "]";
        }
    }

    private final Server server;
    private final Optional<EmbeddedServer> embedded;
    private final Patience patience;
    private final Map<String, HikariDataSource> pools = new HashMap<>();

    private Database(Server server, Optional<EmbeddedServer> embedded, Patience patience) {
        this.server = server;
        this.embedded = embedded;
        this.patience = patience;
    }

    /// Connects to an existing server.
    ///
    /// @param url JDBC URL
    /// @throws DatabaseUnavailable when the server is not there or refuses us
    public static Database connect(String url, String user, String password) {
        return connect(url, user, password, new Patience(PATIENCE));
    }

    /// As [#connect(String, String, String)], with another patience.
    ///
    /// @throws DatabaseUnavailable when the server is not there or refuses us
    public static Database connect(String url, String user, String password, Patience patience) {
        return opened(new Database(new Server(url, user, password), Optional.empty(), patience));
    }

    /// Starts (or joins) the embedded PostgreSQL with its data in this folder; durable, survives restarts and kills.
    /// When another running process has the folder open, its server is used, for as long as that process lives.
    ///
    /// Only who can read this folder gets in: the password is drawn at random and kept there (mode 0600).
    ///
    /// @throws DatabaseUnavailable when the server cannot start here, or its password is gone
    public static Database embedded(Path folder, SecureRandom random) {
        return embedded(folder, new Patience(PATIENCE), random);
    }

    /// As [#embedded(Path, SecureRandom)], with another patience.
    ///
    /// @throws DatabaseUnavailable when the server cannot start here, or its password is gone
    public static Database embedded(Path folder, Patience patience, SecureRandom random) {
        EmbeddedServer started = EmbeddedServer.start(folder, random);
        Server server = new Server(started.url(), EmbeddedAccess.USER, started.password());
        return opened(new Database(server, Optional.of(started), patience));
    }

    private static Database opened(Database database) {
        try {
            database.pool(NO_SCHEMA);
            return database;
        } catch (RuntimeException refused) {
            // Pool and driver have exceptions of their own for every reason; here they all mean: not opened.
            database.close();
            String address = database.server.url().split("\\?", 2)[0];
            throw new DatabaseUnavailable(new DatabaseUnavailable.Fault.NoConnection(address), refused);
        }
    }

    /// An empty database for another organisation on the same server; what stood in one of that name is
    /// removed. Close it before this one.
    ///
    /// @param name small letters, digits and `_`
    /// @throws org.jdbi.v3.core.JdbiException when we may not make databases there
    public Database emptyDatabase(String name) {
        requireSchema(name);
        Matcher place = PLACE.matcher(server.url());
        if (!place.matches()) {
            throw new IllegalStateException("expected a JDBC URL with host and database");
        }
        Jdbi here = discreet(Jdbi.create(pool(NO_SCHEMA)));
        here.useHandle(db -> {
            db.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            db.execute("CREATE DATABASE " + name);
        });
        Server there = new Server(
                place.group(1) + name + Objects.requireNonNullElse(place.group(2), ""),
                server.user(),
                server.password());
        return opened(new Database(there, Optional.empty(), patience));
    }

    /// Brings a schema up to date with the Flyway scripts on the class path.
    ///
    /// @param schema schema of one part, made when not there
    /// @param location class-path folder of the scripts, such as `org/example/shop/db`
    /// @throws org.flywaydb.core.api.FlywayException when a script fails, was changed afterwards, or none is there
    public void migrate(String schema, String location) {
        requireSchema(schema);
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(server.url(), server.user(), server.password())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    /// SQL access with `search_path` set to this schema.
    public Jdbi jdbi(String schema) {
        requireSchema(schema);
        return discreet(Jdbi.create(pool(schema)));
    }

    /// What reads at one moment.
    ///
    /// @param <T> what it gives
    /// @param <X> what it throws when it fails
    @FunctionalInterface
    public interface Reading<T, X extends Exception> {

        /// Reads.
        ///
        /// @param then the database as it was at that moment
        T read(Jdbi then) throws X;
    }

    /// Reads the tables of several parts as they are at one moment: what others write meanwhile is not seen. Nothing
    /// can be written. What is given to `reading` is of no use after it.
    ///
    /// @param schemas where tables are looked for, in this order
    /// @throws X what `reading` throws
    public <T, X extends Exception> T snapshot(List<String> schemas, Reading<T, X> reading) throws X {
        schemas.forEach(Database::requireSchema);
        return discreet(Jdbi.create(pool(NO_SCHEMA))).inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            db.execute("set transaction read only");
            db.execute("set local search_path to " + String.join(", ", schemas));
            return reading.read(discreet(Jdbi.create(db.getConnection())));
        });
    }

    private static void requireSchema(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("schema: expected small letters, digits and '_', got '" + schema + "'");
        }
    }

    /// What fails does not name the values that went into it: those are of persons, and failures end in a log.
    private static Jdbi discreet(Jdbi jdbi) {
        return jdbi.configure(
                StatementExceptions.class, told -> told.setMessageRendering(StatementExceptions.MessageRendering.NONE));
    }

    private HikariDataSource pool(String schema) {
        synchronized (pools) {
            return pools.computeIfAbsent(schema, this::openPool);
        }
    }

    private HikariDataSource openPool(String schema) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-" + schema);
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(0);
        long wait = patience.connection().toMillis();
        config.setConnectionTimeout(wait);
        config.setValidationTimeout(Math.min(SOUND_MILLIS, wait));
        // The message of a refused row would hold its values, and with them persons, in our log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        patience.answer().ifPresent(answer -> limit(config, answer));
        if (!schema.equals(NO_SCHEMA)) {
            config.setSchema(schema);
        }
        return new HikariDataSource(config);
    }

    /// Keepalives let the server find out that we are gone, and with us whoever holds a lock; without them that
    /// takes hours. What the JDBC URL says about `socketTimeout` goes before this.
    private static void limit(HikariConfig config, Duration answer) {
        config.setConnectionInitSql("set statement_timeout = " + answer.toMillis()
                + "; set idle_in_transaction_session_timeout = "
                + answer.multipliedBy(IDLE_TIMES).toMillis()
                + "; set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3");
        // A text: of a number nothing reaches the driver.
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(answer.plus(LATER).toSeconds()));
    }

    /// JDBC URL, to hand to another process or test.
    public String url() {
        return server.url();
    }

    /// Closes the pool and stops an embedded server that this object started.
    @Override
    public void close() {
        synchronized (pools) {
            pools.values().forEach(HikariDataSource::close);
            pools.clear();
        }
        embedded.ifPresent(EmbeddedServer::close);
    }
}
