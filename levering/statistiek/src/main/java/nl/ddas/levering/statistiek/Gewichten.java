// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The weights of the betrouwbaarheidsindicator, all from one versioned file. They are a choice, published and
/// adjustable; nothing is learned.
public final class Gewichten {
    private final String versie;
    private final Map<String, BigDecimal> waarden = new HashMap<>();

    private Gewichten(Properties regels) {
        versie = Optional.ofNullable(regels.getProperty("versie"))
                .orElseThrow(() -> new IllegalArgumentException("Gewichten: expected a line 'versie=...'"));
        for (String naam : regels.stringPropertyNames()) {
            if (!naam.equals("versie")) {
                waarden.put(naam, new BigDecimal(regels.getProperty(naam).strip()));
            }
        }
        BigDecimal som = deel("volledigheid")
                .add(deel("consistentie"))
                .add(deel("tijdigheid"))
                .add(deel("identificeerbaarheid"))
                .add(deel("bevestiging"));
        if (som.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("Gewichten: expected parts that sum to 1, got " + som);
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
    /// @throws IllegalArgumentException when a number is no number or the parts do not sum to 1
    public static Gewichten lees(InputStream in) throws IOException {
        Properties regels = new Properties();
        regels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Gewichten(regels);
    }

    /// Stands with every score.
    public String versie() {
        return versie;
    }

    BigDecimal deel(String naam) {
        return van("deel." + naam);
    }

    BigDecimal van(String naam) {
        return Optional.ofNullable(waarden.get(naam))
                .orElseThrow(() -> new IllegalArgumentException("Gewichten: expected a line '" + naam + "=...'"));
    }
}
