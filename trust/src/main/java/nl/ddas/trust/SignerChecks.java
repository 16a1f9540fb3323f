// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/// What must hold of a signer, each question apart.
final class SignerChecks {

    private SignerChecks() {}

    /// An engine that waits for what was signed.
    ///
    /// @throws Rejection `certificaat-sleutellengte` when it cannot use the key of the leaf
    static Signature engine(SignerChain chain) {
        try {
            Signature engine = Pss.engine();
            engine.initVerify(chain.key());
            return engine;
        } catch (InvalidKeyException unfit) {
            throw Refusal.CERTIFICAAT_SLEUTELLENGTE.because(
                    "De sleutel van het certificaat is niet geschikt voor handtekeningen met PS256.");
        }
    }

    /// @param engine that was fed with what should have been signed
    /// @throws Rejection as [#doesNotFit]
    static void checkSignature(Signature engine, byte[] signature) {
        boolean good;
        try {
            good = engine.verify(signature);
        } catch (SignatureException wrongLength) {
            good = false;
        }
        if (!good) {
            throw doesNotFit();
        }
    }

    static Rejection doesNotFit() {
        return Refusal.HANDTEKENING_ONGELDIG.because("De handtekening past niet bij deze inhoud en dit certificaat."
                + " Onderteken precies de bytes die worden verstuurd, met de sleutel van het eerste certificaat in"
                + " x5c.");
    }

    /// The key that signs must be another than that of the connection.
    ///
    /// @param tlsPeer certificate of who made the connection
    /// @throws Rejection as [#separate]
    static void checkSeparation(X509Certificate signer, X509Certificate tlsPeer) {
        if (MessageDigest.isEqual(
                signer.getPublicKey().getEncoded(), tlsPeer.getPublicKey().getEncoded())) {
            throw separate();
        }
    }

    static Rejection separate() {
        return Refusal.CERTIFICAAT_FUNCTIESCHEIDING.because("De handtekening is gezet met de sleutel van de"
                + " TLS-verbinding. Gebruik voor ondertekenen een eigen sleutel met een eigen certificaat.");
    }

    /// All certificates must be in force, up to the last in the chain.
    ///
    /// @param at the moment of who asks: for who signs, that of signing
    /// @throws Rejection `certificaat-geldigheid`, of the first that is not, leaf first
    static void checkValidity(SignerChain chain, Instant at) {
        for (X509Certificate one : chain.certificates()) {
            if (at.isBefore(one.getNotBefore().toInstant())
                    || at.isAfter(one.getNotAfter().toInstant())) {
                throw Refusal.CERTIFICAAT_GELDIGHEID.because("Het certificaat van "
                        + SubjectName.text(one.getSubjectX500Principal()) + " geldt nu niet: het geldt van "
                        + moment(one.getNotBefore()) + " tot " + moment(one.getNotAfter()) + ".");
            }
        }
    }

    private static String moment(Date date) {
        return SignatureInspection.MOMENT.format(date.toInstant());
    }

    /// The leaf must be of who signs himself, not of an issuer, and made for signing messages.
    ///
    /// @throws Rejection `certificaat-niet-vertrouwd` for an issuer, `certificaat-gebruik` for another purpose
    static void checkUse(SignerChain chain) {
        if (chain.leaf().getBasicConstraints() >= 0) {
            throw Refusal.CERTIFICAAT_NIET_VERTROUWD.because("De handtekening is gezet met het certificaat van een"
                    + " uitgever. Onderteken met een certificaat van de organisatie zelf, zonder CA:TRUE.");
        }
        Purpose.objectionToSigning(chain.leaf()).ifPresent(objection -> {
            throw Refusal.CERTIFICAAT_GEBRUIK.because(
                    "Het certificaat is niet bedoeld om berichten te ondertekenen: " + objection + ".");
        });
    }

    /// Who signed, by the subject of the leaf.
    ///
    /// @throws Rejection `certificaat-oin` when it names none, or one for tests in production
    static Oin oin(SignerChain chain, Environment environment) {
        Optional<Oin> found = Oin.of(chain.leaf());
        return found.filter(oin -> environment != Environment.PRODUCTIE || !oin.isForTest())
                .orElseThrow(() -> Refusal.CERTIFICAAT_OIN.because(
                        found.isPresent()
                                ? "Het certificaat heeft een test-OIN; die geldt niet in productie."
                                : "Het certificaat noemt in serialNumber niet precies één OIN (20 tekens) of KvK-nummer"
                                        + " (8 cijfers)."));
    }
}
