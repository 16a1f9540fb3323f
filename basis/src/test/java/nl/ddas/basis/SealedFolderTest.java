// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class SealedFolderTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int CHUNK = 65_536;
    private static final int SEALED_CHUNK = CHUNK + 16;
    private static final int HEADER = 24;

    private static Path shared;

    @TempDir
    Path temporary;

    private SealedFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = SealedFolder.open(temporary.resolve("files"), temporary.resolve("key"), RANDOM);
    }

    @BeforeContainer
    static void openShared() throws IOException {
        shared = Files.createTempDirectory("sealed");
    }

    @AfterContainer
    static void removeShared() throws IOException {
        try (var files = Files.walk(shared)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 300)
    void anyPartOfAnyContentComesBackTheSame(
            @ForAll @IntRange(max = 200_000) int size,
            @ForAll @IntRange(min = 1, max = 100_000) int step,
            @ForAll @LongRange(max = 200_000) long offset,
            @ForAll @LongRange(max = 300_000) long length)
            throws IOException {
        SealedFolder any = SealedFolder.open(shared.resolve("files"), shared.resolve("key"), RANDOM);
        byte[] content = random(size);
        try (var out = any.write("f")) {
            for (int from = 0; from < size; from += step) {
                out.write(content, from, Math.min(step, size - from));
            }
            out.keep();
        }
        long start = Math.min(offset, size);
        byte[] expected = Arrays.copyOfRange(content, (int) start, (int) Math.min(size, start + length));
        try (var file = any.file("f")) {
            assertThat(file.size()).isEqualTo(size);
            assertThat(file.read(start, length).readAllBytes()).isEqualTo(expected);
            var copy = new ByteArrayOutputStream();
            file.copyTo(start, length, copy);
            assertThat(copy.toByteArray()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 1})
    void sizesAroundAChunkComeBackTheSame(int size) throws IOException {
        write("f", random(size));
        assertThat(read("f")).isEqualTo(random(size));
    }

    @Test
    void theContentIsNotReadableOnTheDisk() throws IOException {
        write("f", "a very secret text".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        String raw = new String(Files.readAllBytes(raw("f")), StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain("secret");
    }

    @Test
    void folderAndKeyAreForTheOwnerOnly() throws IOException {
        write("f", random(1));
        assertThat(mode(temporary.resolve("files"))).isEqualTo("rwx------");
        assertThat(mode(temporary.resolve("key"))).isEqualTo("rw-------");
        assertThat(mode(raw("f"))).isEqualTo("rw-------");
        assertThat(temporary.resolve("key")).hasSize(32);
    }

    @Test
    void aDraftThatIsNotKeptLeavesNothing() throws IOException {
        write("f", random(10));
        try (var out = folder.write("f")) {
            out.write(random(100_000));
        }
        assertThat(folder.names()).containsExactly("f");
        assertThat(read("f")).isEqualTo(random(10));
        try (var files = Files.list(temporary.resolve("files"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void openingRemovesWhatAKilledProcessLeftButNotWhatIsBeingWritten() throws IOException {
        Path left = Files.write(
                temporary.resolve(
                        "files/.draft-" + new ProcessMark(ProcessMark.own().pid(), 1) + "-a"),
                random(10));
        try (var out = folder.write("f")) {
            SealedFolder.open(temporary.resolve("files"), temporary.resolve("key"), RANDOM);
            out.write(random(3));
            out.keep();
        }
        assertThat(left).doesNotExist();
        assertThat(read("f")).isEqualTo(random(3));
    }

    @Test
    void deletesAndLists() throws IOException {
        write("a", random(1));
        write("b.2", random(1));
        folder.delete("a");
        folder.delete("a");
        assertThat(folder.names()).containsExactly("b.2");
        assertThat(folder.has("a")).isFalse();
        assertThat(folder.has("b.2")).isTrue();
        assertThatThrownBy(() -> folder.file("a")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../key", "a/b", ".draft-x", "..", "a b"})
    void refusesNamesThatLeaveTheFolder(String name) {
        assertThatThrownBy(() -> folder.write(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.file(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 23, 24, 100, HEADER + CHUNK + 3, HEADER + SEALED_CHUNK, HEADER + 3 * SEALED_CHUNK - 1})
    void noticesOneChangedBit(long place) throws IOException {
        write("f", random(3 * CHUNK));
        byte[] raw = Files.readAllBytes(raw("f"));
        raw[(int) place] ^= 1;
        Files.write(raw("f"), raw);
        assertThatThrownBy(() -> read("f")).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                10,
                HEADER,
                HEADER + 15,
                HEADER + SEALED_CHUNK,
                HEADER + 2 * SEALED_CHUNK,
                HEADER + SEALED_CHUNK + 100
            })
    void noticesACutFileWhenOpening(int length) throws IOException {
        write("f", random(3 * CHUNK));
        Files.write(raw("f"), Arrays.copyOf(Files.readAllBytes(raw("f")), length));
        assertThatThrownBy(() -> folder.file("f")).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesSwappedChunks() throws IOException {
        write("f", random(3 * CHUNK));
        byte[] raw = Files.readAllBytes(raw("f"));
        byte[] swapped = raw.clone();
        System.arraycopy(raw, HEADER, swapped, HEADER + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(raw, HEADER + SEALED_CHUNK, swapped, HEADER, SEALED_CHUNK);
        Files.write(raw("f"), swapped);
        assertThatThrownBy(() -> read("f")).isInstanceOf(SealBroken.class).hasMessageContaining("chunk 0");
    }

    @Test
    void noticesAChunkOfAnotherFile() throws IOException {
        write("f", random(3 * CHUNK));
        write("g", random(3 * CHUNK));
        byte[] raw = Files.readAllBytes(raw("f"));
        System.arraycopy(Files.readAllBytes(raw("g")), HEADER, raw, HEADER, SEALED_CHUNK);
        Files.write(raw("f"), raw);
        assertThatThrownBy(() -> read("f")).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesAFileUnderAnotherName() throws IOException {
        write("f", random(10));
        write("g", random(20));
        Files.move(raw("g"), raw("f"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> folder.file("f")).isInstanceOf(SealBroken.class);
    }

    @Test
    void anotherKeyDoesNotOpenIt() throws IOException {
        write("f", random(10));
        SealedFolder other = SealedFolder.open(temporary.resolve("files"), temporary.resolve("key2"), RANDOM);
        assertThatThrownBy(() -> other.file("f")).isInstanceOf(SealBroken.class).hasMessageContaining("another key");
    }

    @Test
    void refusesAKeyInsideTheFolderOpenToOthersOrCut() throws IOException {
        Path files = temporary.resolve("files");
        assertThatThrownBy(() -> SealedFolder.open(files, files.resolve("../files/key"), RANDOM))
                .isInstanceOf(KeyFileFault.class);
        Path key = temporary.resolve("key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SealedFolder.open(files, key, RANDOM)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.write(key, new byte[31]);
        assertThatThrownBy(() -> SealedFolder.open(files, key, RANDOM)).hasMessageContaining("got 31");
    }

    @Test
    void refusesAnOffsetOutsideTheContent() throws IOException {
        write("f", random(10));
        try (var file = folder.file("f")) {
            assertThat(file.read(10, 5).readAllBytes()).isEmpty();
            assertThatThrownBy(() -> file.read(11, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> file.copyTo(-1, 1, new ByteArrayOutputStream()))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void manyThreadsReadOneFile() throws Exception {
        byte[] content = random(1_000_000);
        write("f", content);
        try (var file = folder.file("f");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readings = IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        byte[] part = file.read(i * 10_000L, 500_000).readAllBytes();
                        return Arrays.equals(part, Arrays.copyOfRange(content, i * 10_000, i * 10_000 + 500_000));
                    })
                    .toList();
            for (var same : threads.invokeAll(readings)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    private void write(String name, byte[] content) throws IOException {
        try (var out = folder.write(name)) {
            out.write(content);
            out.keep();
        }
    }

    private byte[] read(String name) throws IOException {
        try (var file = folder.file(name);
                var content = file.read(0, file.size())) {
            return content.readAllBytes();
        }
    }

    private Path raw(String name) {
        return temporary.resolve("files").resolve(name);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
