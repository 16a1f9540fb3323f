// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;

/// Reads a settings file; what is wrong in it is wrong use, and no fault of the program.
final class Instellingen {

    /// Makes something of settings.
    @FunctionalInterface
    interface Lezer<T> {
        T lees(Settings instellingen) throws IOException;
    }

    private Instellingen() {}

    /// @param deel name of the part, also its command; `fsc-inway` is that of `ddas fsc inway`, and so with
    ///     `logboek-`
    /// @throws VerkeerdGebruik when the file is not there or cannot be read, or says what cannot be
    static <T> T lees(String deel, Path bestand, Map<String, String> variabelen, Lezer<T> lezer) throws IOException {
        if (!Files.exists(bestand)) {
            throw new VerkeerdGebruik("er is geen bestand " + bestand + " met instellingen; maak er een met: ddas "
                    + deel.replaceFirst("^(fsc|logboek)-", "$1 ") + " config > " + bestand);
        }
        Invoer.bestaat(bestand);
        try {
            return lezer.lees(Settings.read("ddas-" + deel, bestand, variabelen));
        } catch (SettingsFault fout) {
            throw new VerkeerdGebruik(Grondmelding.van(fout).orElseThrow());
        } catch (IllegalArgumentException fout) {
            throw new VerkeerdGebruik("in de instellingen van " + bestand + " klopt iets niet: "
                    + Systeemmelding.instelling(String.valueOf(fout.getMessage())));
        }
    }

    /// Does what reads files that the settings name: those that cannot be used are a fault of the settings.
    ///
    /// @throws VerkeerdGebruik when one cannot be read
    static <T> T bestanden(Supplier<T> lezen) {
        try {
            return lezen.get();
        } catch (UncheckedIOException onbruikbaar) {
            IOException oorzaak = Objects.requireNonNull(onbruikbaar.getCause());
            throw new VerkeerdGebruik(Foutmelding.van(oorzaak));
        }
    }
}
