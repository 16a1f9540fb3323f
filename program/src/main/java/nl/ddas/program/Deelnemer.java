// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.SignatureForm;

/// Who we are towards others: our certificates, and whom we trust. Read from the settings of a part.
///
/// @param map the folder of the practice authority
/// @param vorm in which we sign
record Deelnemer(AuthorityFolder map, Party partij, SignatureForm vorm) {

    /// What the settings say of who we are.
    ///
    /// @param map folder of the practice authority
    record Aanmelding(Path map, String naam, Oin oin, List<String> hosts, SignatureForm vorm) {

        /// Makes or reads the certificates.
        ///
        /// @throws IOException when the folder cannot be read or written
        Deelnemer open(Clock klok) throws IOException {
            AuthorityFolder vertrouwen = AuthorityFolder.open(map, klok, new SecureRandom());
            return new Deelnemer(vertrouwen, vertrouwen.party(naam, oin, hosts), vorm);
        }
    }

    /// Reads `vertrouwen-map`, `partij`, `oin`, `hosts` and `handtekening-vorm`, and makes or reads the certificates.
    ///
    /// @throws IOException when the folder cannot be read or written
    /// @throws IllegalArgumentException naming the setting that is missing or wrong
    static Deelnemer lees(Settings instellingen, Clock klok) throws IOException {
        return aanmelding(instellingen).open(klok);
    }

    /// Reads the same, and touches no certificate.
    ///
    /// @throws IllegalArgumentException naming the setting that is missing or wrong
    static Aanmelding aanmelding(Settings instellingen) {
        return new Aanmelding(
                Path.of(instellingen.required("vertrouwen-map")),
                instellingen.required("partij"),
                new Oin(instellingen.required("oin")),
                hosts(instellingen),
                instellingen
                        .value("handtekening-vorm", "A of B", tekst -> Optional.of(SignatureForm.valueOf(tekst)))
                        .orElse(SignatureForm.A));
    }

    /// Signs our messages.
    PayloadSigner ondertekenaar(Clock klok) {
        return new PayloadSigner(partij.signing(), klok, vorm);
    }

    /// Names and addresses at which we are reached, for certificates that we make ourselves.
    static List<String> hosts(Settings instellingen) {
        List<String> hosts = instellingen.texts("hosts");
        return hosts.isEmpty() ? List.of("localhost", "127.0.0.1") : hosts;
    }
}
