// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// An organisation on FSC whose parts are processes, set up and operated by commands, as docs/nl/fsc.md tells.
///
/// @param nummer last part of its addresses and its OIN, 1 to 99
record Fscdeelnemer(Werkplaats plek, Path map, String naam, int nummer) {

    private static final int POORT = 8443;
    private static final int INTERN = 9443;
    private static final int BEHEER = 9444;
    private static final String BEDIENER = "Jan Jansen";
    private static final String TOT = "2027-12-31";
    private static final Pattern HASH = Pattern.compile("\"contentHash\"\\s*:\\s*\"([^\"]+)\"");

    String oin() {
        return "000000990000000%02d000".formatted(nummer);
    }

    /// Where its Manager listens, and its Outway.
    String adres() {
        return "127.0.77." + nummer;
    }

    /// Where its Inway listens.
    String inwayAdres() {
        return "127.0.78." + nummer;
    }

    Path eigen(String naam) throws IOException {
        return Files.createDirectories(map.resolve(oin())).resolve(naam);
    }

    /// The data directory of the database of its Manager.
    Path database() throws IOException {
        return eigen("database").resolve("data");
    }

    Dienst manager(String heap, Optional<Fscdeelnemer> directory) throws IOException, InterruptedException {
        List<String> regels = gedeeld();
        regels.addAll(List.of(
                "host: " + adres(),
                "address: https://" + adres() + ":" + POORT,
                "internal-port: " + INTERN,
                "management-port: " + BEHEER,
                "operators: [{name: " + BEDIENER + ", role: write}]",
                "local-peers: true",
                "directory: " + directory.isEmpty(),
                "database-folder: " + eigen("database")));
        directory.ifPresent(ander -> regels.addAll(List.of(
                "directories:",
                "  - {peer-id: \"" + ander.oin() + "\", address: \"https://" + ander.adres() + ":" + POORT + "\"}")));
        return start(heap, "manager", regels, adres(), BEHEER);
    }

    Dienst inway(String heap, String dienst, String api) throws IOException, InterruptedException {
        List<String> regels = poort("inway");
        regels.addAll(List.of(
                "host: " + inwayAdres(),
                "self: https://" + inwayAdres() + ":" + POORT,
                "services: [{name: " + dienst + ", endpoint: \"" + api + "\", mutual: true}]"));
        return start(heap, "inway", regels, inwayAdres(), POORT);
    }

    Dienst outway(String heap, int poort) throws IOException, InterruptedException {
        List<String> regels = poort("outway");
        regels.addAll(List.of("host: " + adres(), "port: " + poort));
        return start(heap, "outway", regels, adres(), poort);
    }

    private List<String> gedeeld() {
        return new ArrayList<>(List.of(
                "group: meting",
                "oin: \"" + oin() + "\"",
                "partij: " + naam,
                "hosts: " + adres() + "," + inwayAdres() + ",localhost,127.0.0.1",
                "vertrouwen-map: " + map.resolve("vertrouwen"),
                "intern-map: " + map.resolve(oin()).resolve("intern")));
    }

    private List<String> poort(String wat) throws IOException {
        List<String> regels = gedeeld();
        regels.addAll(List.of(
                "manager: https://" + adres() + ":" + INTERN,
                "manager-cache: 0s",
                "log-folder: " + eigen(wat + "-log")));
        return regels;
    }

    private Dienst start(String heap, String deel, List<String> regels, String host, int poort)
            throws IOException, InterruptedException {
        Path config = Files.write(eigen(deel + ".yaml"), regels);
        return Dienst.start(
                plek.programma(heap, "fsc", deel, "--config", config.toString()),
                new InetSocketAddress(host, poort),
                eigen(deel + ".txt"));
    }

    /// The settings by which its commands reach its Manager.
    Path beheer() throws IOException {
        return Files.write(
                eigen("fsc-beheer.yaml"),
                List.of(
                        "manager: https://" + adres() + ":" + BEHEER,
                        "bediener: " + BEDIENER,
                        "oin: \"" + oin() + "\"",
                        "intern-map: " + map.resolve(oin()).resolve("intern")));
    }

    /// Has a service put in the Directory.
    void publiceer(String dienst, String api) throws IOException, InterruptedException {
        fsc("dienst", "publiceren", dienst, "--adres", api, "--wederzijds", "--tot", TOT);
    }

    void stelVoor(String dienst, Fscdeelnemer aanbieder) throws IOException, InterruptedException {
        fsc("contract", "voorstellen", "--dienst", dienst, "--aanbieder", aanbieder.oin(), "--tot", TOT);
    }

    /// Accepts what others propose, and says how much that was.
    int accepteer() throws IOException, InterruptedException {
        List<String> hashes = HASH.matcher(fsc("contract", "lijst", "--stand", "voorgesteld", "--json"))
                .results()
                .map(gevonden -> gevonden.group(1))
                .toList();
        for (String hash : hashes) {
            fsc("contract", "accepteren", hash);
        }
        return hashes.size();
    }

    int geldige() throws IOException, InterruptedException {
        return Math.toIntExact(HASH.matcher(fsc("contract", "lijst", "--stand", "geldig", "--json"))
                .results()
                .map(MatchResult::group)
                .count());
    }

    private String fsc(String... woorden) throws IOException, InterruptedException {
        List<String> alles = new ArrayList<>(List.of("fsc"));
        alles.addAll(List.of(woorden));
        alles.addAll(List.of("--config", beheer().toString()));
        Path uitvoer = eigen("opdracht.txt");
        Proces.draai(map, plek.programma("-Xmx256m", alles.toArray(String[]::new)), uitvoer.toFile())
                .eis(0);
        return Files.readString(uitvoer);
    }
}
