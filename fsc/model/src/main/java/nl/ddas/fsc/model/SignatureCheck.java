// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Checks a signature on a contract (FSC Core, "Signatures"), in a fixed order; the first failure is the answer.
public final class SignatureCheck {

    private final Group group;
    private final SigningCertificates certificates;
    private final ChainCheck chains;
    private final VerifiedSignatures verified;

    public SignatureCheck(Group group, SigningCertificates certificates, ChainCheck chains) {
        this(group, certificates, chains, new VerifiedSignatures());
    }

    /// @param verified remembers over the life of this check
    public SignatureCheck(
            Group group, SigningCertificates certificates, ChainCheck chains, VerifiedSignatures verified) {
        this.group = group;
        this.certificates = certificates;
        this.chains = chains;
        this.verified = verified;
    }

    /// What is expected of a signature.
    ///
    /// @param type by the route it came in
    /// @param peer whose signature it must be: the caller, or who was asked for it
    /// @param at where that Peer's Manager is
    public record Expected(SignatureType type, ContractContent content, PeerId peer, ManagerAddress at) {}

    /// Checks a signature as received.
    ///
    /// @param jws compact form
    public SignatureVerdict check(String jws, Expected expected, Instant now) {
        Optional<Jws> read = Jws.read(jws);
        Optional<Claims> claims = read.flatMap(Claims::read);
        if (read.isEmpty() || claims.isEmpty()) {
            return refused(
                    ErrorCode.SIGNATURE_VERIFICATION_FAILED,
                    "expected a JWS in compact form with alg, x5t#S256, contract_content_hash, type and signed_at");
        }
        return claimsObjection(read.get(), claims.get(), expected)
                .<SignatureVerdict>map(SignatureVerdict.Refused::new)
                .orElseGet(() -> checkSigner(read.get(), jws, claims.get(), expected, now));
    }

    /// When a signature says that it was made; nothing of it is verified.
    ///
    /// @param jws compact form
    /// @return nothing when it is no signature on a contract
    public static Optional<Instant> claimedAt(String jws) {
        return Jws.read(jws).flatMap(Claims::read).map(Claims::signedAt);
    }

    /// Members of the payload.
    private record Claims(String hash, String type, Instant signedAt) {

        static Optional<Claims> read(Jws jws) {
            try {
                Members payload = new Members(jws.payload(), "");
                return Optional.of(new Claims(
                        payload.text("contract_content_hash"),
                        payload.text("type"),
                        Instant.ofEpochSecond(payload.seconds("signed_at"))));
            } catch (Malformed malformed) {
                return Optional.empty();
            }
        }
    }

    private static Optional<FscError> claimsObjection(Jws jws, Claims claims, Expected expected) {
        if (JwsAlgorithm.find(jws.algorithm()).isEmpty()) {
            return error(
                    ErrorCode.UNKNOWN_ALGORITHM_SIGNATURE, "expected alg RS256, RS384, RS512, ES256, ES384 or ES512");
        }
        switch (HashText.read(claims.hash())) {
            case ContentHash hash -> {
                if (!claims.type().equals(expected.type().wire())) {
                    return error(
                            ErrorCode.SIGNATURE_VERIFICATION_FAILED,
                            "expected a signature of type " + expected.type().wire());
                }
                if (!hash.equals(expected.content().hash())) {
                    return error(
                            ErrorCode.SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH,
                            "the signature is over " + hash + ", the contract content has "
                                    + expected.content().hash());
                }
                return Optional.empty();
            }
            case GrantHash hash -> {
                return error(
                        ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH,
                        "the signature is over a grant hash, expected a content hash ($1$1$...)");
            }
            case HashText.Unreadable unreadable -> {
                return error(ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH, "contract_content_hash: " + unreadable.message());
            }
        }
    }

    private SignatureVerdict checkSigner(Jws jws, String compact, Claims claims, Expected expected, Instant now) {
        Optional<List<X509Certificate>> found = certificates
                .chain(expected.peer(), expected.at(), jws.thumbprint())
                .filter(chain -> !chain.isEmpty()
                        && CertificateThumbprint.of(chain.getFirst()).equals(jws.thumbprint()));
        if (found.isEmpty()) {
            return refused(
                    ErrorCode.SIGNATURE_VERIFICATION_FAILED,
                    "no certificate with thumbprint " + jws.thumbprint() + " found at the manager of peer "
                            + expected.peer());
        }
        List<X509Certificate> chain = found.get();
        X509Certificate leaf = chain.getFirst();
        Optional<String> objection = chains.objection(chain, now);
        if (objection.isPresent() || !maySign(leaf)) {
            return refused(
                    ErrorCode.SIGNATURE_VERIFICATION_FAILED,
                    objection.orElse("the certificate is not for signatures (key usage digitalSignature)"));
        }
        if (!group.peerIds().identify(leaf).map(PeerIdentity::id).equals(Optional.of(expected.peer()))) {
            return refused(
                    ErrorCode.PEER_ID_SIGNATURE_MISMATCH,
                    "the certificate of the signature is not one of peer " + expected.peer());
        }
        if (!verified.verifies(jws, leaf.getPublicKey())) {
            return refused(
                    ErrorCode.SIGNATURE_VERIFICATION_FAILED,
                    "the signature is not by the key of its certificate, or that key does not fit its algorithm");
        }
        if (claims.signedAt().isAfter(now.plus(group.skew()))) {
            return refused(ErrorCode.SIGNATURE_VERIFICATION_FAILED, "signed_at is in the future");
        }
        return new SignatureVerdict.Good(
                new ContractSignature(expected.peer(), expected.type(), claims.signedAt(), compact, chain));
    }

    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0];
    }

    private static Optional<FscError> error(ErrorCode code, String message) {
        return Optional.of(code.because(message));
    }

    private static SignatureVerdict refused(ErrorCode code, String message) {
        return new SignatureVerdict.Refused(code.because(message));
    }
}
