// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// Which database a part uses.
public sealed interface DatabaseChoice {

    /// @param url JDBC URL
    record Server(String url, String user, String password) implements DatabaseChoice {
        @Override
        public String toString() {
            return "Server[" + url.split("\\?", 2)[0] + ", " + user + "]";
        }
    }

    /// An embedded server with its data in this folder.
    record Embedded(Path folder) implements DatabaseChoice {}

    /// One that is open already.
    record Opened(Database database) implements DatabaseChoice {}

    /// Reads `database-url` with `database-gebruiker` and `database-wachtwoord`, or `database-map`.
    ///
    /// @throws SettingsFault when there is neither, or both
    static DatabaseChoice read(Settings settings) {
        return read(settings, "database");
    }

    /// As [#read(Settings)], of settings whose names begin otherwise.
    ///
    /// @param name such as `database`
    /// @throws SettingsFault when there is neither, or both
    static DatabaseChoice read(Settings settings, String name) {
        Optional<String> url = settings.optional(name + "-url");
        Optional<String> folder = settings.optional(name + "-map");
        String user = settings.optional(name + "-gebruiker").orElse("");
        String password = settings.optional(name + "-wachtwoord").orElse("");
        if (url.isPresent() == folder.isPresent()) {
            throw settings.unfit(name + "-url", "een van beide: " + name + "-url of " + name + "-map");
        }
        return url.<DatabaseChoice>map(given -> new Server(given, user, password))
                .orElseGet(() -> new Embedded(Path.of(folder.orElseThrow())));
    }

    /// Reads the same with English names: `database-url` with `database-user` and `database-password`, or
    /// `database-folder`. A server goes before a folder.
    ///
    /// @return nothing when there is neither
    static Optional<DatabaseChoice> readEnglish(Settings settings) {
        Optional<String> folder = settings.optional("database-folder");
        String user = settings.optional("database-user").orElse("");
        String password = settings.optional("database-password").orElse("");
        return settings.optional("database-url")
                .<DatabaseChoice>map(url -> new Server(url, user, password))
                .or(() -> folder.map(at -> new Embedded(Path.of(at))));
    }

    /// [#open(Database.Patience, SecureRandom)] with [Database#PATIENCE]; a statement takes as long as it takes.
    ///
    /// @throws DatabaseUnavailable when it is not there
    default Database open(SecureRandom random) {
        return open(new Database.Patience(Database.PATIENCE), random);
    }

    /// Opens it; the caller closes. One that was [Opened] is given as it is.
    ///
    /// @param random for the password of an embedded server
    /// @throws DatabaseUnavailable when it is not there
    default Database open(Database.Patience patience, SecureRandom random) {
        return switch (this) {
            case Server(String url, String user, String password) -> Database.connect(url, user, password, patience);
            case Embedded(Path folder) -> Database.embedded(folder, patience, random);
            case Opened(Database database) -> database;
        };
    }
}
