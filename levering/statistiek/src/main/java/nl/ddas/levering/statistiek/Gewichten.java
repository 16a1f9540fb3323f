// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import nl.ddas.levering.toets.Ernst;

/// The weights of the betrouwbaarheidsindicator, all from one versioned file. They are a choice, published and
/// adjustable; nothing is learned.
public final class Gewichten {
    private static final String VERSIE = "versie";
    private static final List<Gewicht> DELEN = List.of(
            Gewicht.DEEL_VOLLEDIGHEID,
            Gewicht.DEEL_CONSISTENTIE,
            Gewicht.DEEL_TIJDIGHEID,
            Gewicht.DEEL_IDENTIFICEERBAARHEID,
            Gewicht.DEEL_BEVESTIGING);

    private final String versie;
    private final Map<Gewicht, BigDecimal> waarden = new EnumMap<>(Gewicht.class);

    private Gewichten(Properties regels) {
        Set<String> over = new TreeSet<>(regels.stringPropertyNames());
        versie = regel(regels, VERSIE);
        over.remove(VERSIE);
        for (Gewicht gewicht : Gewicht.values()) {
            waarden.put(gewicht, getal(regels, gewicht.sleutel()));
            over.remove(gewicht.sleutel());
        }
        if (!over.isEmpty()) {
            throw new IllegalArgumentException("Gewichten: unknown lines " + over);
        }
        BigDecimal som = DELEN.stream().map(waarden::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (som.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("Gewichten: expected parts that sum to 1, got " + som);
        }
    }

    private static String regel(Properties regels, String naam) {
        return Optional.ofNullable(regels.getProperty(naam))
                .map(String::strip)
                .orElseThrow(() -> new IllegalArgumentException("Gewichten: expected a line '" + naam + "=...'"));
    }

    private static BigDecimal getal(Properties regels, String naam) {
        String tekst = regel(regels, naam);
        try {
            return new BigDecimal(tekst);
        } catch (NumberFormatException geen) {
            throw new IllegalArgumentException("Gewichten: expected a number in '" + naam + "=" + tekst + "'", geen);
        }
    }

    /// The weights that come with this version of the program.
    public static Gewichten standaard() {
        try (InputStream in = Gewichten.class.getResourceAsStream("indicator.properties")) {
            if (in == null) {
                throw new IllegalStateException("indicator.properties is not in the jar");
            }
            return lees(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Reads weights from a file in the form of `indicator.properties`.
    ///
    /// @throws IllegalArgumentException when a weight is missing, unknown or no number, or the parts do not
    ///     sum to 1
    public static Gewichten lees(InputStream in) throws IOException {
        Properties regels = new Properties();
        regels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Gewichten(regels);
    }

    /// Stands with every score.
    public String versie() {
        return versie;
    }

    BigDecimal van(Gewicht gewicht) {
        return Objects.requireNonNull(waarden.get(gewicht));
    }

    /// What one finding takes off.
    BigDecimal aftrek(Ernst ernst) {
        return van(
                switch (ernst) {
                    case BLOKKEREND -> Gewicht.AFTREK_BLOKKEREND;
                    case WAARSCHUWING -> Gewicht.AFTREK_WAARSCHUWING;
                    case INFORMATIEF -> Gewicht.AFTREK_INFORMATIEF;
                });
    }
}
