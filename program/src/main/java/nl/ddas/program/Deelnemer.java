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
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.SignatureForm;
import nl.ddas.trust.Strictness;
import nl.ddas.trust.Trust;

/// Who we are towards others: our certificates, and whom we trust. Read from the settings of a part.
///
/// @param map where certificates and trust come from: the folder of the practice authority, or files of our own
/// @param handtekening how we sign, and what we ask of others
record Deelnemer(Vertrouwensbron map, Party partij, Handtekening handtekening) implements AutoCloseable {

    private static final String OEFENEN = "vertrouwen-map";

    /// @param vorm in which we sign
    /// @param eisen what the signatures of others must hold
    record Handtekening(SignatureForm vorm, Strictness eisen) {

        /// Reads `handtekening-vorm` and `handtekening-volledig`.
        static Handtekening lees(Settings instellingen) {
            return new Handtekening(
                    instellingen
                            .value("handtekening-vorm", "A of B", tekst -> Optional.of(SignatureForm.valueOf(tekst)))
                            .orElse(SignatureForm.A),
                    instellingen.flag("handtekening-volledig", false)
                            ? Strictness.BASELINE_B
                            : Strictness.DIGEST_OPTIONAL);
        }
    }

    /// What the settings say of who we are, with the practice authority.
    ///
    /// @param map its folder
    record Aanmelding(Path map, String naam, Oin oin, List<String> hosts, Handtekening handtekening) {

        /// Makes or reads the certificates.
        ///
        /// @throws IOException when the folder cannot be read or written
        Deelnemer open(Clock klok) throws IOException {
            AuthorityFolder vertrouwen = AuthorityFolder.open(map, klok, new SecureRandom());
            return new Deelnemer(new Oefenmap(vertrouwen), vertrouwen.party(naam, oin, hosts), handtekening);
        }
    }

    /// The practice authority.
    private record Oefenmap(AuthorityFolder folder) implements Vertrouwensbron {
        @Override
        public Trust trust(Purpose doel) {
            return folder.trust();
        }

        @Override
        public List<Identity> ondertekening(Party partij) {
            return List.of(partij.signing());
        }

        @Override
        public List<Identity> versleuteling(Party partij) {
            return List.of(partij.encryption());
        }

        @Override
        public Optional<String> opmerking() {
            return Optional.empty();
        }

        @Override
        public Tls tls(Party partij) {
            return folder.tls(partij);
        }

        @Override
        public void close() {
            // A folder holds nothing open.
        }
    }

    /// Reads `vertrouwen-map`, `partij`, `oin`, `hosts` and [Handtekening], and makes or reads the
    /// certificates; or, as [Partijbestanden] says, files with certificates of our own.
    ///
    /// @throws IOException when the folder cannot be read or written
    /// @throws VerkeerdGebruik when certificates of our own cannot be used
    /// @throws IllegalArgumentException naming the setting that is missing or wrong
    static Deelnemer lees(Settings instellingen, Clock klok) throws IOException {
        return metBestanden(instellingen)
                ? Partijbestanden.lees(instellingen, klok)
                : aanmelding(instellingen).open(klok);
    }

    /// Looks which of both it is, and touches no certificate.
    ///
    /// @throws VerkeerdGebruik when it is both
    static boolean metBestanden(Settings instellingen) {
        List<String> bestanden =
                Partijbestanden.ALLEMAAL.stream().filter(instellingen::has).toList();
        if (!bestanden.isEmpty() && instellingen.has(OEFENEN)) {
            throw new VerkeerdGebruik("in de instellingen staan vertrouwen-map (om te oefenen) en "
                    + bestanden.getFirst() + " (uw eigen certificaten) allebei. Kies er een");
        }
        return !bestanden.isEmpty();
    }

    /// Reads what is needed to practise, and touches no certificate.
    ///
    /// @throws IllegalArgumentException naming the setting that is missing or wrong
    static Aanmelding aanmelding(Settings instellingen) {
        return new Aanmelding(
                Path.of(instellingen.required(OEFENEN)),
                instellingen.required("partij"),
                new Oin(instellingen.required("oin")),
                hosts(instellingen),
                Handtekening.lees(instellingen));
    }

    /// Reads the same settings as [#lees], for who needs none of it, and touches no certificate.
    ///
    /// @throws VerkeerdGebruik when there are two sources of certificates
    /// @throws IllegalArgumentException naming the setting that is missing or wrong
    static void leesOver(Settings instellingen) {
        if (metBestanden(instellingen)) {
            String _ = instellingen.required("partij");
            Optional<String> _ = instellingen.optional("oin");
            List<String> _ = hosts(instellingen);
            Handtekening _ = Handtekening.lees(instellingen);
        } else {
            Aanmelding _ = aanmelding(instellingen);
        }
    }

    /// Signs our messages.
    PayloadSigner ondertekenaar(Clock klok) {
        return new PayloadSigner(() -> map.ondertekening(partij).getFirst(), klok, handtekening.vorm());
    }

    /// Names and addresses at which we are reached, for certificates that we make ourselves.
    static List<String> hosts(Settings instellingen) {
        List<String> hosts = instellingen.texts("hosts");
        return hosts.isEmpty() ? List.of("localhost", "127.0.0.1") : hosts;
    }

    /// Close it after what makes connections.
    @Override
    public void close() {
        map.close();
    }
}
