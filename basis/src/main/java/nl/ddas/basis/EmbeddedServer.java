// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/// A PostgreSQL server of our own, with its data in a folder. Whoever locks the folder runs the server.
final class EmbeddedServer implements AutoCloseable {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final int port;
    private final Optional<Owned> owned;

    /// The server that we started and the lock that makes the folder ours.
    private record Owned(EmbeddedPostgres server, FileChannel lockFile) {}

    private EmbeddedServer(int port, Optional<Owned> owned) {
        this.port = port;
        this.owned = owned;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// Tries for a minute: after a kill the old server may still be ending.
    static EmbeddedServer start(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                return tryToStart(home);
            } catch (IOException | IllegalStateException failed) {
                if (System.nanoTime() > end || isHopeless(failed)) {
                    throw new IllegalStateException(advice(home, failed), failed);
                }
                pause();
            }
        }
    }

    private static EmbeddedServer tryToStart(Path home) throws IOException {
        Path data = home.resolve("data");
        Files.createDirectories(
                home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel lockFile =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(lockFile)) {
                lockFile.close();
                return new EmbeddedServer(Postmaster.port(data), Optional.empty());
            }
            Postmaster.stopLeftBehind(data);
            EmbeddedPostgres server = run(home, data);
            return new EmbeddedServer(server.getPort(), Optional.of(new Owned(server, lockFile)));
        } catch (IOException | RuntimeException failed) {
            lockFile.close();
            throw failed;
        }
    }

    private static boolean lock(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static EmbeddedPostgres run(Path home, Path data) throws IOException {
        Redirect log = Redirect.appendTo(home.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(home.resolve("program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // The library switches durability off; we need it.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    private static boolean isHopeless(Exception failed) {
        return failed instanceof IllegalStateException
                && String.valueOf(failed.getMessage()).contains("unshare");
    }

    private static String advice(Path home, Exception failed) {
        String root = System.getProperty("user.name", "").equals("root")
                ? " PostgreSQL does not run as root: it is started in a user namespace (unshare -U). When the machine"
                        + " refuses those, start this program as an ordinary user, or set the JDBC URL of a PostgreSQL"
                        + " server in the settings."
                : " Or set the JDBC URL of a PostgreSQL server in the settings.";
        return "the embedded PostgreSQL in " + home + " does not start: " + failed.getMessage() + "; look in "
                + home.resolve("server.log") + "." + root;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", interrupted);
        }
    }

    /// Stops the server when we started it.
    @Override
    public void close() {
        owned.ifPresent(own -> {
            try (FileChannel locked = own.lockFile()) {
                own.server().close();
                assert locked.isOpen();
            } catch (IOException failed) {
                throw new IllegalStateException("the embedded PostgreSQL did not stop", failed);
            }
        });
    }
}
