// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Optional;
import nl.ddas.basis.Settings;

/// Reads from the settings of a party what is agreed with it about encryption: `netwerk`, `versleuteling`,
/// `dpia-besluit` and `versleutelcertificaat`. The outcome of the DPIA is one switch for all parties that are reached
/// over the open internet, `versleuteling-bij-internet`, with its `dpia-besluit`; a party may have an agreement of its
/// own.
public final class Versleutellezer {

    private final boolean bijInternet;
    private final Optional<String> besluit;

    private Versleutellezer(boolean bijInternet, Optional<String> besluit) {
        this.bijInternet = bijInternet;
        this.besluit = besluit;
    }

    /// Reads the switch.
    ///
    /// @throws nl.ddas.basis.SettingsFault when something is missing or does not fit
    public static Versleutellezer van(Settings settings) {
        boolean aan = Instelling.jaNee(settings, "versleuteling-bij-internet");
        Optional<String> besluit = settings.optional("dpia-besluit");
        if (aan && besluit.isEmpty()) {
            throw settings.unfit(
                    "dpia-besluit", "waar het besluit van de DPIA staat, zoals \"DPIA 3.0, 12 november 2025\"");
        }
        return new Versleutellezer(aan, besluit);
    }

    /// What is agreed with a party; empty when nothing is encrypted.
    ///
    /// @param partij settings of that party
    /// @throws nl.ddas.basis.SettingsFault when something is missing or does not fit
    public Optional<Versleutelafspraak> afspraak(Settings partij) {
        boolean moet = isInternet(partij) && bijInternet;
        Versleutelmodus modus = partij.value("versleuteling", "uit, toegestaan of vereist", Versleutelmodus::lees)
                .orElse(moet ? Versleutelmodus.VEREIST : Versleutelmodus.UIT);
        Optional<String> eigen = partij.optional("dpia-besluit");
        Optional<String> certificaat = partij.optional("versleutelcertificaat");
        if (moet && modus != Versleutelmodus.VEREIST && eigen.isEmpty()) {
            throw partij.unfit(
                    "dpia-besluit",
                    "een eigen besluit bij deze partij, omdat versleuteling hier minder streng is dan"
                            + " versleuteling-bij-internet");
        }
        if (modus == Versleutelmodus.UIT) {
            return Optional.empty();
        }
        return Optional.of(new Versleutelafspraak(
                modus,
                eigen.or(() -> besluit)
                        .orElseThrow(() -> partij.unfit(
                                "dpia-besluit",
                                "waar het besluit van de DPIA staat, omdat versleuteling " + modus.tekst() + " is")),
                certificaat.orElseThrow(() -> partij.unfit(
                        "versleutelcertificaat",
                        "een bestand (PEM of JWKS) of het https-adres van een JWKS, omdat versleuteling "
                                + modus.tekst() + " is"))));
    }

    private static boolean isInternet(Settings partij) {
        return partij.value("netwerk", "internet of diginetwerk", tekst -> switch (tekst) {
                    case "internet" -> Optional.of(true);
                    case "diginetwerk" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .orElse(true);
    }
}
