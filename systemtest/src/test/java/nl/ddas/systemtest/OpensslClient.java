// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Pem;

/// `openssl s_client` of this machine against one of our servers, as a caller that the server trusts.
///
/// @param port on 127.0.0.1
/// @param caller folder with `key.pem`, `leaf.pem`, `chain.pem` and `root.pem`
record OpensslClient(int port, Path caller) {

    private static final Pattern DONE =
            Pattern.compile("New, (\\S+), Cipher is (\\S+)|Reused, (\\S+), Cipher is (\\S+)");
    private static final int SECONDS = 60;

    /// What was agreed on.
    record Agreed(String protocol, String suite, String said) {}

    /// Writes what a caller shows and trusts.
    ///
    /// @return the folder
    static Path caller(Path folder, Tls tls) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("key.pem"),
                CertificateText.block("PRIVATE KEY", tls.key().getEncoded()));
        Files.writeString(folder.resolve("leaf.pem"), Pem.write(tls.chain().subList(0, 1)));
        Files.writeString(folder.resolve("chain.pem"), Pem.write(tls.chain()));
        Files.writeString(folder.resolve("root.pem"), Pem.write(tls.anchors()));
        return folder;
    }

    /// Connects, hangs up, and tells what was agreed on; nothing when the handshake failed.
    Optional<Agreed> agree(String... options) throws IOException, InterruptedException {
        String said = say("Q\n", options);
        Matcher done = DONE.matcher(said);
        return done.find() && done.group(2) != null && !done.group(2).equals("(NONE)")
                ? Optional.of(new Agreed(done.group(1), done.group(2), said))
                : Optional.empty();
    }

    /// Connects, types something, and gives all that openssl says until the connection is over.
    String say(String typed, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program(),
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                "-key",
                caller.resolve("key.pem").toString(),
                "-cert",
                caller.resolve("leaf.pem").toString(),
                "-cert_chain",
                caller.resolve("chain.pem").toString(),
                "-CAfile",
                caller.resolve("root.pem").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.US_ASCII));
            in.flush();
            Thread guard = Thread.ofVirtual().start(() -> stop(process));
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            guard.interrupt();
            return said;
        } catch (IOException hungUp) {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void stop(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static String program() {
        return Files.isExecutable(Path.of("/usr/bin/openssl"))
                ? "/usr/bin/openssl"
                : Launched.missing("openssl (Debian: apt-get install openssl)");
    }

    /// Whether the server would take a group for key exchange that openssl may not know: asks for it alone,
    /// without a key, and looks whether the server wants one (RFC 8446, 4.1.4).
    ///
    /// @param group number of the group, such as 0x11EC for X25519MLKEM768
    boolean knowsGroup(int group) throws IOException {
        String extensions = "002b0003020304" + "000a00040002%04x".formatted(group)
                + "000d0010000e0403050306030804080508060401" + "003300020000";
        String hello = "0303" + "5a".repeat(32) + "20" + "a5".repeat(32) + "0006130213031301" + "0100"
                + "%04x".formatted(extensions.length() / 2) + extensions;
        byte[] body = HexFormat.of().parseHex(hello);
        ByteBuffer sent = ByteBuffer.allocate(body.length + 9);
        sent.put((byte) 0x16).putShort((short) 0x0301).putShort((short) (body.length + 4));
        sent.putInt(0x01000000 | body.length).put(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SECONDS * 1000);
            new DataOutputStream(socket.getOutputStream()).write(sent.array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            boolean handshake = in.readUnsignedByte() == 0x16;
            in.skipNBytes(2);
            byte[] answer = in.readNBytes(in.readUnsignedShort());
            return handshake && HexFormat.of().formatHex(answer).contains("00330002%04x".formatted(group));
        }
    }
}
