// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import nl.ddas.basis.Metrics;

/// How many requests came in, by date, sender, outcome and kind of parameters (S69-S71); never values of
/// parameters. Kept in a small text file, so that a restart does not start from nought.
final class Verzoektelling {

    static final String KOP = "datum,afzender,uitkomst,parameters,aantal";

    /// @param afzender OIN, or `onbekend`
    /// @param uitkomst `geleverd`, `ontvangen`, ... or the code of the refusal
    /// @param parameters kinds, see [Gegevensverzoek#soorten]
    private record Sleutel(LocalDate datum, String afzender, String uitkomst, String parameters)
            implements Comparable<Sleutel> {

        String regel() {
            return datum + "," + afzender + "," + uitkomst + "," + parameters;
        }

        @Override
        public int compareTo(Sleutel ander) {
            return regel().compareTo(ander.regel());
        }
    }

    private final Path bestand;
    private final Metrics.Counter teller;
    private final Clock clock;
    private final Map<Sleutel, LongAdder> aantallen = new ConcurrentHashMap<>();

    private Verzoektelling(Path bestand, Metrics.Counter teller, Clock clock) {
        this.bestand = bestand;
        this.teller = teller;
        this.clock = clock;
    }

    /// Goes on from the file when it is there; the figures for Prometheus start from nought.
    ///
    /// @throws IOException when it cannot be read
    static Verzoektelling open(Path bestand, Metrics cijfers, Clock clock) throws IOException {
        Metrics.Counter teller = cijfers.counter(
                "ddas_bron_verzoeken",
                "Verzoeken sinds de start, naar afzender, uitkomst en soort parameters",
                "afzender",
                "uitkomst",
                "parameters");
        Verzoektelling telling = new Verzoektelling(bestand, teller, clock);
        if (Files.exists(bestand)) {
            for (String regel : Files.readAllLines(bestand)) {
                String[] velden = regel.split(",", -1);
                if (velden.length == 5 && !regel.equals(KOP)) {
                    Sleutel sleutel = new Sleutel(LocalDate.parse(velden[0]), velden[1], velden[2], velden[3]);
                    telling.bij(sleutel, Long.parseLong(velden[4]));
                }
            }
        }
        return telling;
    }

    void tel(String afzender, String uitkomst, String parameters) {
        LocalDate vandaag = clock.instant().atZone(Beschikbaarheid.ZONE).toLocalDate();
        bij(new Sleutel(vandaag, afzender, uitkomst, parameters), 1);
        teller.add(afzender, uitkomst, parameters);
    }

    private void bij(Sleutel sleutel, long aantal) {
        aantallen.computeIfAbsent(sleutel, nieuw -> new LongAdder()).add(aantal);
    }

    /// All counts as CSV, sorted, with a header line.
    String csv() {
        StringBuilder tekst = new StringBuilder(KOP).append('\n');
        new TreeMap<>(aantallen).forEach((sleutel, aantal) -> tekst.append(sleutel.regel())
                .append(',')
                .append(aantal.sum())
                .append('\n'));
        return tekst.toString();
    }

    /// Writes the counts; the file is replaced at once.
    synchronized void bewaar() throws IOException {
        Path nieuw = bestand.resolveSibling(bestand.getFileName() + ".nieuw");
        Files.writeString(nieuw, csv(), StandardCharsets.UTF_8);
        Files.move(nieuw, bestand, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
