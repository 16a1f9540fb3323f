// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What may stand in the protected header of a JWT: less than in that of a signature beside a message, for the time is
/// a claim here, and nothing is detached.
final class JwtHeader {

    private static final List<String> KEY_REFERENCES = List.of("x5u", "jku", "jwk");

    /// `cty` would say that the payload is yet another JWT (RFC 7519, section 5.2).
    private static final List<String> FORBIDDEN = List.of("zip", "etsiU", "enc", "cty");

    private static final List<String> CRITICAL = List.of("crit", "b64", "sigD");

    private JwtHeader() {}

    /// The certificates of the signer, not yet trusted.
    ///
    /// @param types what `typ` may say
    /// @throws Rejection for the first rule that is broken
    static SignerChain chain(JwsHeader header, Set<String> types) {
        if (!header.text("alg").equals(Optional.of(Pss.ALG))) {
            throw Refusal.HANDTEKENING_ALGORITME.because(
                    "De handtekening noemt een ander algoritme dan PS256. Alleen PS256 is toegestaan.");
        }
        refuse(header, KEY_REFERENCES, Refusal.HANDTEKENING_SLEUTELVERWIJZING);
        refuse(header, FORBIDDEN, Refusal.HANDTEKENING_FORMAAT);
        refuse(header, CRITICAL, Refusal.HANDTEKENING_KRITIEK);
        boolean typeFits = header.has("typ")
                ? header.text("typ")
                        .filter(type -> types.contains(type.toLowerCase(Locale.ROOT)))
                        .isPresent()
                : types.contains("jwt");
        if (!typeFits) {
            throw Refusal.HANDTEKENING_FORMAAT.because(
                    "In de kop van de handtekening noemt typ een andere soort" + " bericht dan hier wordt verwacht.");
        }
        List<String> x5c = header.texts("x5c")
                .filter(texts -> !texts.isEmpty())
                .orElseThrow(() -> Refusal.CERTIFICAAT_ONTBREEKT.because(
                        "De handtekening bevat geen certificaat. Zet in x5c eerst het eigen certificaat, dan dat van de"
                                + " uitgever, enzovoort; het stamcertificaat hoeft niet."));
        if (header.text("x5t#S256").isEmpty()) {
            throw Refusal.CERTIFICAAT_THUMBPRINT.because(
                    "De vingerafdruk van het certificaat (x5t#S256) ontbreekt in de kop van de handtekening.");
        }
        return SignerChain.read(x5c, header.text("x5t#S256"));
    }

    private static void refuse(JwsHeader header, List<String> names, Refusal refusal) {
        names.stream().filter(header::has).findFirst().ifPresent(name -> {
            throw refusal.because("De kop van de handtekening bevat " + name + "; dat is hier niet toegestaan.");
        });
    }
}
