// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.Trust;
import nl.ddas.trust.jose.JweDecrypter;
import nl.ddas.trust.jose.Jwks;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;

/// What a part needs of its own to speak profile `seed-2024-07`, in which messages are JWTs, signed and encrypted.
///
/// @param oin own number
/// @param ondertekening keys to sign with, others than that of the connection: the one of now first, then those that
///     others may still have signatures of
/// @param versleuteling keys to decrypt with, the newest first; an older one stays until nobody encrypts to it any more
/// @param vertrouwen whose signatures are believed; asked at each message
/// @param ontvangers to whose certificates may be encrypted; asked at each message
/// @param opmerking what the operator should know of these keys, Dutch; asked each time
public record Eigensleutels(
        Oin oin,
        Supplier<List<Identity>> ondertekening,
        Supplier<List<Identity>> versleuteling,
        Supplier<Trust> vertrouwen,
        Supplier<Trust> ontvangers,
        Supplier<Optional<String>> opmerking) {

    /// Name of the profile, as in settings.
    public static final String PROFIEL = "seed-2024-07";

    /// The claim that holds what a message of profile v1.0 has as its body.
    public static final String INHOUD = "ddas";

    /// Those of a party.
    public static Eigensleutels van(Party partij, Supplier<Trust> vertrouwen) {
        return new Eigensleutels(
                partij.oin(),
                () -> List.of(partij.signing()),
                () -> List.of(partij.encryption()),
                vertrouwen,
                vertrouwen,
                Optional::empty);
    }

    /// The key that signs now.
    public Identity ondertekenaar() {
        return ondertekening.get().getFirst();
    }

    /// Opens what comes in.
    public NestedJwtReader lezer(Freshness versheid, Clock clock, SecureRandom willekeur) {
        return new NestedJwtReader(
                new JweDecrypter(versleuteling, willekeur),
                new JwtVerifier(vertrouwen, Set.of("jwt"), clock),
                oin,
                INHOUD,
                versheid,
                clock);
    }

    /// Makes what goes out.
    public NestedJwtWriter schrijver(Clock clock, SecureRandom willekeur) {
        return new NestedJwtWriter(JwtSigner.following(this::ondertekenaar, "JWT"), oin, INHOUD, clock, willekeur);
    }

    /// The certificate that others encrypt to now.
    public X509Certificate versleutelcertificaat() {
        return versleuteling.get().getFirst().leaf();
    }

    /// What others may know of these keys (RFC 7517): also keys that signed until shortly, but no earlier ones to
    /// encrypt to.
    public Jwks bekend() {
        List<Jwks.Entry> sleutels = new ArrayList<>();
        ondertekening.get().forEach(sleutel -> sleutels.add(new Jwks.Entry(Jwks.Use.SIG, sleutel.chain())));
        versleuteling.get().stream()
                .limit(1)
                .forEach(sleutel -> sleutels.add(new Jwks.Entry(Jwks.Use.ENC, sleutel.chain())));
        return new Jwks(sleutels);
    }
}
