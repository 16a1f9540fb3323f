// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SigDMechanism;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
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
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Date;
import java.util.List;
import nl.ddas.trust.Identity;
import nl.ddas.trust.SignatureForm;

/// EU DSS doing what we do: signs a body, and looks whether signature and body belong together (not whether the signer
/// is trusted).
record Dssmaat(Identity identiteit, SignatureForm vorm, byte[] inhoud) {

    DSSDocument onderteken(Date nu) {
        JAdESSignatureParameters parameters = parameters(nu);
        JAdESService dienst = new JAdESService(new CommonCertificateVerifier());
        List<DSSDocument> inhoud = List.of(document());
        ToBeSigned bytes = dienst.getDataToSign(inhoud, parameters);
        return dienst.signDocument(
                inhoud,
                parameters,
                new SignatureValue(SignatureAlgorithm.RSA_SSA_PSS_SHA256_MGF1, zet(bytes.getBytes())));
    }

    void keur(DSSDocument ondertekend) {
        JWSCompactDocumentAnalyzer lezer = new JWSCompactDocumentAnalyzer(ondertekend);
        lezer.setCertificateVerifier(new CommonCertificateVerifier());
        lezer.setDetachedContents(List.of(document()));
        AdvancedSignature handtekening = lezer.getSignatures().getFirst();
        handtekening.checkSignatureIntegrity();
        if (!handtekening.getSignatureCryptographicVerification().isSignatureValid()) {
            throw new IllegalStateException("expected DSS to find its signature good");
        }
    }

    private DSSDocument document() {
        return switch (vorm) {
            case A -> new InMemoryDocument(inhoud);
            case B -> new HTTPHeaderDigest(new InMemoryDocument(inhoud), DigestAlgorithm.SHA256);
        };
    }

    private byte[] zet(byte[] bytes) {
        try {
            Signature motor = Signature.getInstance("RSASSA-PSS");
            motor.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            motor.initSign(identiteit.key());
            motor.update(bytes);
            return motor.sign();
        } catch (GeneralSecurityException stuk) {
            throw new IllegalStateException("every Java has RSASSA-PSS", stuk);
        }
    }

    private JAdESSignatureParameters parameters(Date nu) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setJwsSerializationType(JWSSerializationType.COMPACT_SERIALIZATION);
        parameters.setSigDMechanism(vorm == SignatureForm.A ? SigDMechanism.NO_SIG_D : SigDMechanism.HTTP_HEADERS);
        parameters.setBase64UrlEncodedPayload(vorm == SignatureForm.A);
        parameters.setJadesSigningTimeType(JAdESSigningTimeType.IAT);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(identiteit.leaf()));
        parameters.setCertificateChain(
                identiteit.chain().stream().map(CertificateToken::new).toArray(CertificateToken[]::new));
        // After the certificate, which sets it back.
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSASSA_PSS);
        parameters.bLevel().setSigningDate(nu);
        return parameters;
    }
}
