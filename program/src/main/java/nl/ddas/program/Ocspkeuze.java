// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.trust.OcspAddresses;
import nl.ddas.trust.OcspAnswers;

/// Whom we ask about single certificates (OCSP), as the setting for revocation lists says: `ocsp:` and an address,
/// `ocsp:certificaten` for the addresses in certificates of trusted issuers, and `ocsp:met-nonce` to refuse answers
/// that were signed beforehand.
///
/// @param adressen empty when nobody is asked
record Ocspkeuze(List<URI> adressen, boolean uitCertificaten, boolean metNonce) {

    private static final Pattern VORM = Pattern.compile("ocsp:(https?://\\S+|certificaten|met-nonce)");

    static boolean is(String plek) {
        return plek.startsWith("ocsp:");
    }

    /// @param naam of the setting
    /// @throws VerkeerdGebruik when one is written in another way
    static Ocspkeuze lees(String naam, List<String> plekken) {
        List<String> woorden = new ArrayList<>();
        for (String plek : plekken.stream().filter(Ocspkeuze::is).toList()) {
            Matcher vorm = VORM.matcher(plek);
            if (!vorm.matches()) {
                throw new VerkeerdGebruik(
                        "bij " + naam + " staat " + plek + ". Verwacht: ocsp: en direct daarachter een"
                                + " webadres (http://...), certificaten of met-nonce");
            }
            woorden.add(vorm.group(1));
        }
        Ocspkeuze keuze = new Ocspkeuze(
                woorden.stream()
                        .filter(woord -> woord.startsWith("http"))
                        .map(woord -> Webvraag.adres(naam, woord))
                        .toList(),
                woorden.contains("certificaten"),
                woorden.contains("met-nonce"));
        if (keuze.metNonce() && !keuze.vraagt()) {
            throw new VerkeerdGebruik("bij " + naam
                    + " staat ocsp:met-nonce, maar niet aan wie we het vragen. Zet er ocsp: met een webadres"
                    + " bij, of ocsp:certificaten");
        }
        return keuze;
    }

    private boolean vraagt() {
        return uitCertificaten || !adressen.isEmpty();
    }

    /// Empty when nobody is asked.
    ///
    /// @param map where answers are kept
    Optional<OcspAnswers> open(Path map, Clock klok) {
        return vraagt()
                ? Optional.of(new OcspAnswers(
                        new OcspAddresses(adressen, uitCertificaten),
                        metNonce,
                        (adres, vraag) -> Webvraag.GEWOON.ocsp(adres, vraag, OcspAnswers.Web.LARGEST),
                        map,
                        klok,
                        new SecureRandom()))
                : Optional.empty();
    }
}
