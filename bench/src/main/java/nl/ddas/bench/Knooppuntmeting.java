// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The memory of all that a supplier runs: its API, a Manager with its database, and an Inway, each a process, while a
/// collector fetches a page of the largest size over FSC. Everything is set up by commands, as a user would.
final class Knooppuntmeting implements Meting {

    private static final String DIENST = "DDAS-schuldhulpverlening-ophaal-meting";
    private static final long DOEL = 1L << 30;
    private static final int OUTWAY = 8082;
    private static final int POGINGEN = 60;

    /// What each part may use for objects; the rest of a process is code, buffers and threads.
    private static final String HEAP_BRON = "-Xmx256m";

    private static final String HEAP_MANAGER = "-Xmx128m";
    private static final String HEAP_INWAY = "-Xmx96m";

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        Path map = plek.verseMap("knooppunt");
        Fscdeelnemer directory = new Fscdeelnemer(plek, map, "Stelselbeheer", 9);
        Fscdeelnemer leverancier = new Fscdeelnemer(plek, map, "Gemeente Voorbeeldstad", 2);
        Fscdeelnemer cbs = new Fscdeelnemer(plek, map, "CBS", 1);
        int poort = Buren.vrijePoort();
        String api = "https://127.0.0.1:" + poort;
        try (Dienst _ = directory.manager("-Xmx256m", Optional.empty());
                Dienst manager = leverancier.manager(HEAP_MANAGER, Optional.of(directory));
                Dienst _ = cbs.manager("-Xmx256m", Optional.of(directory));
                Dienst bron = bron(plek, leverancier, cbs, poort);
                Dienst inway = leverancier.inway(HEAP_INWAY, DIENST, api);
                Dienst _ = cbs.outway("-Xmx256m", OUTWAY);
                Geheugenpeiling peiling = new Geheugenpeiling(List.of(bron, manager, inway), leverancier.database())) {
            leverancier.publiceer(DIENST, api);
            cbs.stelVoor(DIENST, leverancier);
            wacht(leverancier, cbs);
            Proces.draai(map, verzamel(plek, cbs), map.resolve("verzamel.txt").toFile())
                    .eis(0);
            plek.regel("%s", Files.readString(map.resolve("verzamel.txt")).strip());
            peiling.delen().forEach((deel, bytes) -> plek.regel("%-24s at most %4d MB", deel, bytes / 1_000_000));
            plek.regel(
                    "together at most %d MB; target %d MB: %s",
                    peiling.hoogste() / 1_000_000,
                    DOEL / 1_000_000,
                    peiling.hoogste() < DOEL ? "reached" : "NOT reached");
        }
    }

    private static void wacht(Fscdeelnemer leverancier, Fscdeelnemer cbs) throws IOException, InterruptedException {
        for (int poging = 0; cbs.geldige() == 0; poging++) {
            if (poging == POGINGEN) {
                throw new IOException("the contract did not become valid");
            }
            if (leverancier.accepteer() == 0) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private static Dienst bron(Werkplaats plek, Fscdeelnemer leverancier, Fscdeelnemer cbs, int poort)
            throws IOException, InterruptedException {
        Path bestanden = Files.createDirectories(leverancier.eigen("leveringen"));
        Files.copy(
                plek.bestanden().goed(Bestanden.PAGINA),
                bestanden.resolve("levering.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Path config = Files.write(
                leverancier.eigen("bron.yaml"),
                List.of(
                        "naam: " + leverancier.naam(),
                        "adres: 127.0.0.1",
                        "poort: " + poort,
                        "beheer-poort: 0",
                        "opslag-map: " + leverancier.eigen("opslag"),
                        "sleutel-bestand: " + leverancier.eigen("opslag.sleutel"),
                        "toegestaan: [{oin: \"" + cbs.oin() + "\", naam: CBS}]",
                        "inway-oin: \"" + leverancier.oin() + "\"",
                        "bestanden-map: " + bestanden,
                        "vertrouwen-map: " + leverancier.map().resolve("vertrouwen"),
                        "partij: " + leverancier.naam(),
                        "oin: \"" + leverancier.oin() + "\"",
                        "hosts: " + leverancier.adres() + "," + leverancier.inwayAdres() + ",localhost,127.0.0.1"));
        return Dienst.start(
                plek.programma(HEAP_BRON, "bron", "--config", config.toString()), poort, leverancier.eigen("bron.txt"));
    }

    private static List<String> verzamel(Werkplaats plek, Fscdeelnemer cbs) throws IOException {
        Path config = Files.write(
                cbs.eigen("verzamelaar.yaml"),
                Stream.of(
                                "oin: \"" + cbs.oin() + "\"",
                                "partij: " + cbs.naam(),
                                "hosts: " + cbs.adres() + "," + cbs.inwayAdres() + ",localhost,127.0.0.1",
                                "vertrouwen-map: " + cbs.map().resolve("vertrouwen"),
                                "database-map: " + cbs.eigen("verzameldatabase"),
                                "bewijs-map: " + cbs.eigen("bewijs"),
                                "sleutel-bestand: " + cbs.eigen("bewijs.sleutel"),
                                "fsc-beheer: " + cbs.beheer(),
                                "fsc-outway: http://" + cbs.adres() + ":" + OUTWAY,
                                "goedkeuring: direct",
                                "poort: 0")
                        .toList());
        return plek.programma("-Xmx512m", "verzamel", "--config", config.toString());
    }
}
