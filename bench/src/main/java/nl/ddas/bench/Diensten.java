// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Starts the supplier's API and nginx, with the same certificates.
final class Diensten {

    private static final List<Path> NGINX = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"));

    private final Werkplaats plek;
    private final Buren buren;

    Diensten(Werkplaats plek, Buren buren) {
        this.plek = plek;
        this.buren = buren;
    }

    /// `ddas bron` in a process of its own, on a folder with this file.
    Dienst bron(Path levering) throws IOException, InterruptedException {
        Path map = plek.verseMap("bron");
        Path bestanden = Files.createDirectories(map.resolve("leveringen"));
        Files.copy(levering, bestanden.resolve("levering.json"), StandardCopyOption.REPLACE_EXISTING);
        int poort = Buren.vrijePoort();
        Path config = map.resolve("bron.yaml");
        Files.writeString(config, """
                naam: %s
                adres: 127.0.0.1
                poort: %d
                beheer-poort: 0
                opslag-map: %s
                sleutel-bestand: %s
                verzoeken-per-minuut: 1000000
                toegestaan:
                  - oin: "%s"
                    naam: CBS
                bestanden-map: %s
                vertrouwen-map: %s
                partij: %s
                oin: "%s"
                hosts: localhost,127.0.0.1
                """.formatted(
                        Buren.BRON,
                        poort,
                        map.resolve("opslag"),
                        map.resolve("sleutel"),
                        Buren.CBS_OIN,
                        bestanden,
                        buren.map(),
                        Buren.BRON,
                        Buren.BRON_OIN));
        List<String> opdracht = plek.programma("-Xmx1g", "bron", "--config", config.toString());
        return Dienst.start(opdracht, poort, map.resolve("uitvoer.txt"));
    }

    /// Nginx with our own settings on a folder with these bytes as `pagina.json`.
    Dienst nginx(byte[] pagina) throws IOException, InterruptedException {
        Path map = plek.verseMap("nginx");
        Files.write(Files.createDirectories(map.resolve("inhoud")).resolve("pagina.json"), pagina);
        int poort = Buren.vrijePoort();
        Path config = map.resolve("nginx.conf");
        String alsRoot = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        Files.writeString(
                config,
                voorbeeld()
                        .replace("@USER@", alsRoot)
                        .replace("@MAP@", map.toString())
                        .replace("@POORT@", Integer.toString(poort))
                        .replace("@SLEUTEL@", buren.sleutel(Buren.BRON_OIN).toString())
                        .replace("@ANKERS@", buren.ankers().toString())
                        .replace("@INTREKKING@", buren.intrekking().toString()));
        List<String> opdracht = List.of(nginx(), "-p", map.toString(), "-c", config.toString());
        return Dienst.start(opdracht, poort, map.resolve("uitvoer.txt"));
    }

    /// What nginx agreed with its callers, each kind once.
    List<String> nginxSuites() throws IOException {
        try (Stream<String> regels = Files.lines(plek.map("nginx").resolve("access.log"))) {
            return regels.distinct().toList();
        }
    }

    /// The program, where it is installed.
    static String nginx() throws IOException {
        return NGINX.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IOException("nginx is not installed: expected one of " + NGINX));
    }

    private static String voorbeeld() throws IOException {
        try (InputStream in = Diensten.class.getResourceAsStream("nginx.conf")) {
            if (in == null) {
                throw new IOException("nginx.conf is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
