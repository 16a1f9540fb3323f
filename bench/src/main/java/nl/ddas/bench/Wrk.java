// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The load: wrk, which is light enough to leave the cores to the servers. It has no option for a client certificate; a
/// few lines of C in front of OpenSSL give it one.
final class Wrk {

    /// What one run came to.
    ///
    /// @param verzoeken that were answered
    /// @param perSeconde requests
    /// @param bytes a second
    /// @param p50 milliseconds, as p99 and p999
    record Stand(double verzoeken, double perSeconde, double bytes, double p50, double p99, double p999) {}

    private final Path map;
    private final Path sleutel;
    private final Path vulling;
    private final Path verzoek;

    /// @param sleutel key and chain of the caller, PEM
    /// @param token that each request carries
    Wrk(Path map, Path sleutel, String token) throws IOException, InterruptedException {
        this.map = map;
        this.sleutel = sleutel;
        this.vulling = map.resolve("client-certificate.so");
        this.verzoek = map.resolve("request.lua");
        Path bron = Files.writeString(map.resolve("client-certificate.c"), bron("client-certificate.c"));
        Files.writeString(verzoek, bron("request.lua").replace("@TOKEN@", token));
        Proces.draai(
                        map,
                        List.of("gcc", "-O2", "-shared", "-fPIC", "-o", vulling.toString(), bron.toString(), "-ldl"),
                        map.resolve("gcc.txt").toFile())
                .eis(0);
    }

    private static String bron(String naam) throws IOException {
        try (InputStream in = Wrk.class.getResourceAsStream(naam)) {
            if (in == null) {
                throw new IOException(naam + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Loads a server, as fast as it answers.
    ///
    /// @param verbindingen at once, one request at a time on each
    /// @throws IOException when a request was not answered with 200
    Stand belast(int poort, String pad, int verbindingen, int seconden) throws IOException, InterruptedException {
        ProcessBuilder bouwer = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + verbindingen,
                        "-d" + seconden + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        verzoek.toString(),
                        "https://127.0.0.1:" + poort + pad)
                .redirectErrorStream(true);
        bouwer.environment()
                .putAll(Map.of(
                        "LD_PRELOAD", vulling.toString(),
                        "CLIENT_CERTIFICATE", sleutel.toString()));
        Process proces = bouwer.start();
        String uitvoer = new String(proces.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(map.resolve("wrk.txt"), uitvoer);
        Map<String, Double> cijfers = cijfers(uitvoer);
        if (proces.waitFor() != 0 || cijfers.getOrDefault("errors", 1.0) > 0 || cijfers.size() < 6) {
            throw new IOException("the load did not go well: " + uitvoer);
        }
        double duur = cijfers.getOrDefault("duration", 1.0) / 1e6;
        return new Stand(
                cijfers.getOrDefault("requests", 0.0),
                cijfers.getOrDefault("requests", 0.0) / duur,
                cijfers.getOrDefault("bytes", 0.0) / duur,
                cijfers.getOrDefault("p50", 0.0) / 1e3,
                cijfers.getOrDefault("p99", 0.0) / 1e3,
                cijfers.getOrDefault("p999", 0.0) / 1e3);
    }

    /// The lines `figure NAME VALUE` that the script prints.
    private static Map<String, Double> cijfers(String uitvoer) {
        Map<String, Double> cijfers = new TreeMap<>();
        uitvoer.lines()
                .map(regel -> regel.split(" "))
                .filter(woorden -> woorden.length == 3 && woorden[0].equals("figure"))
                .forEach(woorden -> cijfers.put(woorden[1].toLowerCase(Locale.ROOT), Double.valueOf(woorden[2])));
        return cijfers;
    }
}
