// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Starts the service, and what stands in front of it in turn: nginx, HAProxy, the Inway.
final class Poorten {

    private final Werkplaats plek;
    private final Buren buren;
    private final Path map;
    private final int ruimePoort;

    Poorten(Werkplaats plek, Buren buren, Path map) throws IOException {
        this.plek = plek;
        this.buren = buren;
        this.map = map;
        this.ruimePoort = Buren.vrijePoort();
    }

    /// The port of nginx with large buffers.
    int ruimePoort() {
        return ruimePoort;
    }

    /// Nginx with one worker, plain HTTP, two files.
    Dienst service(int klein, int groot) throws IOException, InterruptedException {
        Path inhoud = Files.createDirectories(map.resolve("inhoud"));
        Files.write(inhoud.resolve("klein.bin"), willekeurig(klein));
        Files.write(inhoud.resolve("groot.bin"), willekeurig(groot));
        int poort = Buren.vrijePoort();
        Path config = config("nginx-service.conf", Map.of("POORT", poort));
        return Dienst.start(nginx(config), poort, map.resolve("service.txt"));
    }

    private static byte[] willekeurig(int lengte) {
        byte[] bytes = new byte[lengte];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    Dienst nginx(int service) throws IOException, InterruptedException {
        int poort = Buren.vrijePoort();
        Path config = config("nginx-poort.conf", Map.of("POORT", poort, "RUIM", ruimePoort, "SERVICE", service));
        return Dienst.start(nginx(config), poort, map.resolve("nginx.txt"));
    }

    private List<String> nginx(Path config) throws IOException {
        return List.of(Diensten.nginx(), "-p", map.toString(), "-c", config.toString());
    }

    Dienst haproxy(int service, int log) throws IOException, InterruptedException {
        byte[] sleutel = buren.bron().signing().leaf().getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(sleutel) + "\n-----END PUBLIC KEY-----\n";
        Files.writeString(map.resolve("token.pem"), pem);
        int poort = Buren.vrijePoort();
        Path config = config("haproxy.cfg", Map.of("POORT", poort, "SERVICE", service, "LOG", log));
        return Dienst.start(
                List.of("/usr/sbin/haproxy", "-db", "-f", config.toString()), poort, map.resolve("haproxy.txt"));
    }

    /// The Inway in a JVM of its own, with the flags of the launcher and 1 GB.
    Dienst inway(int poort, int service) throws IOException, InterruptedException {
        List<String> opdracht = plek.java(
                "-Xmx1g",
                Main.class,
                Inwaydienst.WOORD,
                Integer.toString(poort),
                buren.map().toString(),
                map.resolve("log").toString(),
                "http://127.0.0.1:" + service);
        return Dienst.start(opdracht, poort, map.resolve("inway.txt"));
    }

    private Path config(String naam, Map<String, Integer> getallen) throws IOException {
        Map<String, Object> waarden = new HashMap<>(getallen);
        waarden.put("USER", "root".equals(System.getProperty("user.name")) ? "user root;" : "");
        waarden.put("MAP", map);
        waarden.put("SLEUTEL", buren.sleutel(Buren.BRON_OIN));
        waarden.put("ANKERS", buren.ankers());
        waarden.put("INTREKKING", buren.intrekking());
        String tekst = bron(naam);
        for (Map.Entry<String, Object> waarde : waarden.entrySet()) {
            tekst = tekst.replace("@" + waarde.getKey() + "@", waarde.getValue().toString());
        }
        return Files.writeString(map.resolve(naam), tekst);
    }

    private static String bron(String naam) throws IOException {
        try (InputStream in = Poorten.class.getResourceAsStream(naam)) {
            if (in == null) {
                throw new IOException(naam + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
