// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.model.Toetsbeleid;

/// Settings of a log. [#voorbeeld] explains each key.
///
/// @param luisteren where senders come
/// @param beheerPoort port of health and metrics on 127.0.0.1, 0 for any free one
/// @param schrijvers whose lines a sender writes, by its OIN; who is not in it writes nothing
/// @param zonderTls without TLS: whose lines are written by who reaches us; empty with TLS
/// @param isKlaar whether the tables are made by another account (see [Logboekrollen]), and ours may not
/// @param ruimte lines that may wait for the database
/// @param geheugen most bytes of bodies in memory at once
public record DienstConfig(
        LogboekServer.Luisteren luisteren,
        int beheerPoort,
        Map<String, Houder> schrijvers,
        Optional<Houder> zonderTls,
        Databank databank,
        boolean isKlaar,
        Wachtruimte ruimte,
        long geheugen,
        Quarantaine quarantaine,
        Toetsbeleid beleid) {

    /// For a log that runs: senders wait, so a statement that takes longer fails, and a connection that hangs is given
    /// up.
    private static final Database.Patience VLOT =
            new Database.Patience(Database.PATIENCE, Optional.of(Duration.ofSeconds(30)));

    /// Which database.
    public sealed interface Databank {

        /// @param url JDBC URL
        record Server(String url, String gebruiker, String wachtwoord) implements Databank {
            @Override
            public String toString() {
                return "Server[" + url + ", " + gebruiker + "]";
            }
        }

        /// An embedded server with its data in this folder.
        record Eigen(Path map) implements Databank {}

        /// One that is open already, and stays open for whoever gave it.
        record Gegeven(Database database) implements Databank {}

        /// Opens it for a command, whose statements take as long as they take; the caller closes, unless it was
        /// [Gegeven].
        ///
        /// @param toeval of the password of an embedded server
        /// @throws nl.ddas.basis.DatabaseUnavailable when it is not there
        default Database open(SecureRandom toeval) {
            return open(toeval, new Database.Patience(Database.PATIENCE));
        }

        /// As [#open], for a log that runs: no statement takes longer than half a minute.
        ///
        /// @param toeval of the password of an embedded server
        /// @throws nl.ddas.basis.DatabaseUnavailable when it is not there
        default Database openVlot(SecureRandom toeval) {
            return open(toeval, VLOT);
        }

        private Database open(SecureRandom toeval, Database.Patience geduld) {
            return switch (this) {
                case Server(String url, String gebruiker, String wachtwoord) ->
                    Database.connect(url, gebruiker, wachtwoord, geduld);
                case Eigen(Path map) -> Database.embedded(map, geduld, toeval);
                case Gegeven(Database database) -> database;
            };
        }
    }

    /// @param termijn how long a line waits after it came for the last time
    public record Quarantaine(Quarantainegrens grens, Duration termijn) {}

    public DienstConfig {
        schrijvers = Map.copyOf(schrijvers);
    }

    /// Whether it speaks TLS.
    public boolean isTls() {
        return zonderTls.isEmpty();
    }

    /// Reads the settings. Keys that the program itself wants from the same file must be read before.
    ///
    /// @throws nl.ddas.basis.SettingsFault naming the key that is missing, unknown or wrong
    public static DienstConfig read(Settings settings) {
        DienstConfig config = new DienstConfiglezer(settings).lees();
        settings.rejectUnknown();
        return config;
    }

    /// A commented settings file to start from, in Dutch.
    public static String voorbeeld() {
        return Bundled.text(DienstConfig.class, "logboek.yaml");
    }
}
