// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server in processes of its own, on a port of this machine.
final class Dienst implements AutoCloseable {

    private static final long LANGST = Duration.ofSeconds(60).toNanos();

    private final Process proces;
    private final int poort;

    private Dienst(Process proces, int poort) {
        this.proces = proces;
        this.poort = poort;
    }

    /// Starts it and waits until it listens.
    ///
    /// @param uitvoer where all it prints goes
    static Dienst start(List<String> opdracht, int poort, Path uitvoer) throws IOException, InterruptedException {
        return start(opdracht, new InetSocketAddress(InetAddress.getLoopbackAddress(), poort), uitvoer);
    }

    /// As [#start(List, int, Path)], on another address of this machine.
    static Dienst start(List<String> opdracht, InetSocketAddress adres, Path uitvoer)
            throws IOException, InterruptedException {
        Process proces = new ProcessBuilder(opdracht)
                .redirectErrorStream(true)
                .redirectOutput(uitvoer.toFile())
                .start();
        long begin = System.nanoTime();
        while (!luistert(adres)) {
            if (proces.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - begin > LANGST) {
                proces.destroy();
                throw new IOException(opdracht.getFirst() + " did not start: " + Files.readString(uitvoer));
            }
        }
        return new Dienst(proces, adres.getPort());
    }

    private static boolean luistert(InetSocketAddress adres) {
        try (Socket socket = new Socket()) {
            socket.connect(adres, 1_000);
            return true;
        } catch (IOException nogNiet) {
            return false;
        }
    }

    int poort() {
        return poort;
    }

    ProcessHandle proces() {
        return proces.toHandle();
    }

    /// Processor time that it used until now, its workers included.
    Duration rekentijd() {
        return Stream.concat(Stream.of(proces.toHandle()), proces.descendants())
                .map(deel -> deel.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        proces.destroy();
        try {
            if (!proces.waitFor(20, TimeUnit.SECONDS)) {
                proces.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            proces.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
