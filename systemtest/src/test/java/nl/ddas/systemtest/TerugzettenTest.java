// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ddas.basis.Database;
import nl.ddas.basis.SealedFolder;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.systemtest.Proefopstelling.Opzet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of all that a supplier and CBS keep (docs/nl/reservekopie.md), set back at another place while the first is
/// gone: it holds the same to the last row and the last byte, and goes on.
class TerugzettenTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Opzet KEEPING = Opzet.GEWOON.metBewaartermijn(Duration.ofDays(400));

    @Test
    void whatIsSetBackHoldsTheSameAndGoesOn(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("eerst");
        Path back = folder.resolve("terug");
        deliver(first, 31, 40);
        Map<String, String> rows = rows(first);
        Map<String, String> evidence = evidence(first);
        assertThat(rows.values()).anyMatch(hash -> !hash.isEmpty());
        assertThat(evidence).hasSizeGreaterThan(3);

        Files.walkFileTree(first, new CopyingVisitor(first, back));
        Files.walkFileTree(first, new RemovingVisitor());

        assertThat(first).doesNotExist();
        assertThat(rows(back)).isEqualTo(rows);
        assertThat(evidence(back)).isEqualTo(evidence);
        deliver(back, 32, 25);
        assertThat(rows(back)).isNotEqualTo(rows);
        assertThat(evidence(back)).as("what CBS got after it was set back").isNotEqualTo(evidence);
    }

    /// So that the test above can fail.
    @Test
    void aRowOrAByteThatIsAnotherIsSeen(@TempDir Path folder) throws Exception {
        deliver(folder, 33, 5);
        Map<String, String> rows = rows(folder);
        try (Database database = Database.embedded(folder.resolve("database"), RANDOM)) {
            database.jdbi("public").useHandle(db -> db.execute("CREATE TABLE extra AS SELECT 1 AS one"));
        }
        assertThat(rows(folder)).hasSize(rows.size() + 1);

        Map<String, String> evidence = evidence(folder);
        SealedFolder sealed = sealed(folder);
        try (SealedFolder.Draft out = sealed.write(sealed.names().getFirst())) {
            out.write('x');
            out.keep();
        }
        assertThat(evidence(folder).keySet()).isEqualTo(evidence.keySet());
        assertThat(evidence(folder)).isNotEqualTo(evidence);
    }

    private static void deliver(Path folder, int seed, int trajecten) throws IOException, InterruptedException {
        Proefopstelling.bron(folder, seed, trajecten);
        try (Proefopstelling parties = new Proefopstelling(folder, KEEPING)) {
            Verzamelresultaat result = parties.lever();
            assertThat(result.leveranciers()).singleElement().satisfies(one -> {
                assertThat(one.status()).isEqualTo("ingelezen");
                assertThat(one.ingelezen()).isPositive();
            });
        }
    }

    /// Of each table a hash over all its rows; empty for one without rows.
    private static Map<String, String> rows(Path folder) {
        try (Database database = Database.embedded(folder.resolve("database"), RANDOM)) {
            return database.jdbi("public").withHandle(db -> {
                List<String> tables = db.createQuery("SELECT schemaname || '.' || tablename FROM pg_tables"
                                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
                        .mapTo(String.class)
                        .list();
                Map<String, String> hashes = new TreeMap<>();
                for (String table : tables) {
                    hashes.put(
                            table,
                            db.createQuery("SELECT coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), '')"
                                            + " FROM " + table + " t")
                                    .mapTo(String.class)
                                    .one());
                }
                return hashes;
            });
        }
    }

    /// Of each sealed file the SHA-256 of what is in it.
    private static Map<String, String> evidence(Path folder) throws IOException, GeneralSecurityException {
        SealedFolder sealed = sealed(folder);
        Map<String, String> hashes = new TreeMap<>();
        for (String name : sealed.names()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (SealedFolder.SealedFile file = sealed.file(name);
                    DigestInputStream in = new DigestInputStream(file.read(0, file.size()), sha256)) {
                long _ = in.transferTo(OutputStream.nullOutputStream());
            }
            hashes.put(name, HexFormat.of().formatHex(sha256.digest()));
        }
        return hashes;
    }

    private static SealedFolder sealed(Path folder) throws IOException {
        return SealedFolder.open(folder.resolve("bewijs"), folder.resolve("bewijs.sleutel"), RANDOM);
    }

    /// Copies a tree with the rights of its files.
    private static final class CopyingVisitor extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        private CopyingVisitor(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return copied(folder);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            return copied(file);
        }

        private FileVisitResult copied(Path place) throws IOException {
            Files.copy(place, to.resolve(from.relativize(place)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class RemovingVisitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) throws IOException {
            if (broken != null) {
                throw broken;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
