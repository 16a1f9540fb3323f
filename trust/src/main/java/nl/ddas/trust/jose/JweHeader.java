// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.jose.JweCrypto.Wrapping;

/// What may stand in the header of an encrypted message: few words, each with few values. What is not known is not
/// passed over: it could ask for something.
///
/// @param content `cty`: what was encrypted
/// @param fingerprint `x5t#S256` of the certificate that was encrypted to
record JweHeader(Wrapping wrapping, Optional<String> content, Optional<String> fingerprint) {

    private static final Set<String> KNOWN = Set.of("alg", "enc", "typ", "cty", "kid", "x5t#S256");
    private static final Set<String> TYPES = Set.of("jwe", "jwt", "jose");

    /// The outcome of reading.
    sealed interface Outcome {
        record Read(JweHeader header) implements Outcome {}

        record Refused(Verdict.Refused verdict) implements Outcome {}
    }

    static Outcome read(byte[] json) {
        if (!(JsonReading.of(json) instanceof JsonReading.Read(JsonObject header))) {
            return refused("de kop is geen JSON-object");
        }
        Optional<Wrapping> wrapping = header.text("alg").flatMap(Wrapping::of);
        boolean enc = header.text("enc").filter(JweCrypto.ENC::equals).isPresent();
        if (wrapping.isEmpty() || !enc || header.get("zip").isPresent()) {
            return new Outcome.Refused(new Verdict.Refused(
                    Refusal.ENCRYPTIE_ALGORITME,
                    "Versleutel met alg RSA-OAEP-256 (of RSA-OAEP) en enc A256GCM, en zonder zip."));
        }
        Optional<String> unknown = header.members().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return refused("in de kop staat meer dan alg, enc, typ, cty, kid en x5t#S256");
        }
        if (!header.members().values().stream().allMatch(JsonText.class::isInstance)) {
            return refused("in de kop staat iets anders dan tekst");
        }
        boolean typeFits = header.text("typ")
                .map(typ -> TYPES.contains(typ.toLowerCase(Locale.ROOT)))
                .orElse(true);
        return typeFits
                ? new Outcome.Read(new JweHeader(wrapping.get(), header.text("cty"), header.text("x5t#S256")))
                : refused("typ is iets anders dan JWE");
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(new Verdict.Refused(
                Refusal.ENCRYPTIE_ONGELDIG, "De kop van het versleutelde bericht klopt niet: " + why + "."));
    }
}
