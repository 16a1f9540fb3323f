// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Entry point of the measurements; started by `bench/meet`.
public final class Main {

    private Main() {}

    /// @param args names of measurements
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(Inwaydienst.WOORD)) {
            Inwaydienst.draai(args, Clock.systemUTC());
            return;
        }
        if (args.length > 0 && args[0].equals(Handtekeningproef.WOORD)) {
            Handtekeningproef.draai(args, Clock.systemUTC());
            return;
        }
        Map<String, Meting> metingen = metingen();
        if (args.length == 0 || !metingen.keySet().containsAll(List.of(args))) {
            System.err.println("usage: bench/meet " + String.join("|", metingen.keySet()));
            System.exit(2);
        }
        Path root = Path.of(System.getProperty("meet.root", "")).toAbsolutePath();
        Werkplaats plek =
                new Werkplaats(root, new PrintStream(System.out, true, StandardCharsets.UTF_8), Clock.systemUTC());
        for (String naam : args) {
            plek.regel("== %s", naam);
            Machine.druk(plek);
            metingen.getOrDefault(naam, nergens -> {}).meet(plek);
            plek.regel("");
        }
    }

    private static SequencedMap<String, Meting> metingen() {
        SequencedMap<String, Meting> metingen = new LinkedHashMap<>();
        metingen.put("vorm", new Vormmeting());
        metingen.put("regels", new Regelmeting());
        metingen.put("geheugen", new Geheugenmeting());
        metingen.put("pagina", new Paginameting());
        metingen.put("opdracht", new Opdrachtmeting());
        metingen.put("handtekening", new Handtekeningmeting());
        metingen.put("fsc-hash", new Hashmeting());
        metingen.put("fsc-manager", new Managermeting());
        metingen.put("logboek", new Logmeting());
        metingen.put("inway", new Inwaymeting());
        metingen.put("knooppunt", new Knooppuntmeting());
        return metingen;
    }
}
