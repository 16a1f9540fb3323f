// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SigDMechanism;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.HTTPHeader;
import eu.europa.esig.dss.jades.HTTPHeaderDigest;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.JAdESSigningTimeType;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.jades.validation.JWSCompactDocumentAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.List;
import nl.ddas.basis.Headers;

/// What the signature library of the European Commission makes of our signatures, and its own.
final class Dss {

    /// @param intact whether signature and body belong together
    /// @param level what it calls a signature of this make, such as `JAdES-BASELINE-B`
    record Opinion(boolean intact, String level) {}

    private Dss() {}

    /// Nothing that it cannot read is intact.
    static Opinion on(SignatureForm form, String payloadSig, byte[] body) {
        DSSDocument content =
                switch (form) {
                    case A -> new InMemoryDocument(body);
                    case B -> new HTTPHeaderDigest(new InMemoryDocument(body), DigestAlgorithm.SHA256);
                };
        return on(payloadSig, content);
    }

    /// Form B by its header alone: the body does not count.
    static Opinion onHeader(String payloadSig, String digest) {
        return on(payloadSig, new HTTPHeader("Digest", digest));
    }

    private static Opinion on(String payloadSig, DSSDocument content) {
        try {
            return on(
                    new JWSCompactDocumentAnalyzer(new InMemoryDocument(payloadSig.getBytes(StandardCharsets.UTF_8))),
                    content);
        } catch (IllegalInputException unreadable) {
            return new Opinion(false, "");
        }
    }

    private static Opinion on(JWSCompactDocumentAnalyzer analyzer, DSSDocument content) {
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        analyzer.setDetachedContents(List.of(content));
        List<AdvancedSignature> signatures = analyzer.getSignatures();
        if (signatures.size() != 1) {
            return new Opinion(false, "");
        }
        AdvancedSignature signature = signatures.getFirst();
        signature.checkSignatureIntegrity();
        return new Opinion(
                signature.getSignatureCryptographicVerification().isSignatureValid(),
                signature.getDataFoundUpToLevel().toString());
    }

    /// @param fingerprint what DSS hashes the signing certificate with: SHA-256 gives `x5t#S256`, others `x5t#o`
    static Headers sign(SignatureForm form, Identity identity, Date now, byte[] body, DigestAlgorithm fingerprint) {
        JAdESSignatureParameters parameters = parameters(form, identity, now);
        parameters.setSigningCertificateDigestMethod(fingerprint);
        HTTPHeader digest = new HTTPHeaderDigest(new InMemoryDocument(body), DigestAlgorithm.SHA256);
        DSSDocument content =
                switch (form) {
                    case A -> new InMemoryDocument(body);
                    case B -> digest;
                };
        JAdESService service = new JAdESService(new CommonCertificateVerifier());
        ToBeSigned input = service.getDataToSign(List.of(content), parameters);
        try {
            byte[] value = Forge.ps256(identity.key()).sign(input.getBytes());
            DSSDocument signed = service.signDocument(
                    List.of(content),
                    parameters,
                    new SignatureValue(SignatureAlgorithm.RSA_SSA_PSS_SHA256_MGF1, value));
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            signed.writeTo(text);
            return Headers.of(
                    PayloadSigner.PAYLOAD_SIG, text.toString(StandardCharsets.UTF_8), "Digest", digest.getValue());
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static JAdESSignatureParameters parameters(SignatureForm form, Identity identity, Date now) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setJwsSerializationType(JWSSerializationType.COMPACT_SERIALIZATION);
        parameters.setSigDMechanism(form == SignatureForm.A ? SigDMechanism.NO_SIG_D : SigDMechanism.HTTP_HEADERS);
        parameters.setBase64UrlEncodedPayload(form == SignatureForm.A);
        parameters.setJadesSigningTimeType(JAdESSigningTimeType.IAT);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(identity.leaf()));
        parameters.setCertificateChain(
                identity.chain().stream().map(CertificateToken::new).toArray(CertificateToken[]::new));
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSASSA_PSS);
        parameters.bLevel().setSigningDate(now);
        return parameters;
    }
}
