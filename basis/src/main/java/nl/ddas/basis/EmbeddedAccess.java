// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/// Who may enter the embedded server: who can read its password file, over loopback, by SCRAM. Other users of the
/// machine can reach the port, but not the data.
///
/// Folders of before, whose server let everybody on the machine in, get their password at the next start. That start
/// lets in one address of 127.0.0.0/8 only, drawn from sixteen million.
final class EmbeddedAccess {

    static final String USER = "postgres";

    private static final int PASSWORD_BYTES = 32;
    private static final String SETTLED = "password-set";

    private final Path home;
    private final String password;
    private final String upgrader;
    private final boolean upgrade;

    private EmbeddedAccess(Path home, String password, String upgrader, boolean upgrade) {
        this.home = home;
        this.password = password;
        this.upgrader = upgrader;
        this.upgrade = upgrade;
    }

    /// What stands in the folder of a server that runs already.
    static EmbeddedAccess of(Path home) throws IOException {
        return new EmbeddedAccess(home, read(passwordFile(home)), "", false);
    }

    /// Reads or draws the password before a server starts. The caller holds the lock of the folder.
    ///
    /// @param hasData whether a server has run here before
    /// @throws DatabaseUnavailable when the data has a password and its file is gone
    static EmbeddedAccess prepare(Path home, boolean hasData, SecureRandom random) throws IOException {
        Path file = passwordFile(home);
        boolean settled = hasData && Files.exists(home.resolve(SETTLED));
        if (!settled) {
            KeyFile.readOrMake(file, () -> draw(random));
        }
        String upgrader = "127." + (1 + random.nextInt(254)) + "." + random.nextInt(256) + "." + random.nextInt(256);
        return new EmbeddedAccess(home, read(file), upgrader, hasData && !settled);
    }

    private static byte[] draw(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encode(bytes);
    }

    private static String read(Path file) throws IOException {
        try {
            return new String(KeyFile.read(file), StandardCharsets.US_ASCII);
        } catch (IOException gone) {
            throw new DatabaseUnavailable(new DatabaseUnavailable.Fault.NoPassword(file, gone.toString()), gone);
        }
    }

    private static Path passwordFile(Path home) {
        return home.resolve("password");
    }

    String password() {
        return password;
    }

    /// Sets the password when the data is made, and the rules of entry before the server opens its port.
    void apply(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("pwfile", passwordFile(home).toString()); // any option of initdb passes here
        builder.setLocaleConfig("auth", "scram-sha-256");
        builder.setServerConfig("listen_addresses", "127.0.0.1");
        builder.setServerConfig("unix_socket_directories", "");
        builder.setConnectConfig("password", password);
        if (upgrade) {
            builder.setConnectConfig("localSocketAddress", upgrader);
        }
        builder.setDataDirectoryCustomizer(data -> write(data.toPath(), upgrade ? trusting(upgrader) : byPassword()));
    }

    /// To be called when the server runs: gives a server of before its password.
    void settle(Path data, String url) throws IOException {
        if (upgrade) {
            try (Connection connection =
                            DriverManager.getConnection(url + "?user=" + USER + "&localSocketAddress=" + upgrader);
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER ROLE " + USER + " PASSWORD '" + password + "'"); // letters, digits, - and _
                write(data, byPassword());
                statement.execute("SELECT pg_reload_conf()");
            } catch (SQLException refused) {
                throw new IOException("the embedded server did not take its password", refused);
            }
        }
        Files.writeString(home.resolve(SETTLED), "");
    }

    private static String byPassword() {
        return "# Written at each start.\nhost all " + USER + " 127.0.0.1/32 scram-sha-256\n";
    }

    private static String trusting(String address) {
        return "# Only while the password is set.\nhost all " + USER + " " + address + "/32 trust\n";
    }

    private static void write(Path data, String rules) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), rules);
        } catch (IOException full) {
            throw new IllegalStateException("the rules of entry in " + data + " cannot be written", full);
        }
    }
}
