// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Talking with clamd, which is played here as its manual describes the command INSTREAM.
@Requirement("S76")
class ClamdTest {

    /// Harmless, and found by every scanner: two halves, so that none finds it here.
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private Optional<ServerSocketChannel> server = Optional.empty();

    @AfterEach
    void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    /// @param answer said after the whole content; empty says what a scanner would
    private Clamd playing(SocketAddress place, String answer) throws IOException {
        ServerSocketChannel listening = place instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        listening.bind(place);
        server = Optional.of(listening);
        Thread.ofVirtual().start(() -> play(listening, answer));
        return new Clamd(listening.getLocalAddress(), Duration.ofSeconds(30));
    }

    private void play(ServerSocketChannel listening, String answer) {
        try (SocketChannel caller = listening.accept()) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(caller));
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            received.add(content.toByteArray());
            boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
            String said = answer.isEmpty()
                    ? "stream: " + (found ? "Eicar-Test-Signature FOUND" : "OK") + "\0"
                    : answer.replace("NUL", "\0");
            ByteBuffer bytes = ByteBuffer.wrap(said.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                caller.write(bytes);
            }
        } catch (IOException gone) {
            // The other side has seen enough.
        }
    }

    private static SocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 300_000})
    void theContentGoesOverWholeAndTheAnswerComesBack(int length) throws Exception {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);

        assertThat(playing(here(), "").vondst(new ByteArrayInputStream(bytes))).isEmpty();
        assertThat(received.take()).isEqualTo(bytes);
    }

    @Test
    void theTestFileOfEicarIsFoundOverASocketInTheFileSystem() throws Exception {
        Path socket = folder.resolve("clamd.ctl");

        assertThat(playing(UnixDomainSocketAddress.of(socket), "").vondst(content("{\"a\":\"" + EICAR + "\"}")))
                .contains("Eicar-Test-Signature");
    }

    /// Nothing of these may be taken for clean.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSTREAM size limit exceeded. ERRORNUL | StreamMaxLength
            stream: OK                             | no whole answer
            UNKNOWN COMMANDNUL                     | neither OK nor FOUND
            stream: OK stream: OKNUL               | neither OK nor FOUND
            NUL                                    | neither OK nor FOUND
            """)
    void anotherAnswerIsNoAnswer(String answer, String why) throws IOException {
        Clamd clamd = playing(here(), answer);

        assertThatThrownBy(() -> clamd.vondst(content("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void nobodyThereOrSilenceIsNoAnswer() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open()) {
            silent.bind(here());
            Clamd waiting = new Clamd(silent.getLocalAddress(), Duration.ofMillis(100));
            assertThatThrownBy(() -> waiting.vondst(content("x"))).hasMessageContaining("within PT0.1S");
        }
        Clamd gone = new Clamd(UnixDomainSocketAddress.of(folder.resolve("weg")), Duration.ofSeconds(30));
        assertThatThrownBy(() -> gone.vondst(content("x"))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:3310, true",
        "clamd.intern.example:3310, true",
        "'[::1]:3310', true",
        "/var/run/clamav/clamd.ctl, true",
        "clamd, false",
        "127.0.0.1, false",
        "127.0.0.1:99999, false",
        "http://127.0.0.1:3310, false"
    })
    void theSettingIsAPathOrAHostAndPort(String text, boolean good) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "virusscanner: \"" + text + "\"\n");
        Settings settings = Settings.read("x", file, Map.of());

        if (good) {
            assertThat(Clamd.lees(settings)).isPresent();
        } else {
            assertThatThrownBy(() -> Clamd.lees(settings)).isInstanceOf(SettingsFault.class);
        }
    }

    @Test
    void withoutTheSettingThereIsNoScanner() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "iets: \"1\"\n");

        assertThat(Clamd.lees(Settings.read("x", file, Map.of()))).isEmpty();
    }
}
