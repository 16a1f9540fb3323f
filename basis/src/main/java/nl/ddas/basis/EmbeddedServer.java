// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL server of our own, with its data in a folder. One process runs it; others that open the
/// folder meanwhile join.
final class EmbeddedServer implements AutoCloseable {

    private static final String FINISHED = "data-finished";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final int port;
    private final String password;
    private final Optional<Owned> owned;

    /// The server that we started, where its data is, and the file that says so.
    private record Owned(EmbeddedPostgres server, Path data, Path owner) {}

    private EmbeddedServer(int port, String password, Optional<Owned> owned) {
        this.port = port;
        this.password = password;
        this.owned = owned;
    }

    String url() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    /// Tries for a minute: after a kill the old server may still be ending.
    ///
    /// @throws DatabaseUnavailable when it does not start
    static EmbeddedServer start(Path folder, SecureRandom random) {
        Path home = folder.toAbsolutePath().normalize();
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                return tryToStart(home, random);
            } catch (DatabaseUnavailable known) {
                throw known;
            } catch (IOException | IllegalStateException failed) {
                if (System.nanoTime() > end || isHopeless(failed)) {
                    throw new DatabaseUnavailable(
                            failed instanceof DatabaseBusy ? new DatabaseUnavailable.Fault.Busy(home) : fault(home),
                            failed);
                }
                pause();
            }
        }
    }

    private static EmbeddedServer tryToStart(Path home, SecureRandom random) throws IOException {
        Files.createDirectories(
                home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        try (FileChannel oneAtATime =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (oneAtATime.tryLock() == null) {
                throw new DatabaseBusy("another process is starting it just now");
            }
            return joinOrRun(home, random);
        } catch (OverlappingFileLockException _) {
            throw new DatabaseBusy("another thread is starting it just now");
        }
    }

    private static EmbeddedServer joinOrRun(Path home, SecureRandom random) throws IOException {
        Path data = home.resolve("data");
        Path owner = home.resolve("owner");
        if (Files.exists(owner) && ProcessMark.isRunning(Files.readString(owner))) {
            return new EmbeddedServer(
                    Postmaster.port(data), EmbeddedAccess.of(home).password(), Optional.empty());
        }
        Postmaster.stopLeftBehind(data);
        setUnfinishedAside(home, data);
        EmbeddedAccess access = EmbeddedAccess.prepare(home, Files.exists(data), random);
        EmbeddedPostgres server = run(home, data, access, DatabasePort.free(random));
        access.settle(data, url(server.getPort()));
        Files.writeString(home.resolve(FINISHED), "");
        Files.writeString(owner, ProcessMark.own().toString());
        return new EmbeddedServer(server.getPort(), access.password(), Optional.of(new Owned(server, data, owner)));
    }

    /// Killed while the data directory was being made: nobody has written into it, and the next one starts clean.
    private static void setUnfinishedAside(Path home, Path data) throws IOException {
        if (Files.exists(data) && Files.notExists(home.resolve(FINISHED))) {
            Files.move(data, home.resolve("data-unfinished-" + ProcessMark.own()));
        }
    }

    private static EmbeddedPostgres run(Path home, Path data, EmbeddedAccess access, int port) throws IOException {
        Redirect log = Redirect.appendTo(log(home).toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(programFolder(home).toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // The library switches durability off; we need it.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        access.apply(builder);
        return builder.start();
    }

    /// Where the program is unpacked: once for each user, or beside the data when there is no home folder.
    private static Path programFolder(Path home) {
        Path shared = Path.of(System.getProperty("user.home", "."), ".cache", "embedded-postgresql");
        try {
            return Files.createDirectories(shared);
        } catch (IOException noHome) {
            return home.resolve("program");
        }
    }

    /// Making the data directory does not get better by waiting.
    private static boolean isHopeless(Exception failed) {
        return String.valueOf(failed.getMessage()).contains("initdb");
    }

    private static DatabaseUnavailable.Fault fault(Path home) {
        return System.getProperty("user.name", "").equals("root") && !getsUserNamespace()
                ? new DatabaseUnavailable.Fault.NeedsUserNamespace(home, log(home))
                : new DatabaseUnavailable.Fault.DoesNotStart(home, log(home));
    }

    /// Whether this machine lets root give PostgreSQL another user; when it does, something else is wrong.
    private static boolean getsUserNamespace() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path log(Path home) {
        return home.resolve("server.log");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", interrupted);
        }
    }

    /// Stops the server when we started it, and waits until it has written everything: at most a minute.
    @Override
    public void close() {
        if (owned.isPresent()) {
            try {
                stop(owned.get());
            } catch (IOException | ExecutionException | TimeoutException failed) {
                throw new IllegalStateException("the embedded PostgreSQL did not stop", failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void stop(Owned owned)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        Optional<ProcessHandle> process = Postmaster.process(owned.data());
        // Asks it to stop, and looks for five seconds only.
        owned.server().close();
        if (process.isPresent()) {
            process.get().onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        }
        Files.deleteIfExists(owned.owner());
    }
}
