// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import nl.ddas.basis.DatabaseUnavailable.Fault.NoConnection;
import nl.ddas.basis.DatabaseUnavailable.Fault.NoPassword;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.util.Throwables;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DatabaseTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SCRIPTS = "nl/ddas/basis/db";

    @TempDir
    Path folder;

    @Test
    void dataSurvivesCloseAndReopen() throws Exception {
        Files.createDirectories(folder.resolve("data/half-made"));
        try (Database database = Database.embedded(folder, RANDOM)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            keepsSchemasApart(database);
            tellsNothingOfARowThatIsRefused(database);
            aSecondOneJoinsTheFirst(database);
            anotherOrganisationHasADatabaseOfItsOwn(database);
        }
        try (Database database = Database.embedded(folder, RANDOM)) {
            database.migrate("een", SCRIPTS);
            assertThat(texts(database.jdbi("een"))).containsExactly("from een");
        }
    }

    private static void keepsSchemasApart(Database database) {
        database.migrate("een", SCRIPTS);
        add(database.jdbi("een"), 1, "from een");
        database.migrate("twee", SCRIPTS);
        add(database.jdbi("twee"), 1, "from twee");
        assertThat(texts(database.jdbi("een"))).containsExactly("from een");
        assertThat(texts(database.jdbi("twee"))).containsExactly("from twee");
        assertThatThrownBy(() -> database.migrate("drie", "nl/ddas/basis/none")).isInstanceOf(FlywayException.class);
        assertThatThrownBy(() -> database.jdbi("a; b")).isInstanceOf(IllegalArgumentException.class);
    }

    /// Such a message ends in a log, and rows are about persons.
    private static void tellsNothingOfARowThatIsRefused(Database database) {
        assertThatThrownBy(() -> add(database.jdbi("een"), 1, "a secret"))
                .hasStackTraceContaining("duplicate key")
                .extracting(Throwables::getStackTrace, InstanceOfAssertFactories.STRING)
                .doesNotContain("(1)", "Detail", "secret");
    }

    private void aSecondOneJoinsTheFirst(Database first) {
        try (Database second = Database.embedded(folder, RANDOM)) {
            assertThat(second.url()).isEqualTo(first.url());
        }
        onlyThePasswordLetsIn(first);
        assertThat(texts(first.jdbi("een"))).containsExactly("from een");
    }

    private static void anotherOrganisationHasADatabaseOfItsOwn(Database first) {
        for (int time = 0; time < 2; time++) {
            try (Database other = first.emptyDatabase("other")) {
                other.migrate("een", SCRIPTS);
                assertThat(texts(other.jdbi("een"))).isEmpty();
                add(other.jdbi("een"), 1, "from other");
                assertThat(texts(first.jdbi("een"))).containsExactly("from een");
            }
        }
        assertThatThrownBy(() -> first.emptyDatabase("a; b")).isInstanceOf(IllegalArgumentException.class);
    }

    private void onlyThePasswordLetsIn(Database first) {
        Path file = folder.resolve("password");
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            try (Database same = Database.connect(first.url(), "postgres", Files.readString(file))) {
                assertThat(texts(same.jdbi("een"))).containsExactly("from een");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (String wrong : List.of("postgres", "", "x")) {
            assertThatThrownBy(() -> Database.connect(first.url(), "postgres", wrong))
                    .isInstanceOf(DatabaseUnavailable.class);
        }
        assertThat(setting(first, "unix_socket_directories")).isEmpty();
        assertThat(setting(first, "listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void aFolderOfBeforeGetsItsPasswordAndKeepsItsData() throws Exception {
        try (EmbeddedPostgres old = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(Path.of(System.getProperty("user.home"), ".cache", "embedded-postgresql")
                        .toFile())
                .setCleanDataDirectory(false)
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + old.getPort() + "/postgres";
            try (Database before = Database.connect(url, "postgres", "anything")) {
                before.migrate("een", SCRIPTS);
                add(before.jdbi("een"), 1, "from een");
            }
        }
        Files.writeString(folder.resolve("data-finished"), "");
        for (int start = 0; start < 2; start++) {
            try (Database database = Database.embedded(folder, RANDOM)) {
                assertThat(texts(database.jdbi("een"))).containsExactly("from een");
                onlyThePasswordLetsIn(database);
            }
            assertThat(folder.resolve("password-set")).exists();
        }
        Files.delete(folder.resolve("password"));
        assertThatThrownBy(() -> Database.embedded(folder, RANDOM))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, gone -> assertThat(gone.fault())
                        .isInstanceOfSatisfying(NoPassword.class, fault -> assertThat(fault.file())
                                .isEqualTo(folder.resolve("password"))));
    }

    @Test
    void noServerIsAnExceptionThatNamesTheAddress() {
        assertThatThrownBy(() -> Database.connect("jdbc:postgresql://127.0.0.1:1/x?connectTimeout=1", "u", "secret"))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, gone -> assertThat(gone.fault())
                        .isEqualTo(new NoConnection("jdbc:postgresql://127.0.0.1:1/x")))
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusedUserNamespacesAreExplained() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "skipped: only root needs a user namespace");
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path refusing = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder program = program();
        program.environment().merge("PATH", programs.toString(), (path, ours) -> ours + ":" + path);
        Process run = program.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(said).contains("user namespace (unshare -U)");
    }

    /// A minute: the server is tried again and again.
    @Test
    @Tag("zwaar")
    void aServerThatDoesNotStartForAnotherReasonIsNotBlamedOnUserNamespaces() throws Exception {
        Files.createDirectories(folder);
        // Where the data directory should come, none can be made.
        Files.createSymbolicLink(folder.resolve("data"), Path.of("/proc/none/data"));

        assertThatThrownBy(() -> Database.embedded(folder, RANDOM))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, gone -> assertThat(gone.fault())
                        .isInstanceOf(DatabaseUnavailable.Fault.DoesNotStart.class));
    }

    @Test
    @Tag("zwaar")
    void dataSurvivesAKilledProgramAndServer() throws Exception {
        for (boolean alsoServer : List.of(false, true)) {
            Process program =
                    program().redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("written");
                long server = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                        .getFirst());
                program.destroyForcibly().waitFor();
                if (alsoServer) {
                    ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            try (Database database = Database.embedded(folder, RANDOM)) {
                assertThat(texts(database.jdbi("een"))).containsExactly("written");
                database.jdbi("een").useHandle(handle -> handle.execute("DELETE FROM note"));
            }
        }
    }

    private ProcessBuilder program() {
        return new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString());
    }

    /// The program that is killed.
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            Database database = Database.embedded(Path.of(arguments[0]), RANDOM);
            database.migrate("een", SCRIPTS);
            add(database.jdbi("een"), 1, "written");
            System.out.println("written");
            Thread.currentThread().join();
        }
    }

    private static String setting(Database database, String name) {
        return database.jdbi("een")
                .withHandle(handle ->
                        handle.createQuery("SHOW " + name).mapTo(String.class).one());
    }

    private static void add(Jdbi jdbi, int id, String text) {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO note VALUES (?, ?)", id, text));
    }

    private static List<String> texts(Jdbi jdbi) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT text FROM note").mapTo(String.class).list());
    }
}
