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
    /// @throws IllegalArgumentException in Dutch, naming the key and what was expected
    public static Versleutellezer van(Settings settings) {
        boolean aan = jaNee(settings, "versleuteling-bij-internet");
        Optional<String> besluit = settings.optional("dpia-besluit");
        if (aan && besluit.isEmpty()) {
            throw Instelling.fout(
                    "dpia-besluit",
                    "waar het besluit van de DPIA staat, zoals \"DPIA 3.0, 12 november 2025\"",
                    "niets");
        }
        return new Versleutellezer(aan, besluit);
    }

    /// What is agreed with a party; empty when nothing is encrypted.
    ///
    /// @param partij settings of that party
    /// @throws IllegalArgumentException in Dutch, naming the key and what was expected
    public Optional<Versleutelafspraak> afspraak(Settings partij) {
        boolean internet = isInternet(partij.optional("netwerk").orElse("internet"));
        boolean moet = bijInternet && internet;
        Optional<String> tekst = partij.optional("versleuteling");
        Versleutelmodus modus =
                tekst.map(Versleutellezer::modus).orElse(moet ? Versleutelmodus.VEREIST : Versleutelmodus.UIT);
        Optional<String> eigen = partij.optional("dpia-besluit");
        Optional<String> certificaat = partij.optional("versleutelcertificaat");
        if (moet && modus != Versleutelmodus.VEREIST && eigen.isEmpty()) {
            throw Instelling.fout(
                    "dpia-besluit",
                    "een eigen besluit bij deze partij, omdat versleuteling hier minder streng is dan"
                            + " versleuteling-bij-internet",
                    "niets");
        }
        if (modus == Versleutelmodus.UIT) {
            return Optional.empty();
        }
        return Optional.of(new Versleutelafspraak(
                modus,
                eigen.or(() -> besluit)
                        .orElseThrow(() -> Instelling.fout(
                                "dpia-besluit",
                                "waar het besluit van de DPIA staat, omdat versleuteling " + modus.tekst() + " is",
                                "niets")),
                certificaat.orElseThrow(() -> Instelling.fout(
                        "versleutelcertificaat",
                        "een bestand (PEM of JWKS) of het https-adres van een JWKS, omdat versleuteling "
                                + modus.tekst() + " is",
                        "niets"))));
    }

    private static Versleutelmodus modus(String tekst) {
        return Versleutelmodus.lees(tekst)
                .orElseThrow(() -> Instelling.fout("versleuteling", "uit, toegestaan of vereist", tekst));
    }

    private static boolean isInternet(String tekst) {
        return switch (tekst) {
            case "internet" -> true;
            case "diginetwerk" -> false;
            default -> throw Instelling.fout("netwerk", "internet of diginetwerk", tekst);
        };
    }

    private static boolean jaNee(Settings settings, String sleutel) {
        String tekst = settings.optional(sleutel).orElse("nee");
        return switch (tekst) {
            case "ja", "true" -> true;
            case "nee", "false" -> false;
            default -> throw Instelling.fout(sleutel, "ja of nee", tekst);
        };
    }
}
