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
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.WholeFile;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.verkeer.Verzoeker;

/// How many requests came in, by date, sender, outcome and kind of parameters (S69-S71); never values of
/// parameters. Kept in a small text file, so that a restart does not start from nought; it is written when something
/// was counted, and what is older than [#BEWAARD] goes.
///
/// Anybody with a certificate of an authority that we trust can be counted here. So those who are not expected have
/// their number in it only while they are few; the others count together as `overige`.
final class Verzoektelling {

    static final String KOP = "datum,afzender,uitkomst,parameters,aantal";

    /// A year to account for, and the time to do it.
    static final Period BEWAARD = Period.ofDays(400);

    /// So many senders that are not expected are told apart, from the start of the program.
    static final int MEESTE_VREEMDEN = 50;

    private static final Pattern REGEL = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d),([A-Za-z0-9-]{1,64}),([a-z0-9-]{1,64}),([a-z+-]{1,64}),(\\d{1,18})");

    /// @param afzender OIN, `onbekend` or `overige`
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

    /// A file with counts that could not all be read.
    ///
    /// @param bestand where it lies now
    /// @param regels numbers of the bad lines, from 1
    record Terzijde(Path bestand, List<Integer> regels) {}

    private final Path bestand;
    private final Metrics.Counter teller;
    private final Clock clock;
    private final Map<Sleutel, LongAdder> aantallen = new ConcurrentHashMap<>();
    private final Set<String> vreemden = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean gewijzigd = new AtomicBoolean();
    private LocalDate opgeruimd = LocalDate.MIN;
    private Optional<Terzijde> terzijde = Optional.empty();

    private Verzoektelling(Path bestand, Metrics.Counter teller, Clock clock) {
        this.bestand = bestand;
        this.teller = teller;
        this.clock = clock;
    }

    /// Goes on from the file when it is there; the figures for Prometheus start from nought. Lines that cannot be
    /// read do not count on; the file that held them is set aside, see [#terzijde].
    ///
    /// @throws IOException when the disk fails
    static Verzoektelling open(Path bestand, Metrics cijfers, Clock clock) throws IOException {
        Metrics.Counter teller = cijfers.counter(
                "ddas_bron_verzoeken",
                "Verzoeken sinds de start, naar afzender, uitkomst en soort parameters",
                "afzender",
                "uitkomst",
                "parameters");
        Verzoektelling telling = new Verzoektelling(bestand, teller, clock);
        if (Files.exists(bestand)) {
            telling.lees();
        }
        return telling;
    }

    private void lees() throws IOException {
        // Bytes that are no UTF-8 become a mark that no good line has.
        String tekst = new String(Files.readAllBytes(bestand), StandardCharsets.UTF_8);
        List<Integer> fout = new ArrayList<>();
        int nummer = 0;
        for (String regel : tekst.lines().toList()) {
            nummer++;
            if (!regel.equals(KOP) && !regel.isBlank() && !lees(regel)) {
                fout.add(nummer);
            }
        }
        if (!fout.isEmpty()) {
            Path kopie = bestand.resolveSibling(bestand.getFileName() + ".onleesbaar-" + clock.millis());
            Files.copy(bestand, kopie, StandardCopyOption.REPLACE_EXISTING);
            gewijzigd.set(true);
            bewaar();
            terzijde = Optional.of(new Terzijde(kopie, List.copyOf(fout)));
        }
    }

    private boolean lees(String regel) {
        Matcher velden = REGEL.matcher(regel);
        if (!velden.matches()) {
            return false;
        }
        try {
            LocalDate datum = LocalDate.parse(velden.group(1));
            bij(new Sleutel(datum, velden.group(2), velden.group(3), velden.group(4)), Long.parseLong(velden.group(5)));
            return true;
        } catch (DateTimeParseException geenDatum) {
            return false;
        }
    }

    /// The file that was set aside at the start, empty when all of it could be read.
    Optional<Terzijde> terzijde() {
        return terzijde;
    }

    /// Counts a request.
    ///
    /// @param uitkomst `geleverd`, `ontvangen`, ... or the code of the refusal
    /// @param parameters kinds, see [Gegevensverzoek#soorten]
    void tel(Verzoeker wie, String uitkomst, String parameters) {
        String naam = wie.verwacht() ? wie.afzender() : vreemde(wie.afzender());
        bij(new Sleutel(vandaag(), naam, uitkomst, parameters), 1);
        gewijzigd.set(true);
        teller.add(naam, uitkomst, parameters);
    }

    private String vreemde(String afzender) {
        boolean geteld = vreemden.contains(afzender) || (vreemden.size() < MEESTE_VREEMDEN && vreemden.add(afzender));
        return geteld ? afzender : "overige";
    }

    private LocalDate vandaag() {
        return clock.instant().atZone(Tijdzone.NEDERLAND).toLocalDate();
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

    /// Drops what is too old and writes the counts, if anything was counted since the last time; the file is
    /// replaced at once.
    ///
    /// @throws IOException when the disk does not take it; a next call tries again
    synchronized void bewaar() throws IOException {
        ruimOp();
        if (!gewijzigd.getAndSet(false)) {
            return;
        }
        try {
            WholeFile.write(bestand, csv(), "rw-r--r--");
        } catch (IOException | RuntimeException vol) {
            gewijzigd.set(true);
            throw vol;
        }
    }

    private void ruimOp() {
        LocalDate vandaag = vandaag();
        if (!vandaag.equals(opgeruimd)) {
            LocalDate eerste = vandaag.minus(BEWAARD);
            if (aantallen.keySet().removeIf(sleutel -> sleutel.datum().isBefore(eerste))) {
                gewijzigd.set(true);
            }
            opgeruimd = vandaag;
        }
    }
}
