// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Settings;
import nl.ddas.levering.verzamelaar.Virusscanner;

/// The scanner of ClamAV, which runs beside us: the content goes to it over a socket, in pieces (clamd, command
/// INSTREAM). A connection for each content.
///
/// @param plaats a socket in the file system, or a host and port; not encrypted, so on this machine or one as close
/// @param geduld longest wait for the whole
record Clamd(SocketAddress plaats, Duration geduld) implements Virusscanner {

    private static final Duration GEDULD = Duration.ofMinutes(2);
    private static final Pattern HOST_EN_POORT = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");

    /// What it answers, ended by a NUL.
    private static final Pattern SCHOON = Pattern.compile("stream: OK");

    private static final Pattern GEVONDEN = Pattern.compile("stream: ([\\w.:()/ -]{1,200}) FOUND");
    private static final byte[] BEGIN = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int STUK = 64 * 1024;
    private static final int LANGSTE_ANTWOORD = 1024;

    /// Reads `virusscanner`: a path, or `host:port`.
    ///
    /// @return empty when nothing is set
    static Optional<Clamd> lees(Settings instellingen) {
        return instellingen
                .value("virusscanner", "het pad van een socket, of host:poort, zoals 127.0.0.1:3310", Clamd::plaats)
                .map(plaats -> new Clamd(plaats, GEDULD));
    }

    private static Optional<SocketAddress> plaats(String tekst) {
        Matcher adres = HOST_EN_POORT.matcher(tekst);
        try {
            if (tekst.startsWith("/")) {
                return Optional.of(UnixDomainSocketAddress.of(Path.of(tekst)));
            }
            return adres.matches()
                    ? Optional.of(InetSocketAddress.createUnresolved(adres.group(1), Integer.parseInt(adres.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException anders) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> vondst(InputStream inhoud) throws IOException {
        FutureTask<Optional<String>> werk = new FutureTask<>(() -> vraag(inhoud));
        Thread.ofVirtual().name("virus-scan").start(werk);
        try {
            return werk.get(geduld.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException traag) {
            throw new IOException("no answer of the virus scanner within " + geduld, traag);
        } catch (ExecutionException mislukt) {
            throw new IOException("no answer of the virus scanner: " + mislukt.getCause(), mislukt);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the virus scanner was asked", stop);
        } finally {
            // Who waits for a socket is woken by this, and closes it.
            werk.cancel(true);
        }
    }

    private Optional<String> vraag(InputStream inhoud) throws IOException {
        try (SocketChannel scanner = SocketChannel.open(opgezocht())) {
            schrijf(scanner, ByteBuffer.wrap(BEGIN));
            byte[] stuk = new byte[STUK];
            for (int gelezen = inhoud.read(stuk); gelezen >= 0; gelezen = inhoud.read(stuk)) {
                if (gelezen > 0) {
                    schrijf(scanner, lengte(gelezen));
                    schrijf(scanner, ByteBuffer.wrap(stuk, 0, gelezen));
                }
            }
            schrijf(scanner, lengte(0));
            return oordeel(antwoord(scanner));
        }
    }

    private SocketAddress opgezocht() {
        return plaats instanceof InetSocketAddress ver
                ? new InetSocketAddress(ver.getHostString(), ver.getPort())
                : plaats;
    }

    private static ByteBuffer lengte(int bytes) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(bytes).flip();
    }

    /// @throws IOException when it takes no more; with what it said before it closed, if it said anything
    private static void schrijf(SocketChannel scanner, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                scanner.write(bytes);
            }
        } catch (IOException dicht) {
            throw new IOException("it took no more" + gezegd(scanner), dicht);
        }
    }

    /// It closes as soon as it has had enough, and says before that why. What it says of half a content is no
    /// verdict.
    private static String gezegd(SocketChannel scanner) {
        try {
            return ": " + fout(antwoord(scanner));
        } catch (IOException stil) {
            return " and did not say why";
        }
    }

    private static String antwoord(SocketChannel scanner) throws IOException {
        ByteBuffer alles = ByteBuffer.allocate(LANGSTE_ANTWOORD);
        while (alles.position() == 0 || alles.get(alles.position() - 1) != 0) {
            if (!alles.hasRemaining() || scanner.read(alles) < 0) {
                throw new EOFException("it said no whole answer");
            }
        }
        return new String(alles.array(), 0, alles.position() - 1, StandardCharsets.US_ASCII);
    }

    private static Optional<String> oordeel(String antwoord) throws IOException {
        Matcher gevonden = GEVONDEN.matcher(antwoord);
        if (gevonden.matches()) {
            return Optional.of(gevonden.group(1));
        }
        if (SCHOON.matcher(antwoord).matches()) {
            return Optional.empty();
        }
        throw new IOException(fout(antwoord));
    }

    private static String fout(String antwoord) {
        return antwoord.contains("size limit")
                ? "the answer is larger than the scanner takes; raise StreamMaxLength of clamd"
                : "it answered neither OK nor FOUND";
    }
}
