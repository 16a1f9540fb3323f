// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// A message that is good but for its certificates, and the code with which it must be refused.
///
/// @param name what is wrong
/// @param code or `goed`
record CertificateAttack(String name, String code, Supplier<Attempt> made) {

    static final Stage STAGE = new Stage();
    static final Instant NOW = Stage.START;
    static final Hierarchy OURS = new Hierarchy(STAGE);
    static final Hierarchy STRANGE = new Hierarchy(STAGE);

    /// The key of who signs.
    static final KeyPair KEY = STAGE.keys.forLeaf(Purpose.SIGNING);

    /// What is sent and what the receiver believes.
    ///
    /// @param at the moment of signing and receiving
    record Attempt(PrivateKey key, List<X509Certificate> chain, Trust trust, Instant at) {
        Attempt(PrivateKey key, X509Certificate... chain) {
            this(key, List.of(chain), OURS.trust(OURS.crls()), NOW);
        }

        Attempt with(List<X509CRL> crls) {
            return new Attempt(key, chain, OURS.trust(crls), at);
        }

        Attempt in(Trust other) {
            return new Attempt(key, chain, other, at);
        }

        Attempt at(Instant moment) {
            return new Attempt(key, chain, trust, moment);
        }
    }

    static CertificateAttack attack(String name, String code, Supplier<Attempt> made) {
        return new CertificateAttack(name, code, made);
    }

    static Stream<Arguments> inBothForms(Stream<List<CertificateAttack>> groups) {
        return groups.flatMap(List::stream)
                .flatMap(attack -> Stream.of(SignatureForm.values()).map(form -> Arguments.of(form, attack)));
    }

    /// A certificate for [#KEY], good for signing.
    static Draft leaf() {
        return new Draft(KEY.getPublic());
    }

    /// How the message is judged when it is signed in this form.
    String codeIn(SignatureForm form) {
        Attempt attempt = made.get();
        STAGE.clock.advance(Duration.between(STAGE.clock.instant(), attempt.at()));
        Forge.Message message = new Forge(STAGE, form).signed(attempt.key(), attempt.chain());
        Clock then = Clock.fixed(attempt.at(), ZoneOffset.UTC);
        return Stage.code(new PayloadVerifier(attempt.trust(), new Freshness.Request(), then)
                .verify(message.headers(), message.body()));
    }

    @Override
    public String toString() {
        return name + " -> " + code;
    }
}
