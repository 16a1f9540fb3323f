// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.register.Recht;

/// The register that a log goes by, and who may see what of it.
///
/// @param lezers what somebody may see beyond what everybody may, by the OIN in the certificate
record LogboekRegister(Herkomst herkomst, Map<String, Set<Recht>> lezers) {

    private static final String BESTAND = "register-bestand";
    private static final String ADRES = "register-adres";

    /// Where it comes from.
    sealed interface Herkomst {

        /// Our own, as a file (YAML or JSON).
        record Bestand(Path bestand) implements Herkomst {
            @Override
            public String toString() {
                return "in " + bestand;
            }
        }

        /// That of another party, or of another program of ours.
        ///
        /// @param adres of its API, without a slash at the end
        record Adres(URI adres) implements Herkomst {
            @Override
            public String toString() {
                return "op " + adres;
            }
        }
    }

    LogboekRegister {
        lezers = Map.copyOf(lezers);
    }

    /// Reads `register-bestand` or `register-adres`, and `register-lezers`.
    ///
    /// @return empty when the log goes by no register
    /// @throws nl.ddas.basis.SettingsFault naming the setting that is wrong
    static Optional<LogboekRegister> lees(Settings instellingen) {
        Optional<Herkomst> bestand =
                instellingen.optional(BESTAND).map(Path::of).map(Herkomst.Bestand::new);
        Optional<Herkomst> adres = instellingen
                .value(
                        ADRES,
                        "een https-adres zonder / aan het eind, zoals https://logboek.voorbeeld.nl:4318/register/v1",
                        LogboekRegister::adres)
                .map(Herkomst.Adres::new);
        Map<String, Set<Recht>> lezers = lezers(instellingen);
        if (bestand.isPresent() && adres.isPresent()) {
            throw instellingen.unfit(ADRES, "een van beide: " + BESTAND + " of " + ADRES);
        }
        return bestand.or(() -> adres).map(een -> new LogboekRegister(een, lezers));
    }

    /// Without TLS only to this machine: what is confidential goes along.
    private static Optional<URI> adres(String tekst) {
        return tekst.matches("(https://[^\\s?#@]+|http://127\\.0\\.0\\.1(:\\d+)?/[^\\s?#@]+)") && !tekst.endsWith("/")
                ? Optional.of(URI.create(tekst))
                : Optional.empty();
    }

    /// Whether a certificate of ours is needed to ask for it.
    boolean isOverTls() {
        return herkomst instanceof Herkomst.Adres(URI adres)
                && adres.getScheme().equals("https");
    }

    private static Map<String, Set<Recht>> lezers(Settings instellingen) {
        Map<String, Set<Recht>> lezers = new HashMap<>();
        for (Settings een : instellingen.list("register-lezers")) {
            Set<Recht> rechten = EnumSet.noneOf(Recht.class);
            rechten.addAll(een.values("rechten", "ldv.read.confidential of ldv.read.entities", Recht::of));
            if (lezers.put(een.required("code"), rechten) != null) {
                throw een.unfit("code", "een code die nog niet in de lijst staat");
            }
        }
        return lezers;
    }
}
