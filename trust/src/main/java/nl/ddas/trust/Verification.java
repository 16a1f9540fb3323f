// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// One message under verification: the constructor takes the steps that need only the headers, [#finish] the rest, in
/// the fixed order: cheap before dear, the body before the signature, the signature before the path.
final class Verification extends PayloadVerifier.Verifying {

    private final Trust trust;
    private final Freshness freshness;
    private final Clock clock;
    private final Optional<X509Certificate> tlsPeer;

    private final CompactJws jws;
    private final HeaderRules.Accepted header;
    private final SignerChain chain;
    private final ClaimedDigest digest;
    private final Signature engine;
    private final SigningInput input;

    /// @throws Rejection when the headers alone are reason to refuse
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    Verification(
            Headers headers,
            Optional<X509Certificate> tlsPeer,
            Trust trust,
            Freshness freshness,
            Strictness strictness,
            Clock clock) {
        this.trust = trust;
        this.freshness = freshness;
        this.clock = clock;
        this.tlsPeer = tlsPeer;
        jws = CompactJws.read(headers);
        header = HeaderRules.check(JwsHeader.read(jws.header()));
        chain = SignerChain.read(header.x5c(), header.x5tS256());
        jws.checkLength();
        digest = ClaimedDigest.read(headers);
        checkComplete(headers, strictness);
        engine = SignerChecks.engine(chain);
        input = new SigningInput(engine, jws.header64(), header.part(headers.all(PayloadSigner.DIGEST)));
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        input.write(bytes, offset, length);
    }

    @Override
    public Optional<Verdict.Refused> refusedBeforehand() {
        return Optional.empty();
    }

    @Override
    public Verdict finish() {
        try {
            byte[] sha256 = input.end();
            Instant now = clock.instant();
            digest.check(sha256);
            SignerChecks.checkSignature(engine, jws.signature());
            PathCheck.check(chain.certificates(), trust, now);
            SignerChecks.checkUse(chain);
            Oin oin = SignerChecks.oin(chain, trust.environment());
            tlsPeer.ifPresent(peer -> SignerChecks.checkSeparation(chain.leaf(), peer));
            FreshnessCheck.check(freshness, jws.signature(), header.signedAt(), now);
            return new Verdict.Verified(chain.leaf(), oin.value(), header.signedAt(), sha256, jws.text());
        } catch (Rejection rejection) {
            return rejection.verdict();
        }
    }

    private void checkComplete(Headers headers, Strictness strictness) {
        // In form B the signature reaches the body by way of this header only.
        if (header.form() == SignatureForm.B
                && headers.first(PayloadSigner.DIGEST).isEmpty()) {
            throw withoutDigest();
        }
        switch (strictness) {
            case DIGEST_OPTIONAL -> {}
            case BASELINE_B -> {
                if (header.x5tS256().isEmpty()) {
                    throw Refusal.CERTIFICAAT_THUMBPRINT.because(
                            "De vingerafdruk van het certificaat (x5t#S256) ontbreekt in de kop van de handtekening.");
                }
                if (digest.values().isEmpty()) {
                    throw withoutDigest();
                }
            }
        }
    }

    static Rejection withoutDigest() {
        return Refusal.DIGEST_ONTBREEKT.because(
                "Het bericht heeft geen header Digest. Stuur de SHA-256 van de inhoud daarin mee.");
    }
}
