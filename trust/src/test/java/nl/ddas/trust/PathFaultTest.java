// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.CertificateAttack.KEY;
import static nl.ddas.trust.CertificateAttack.NOW;
import static nl.ddas.trust.CertificateAttack.OURS;
import static nl.ddas.trust.CertificateAttack.STRANGE;
import static nl.ddas.trust.CertificateAttack.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Of a chain that is not trusted: which certificate is in the way, and what is wrong with it.
class PathFaultTest {

    private static final X509Certificate ISSUING = OURS.issuing.leaf();
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4.5");

    static Stream<Arguments> faults() throws NoSuchAlgorithmException {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        Identity weak = OURS.authority(small.generateKeyPair());
        Identity old = OURS.authority(draft -> draft.algorithm("SHA1withRSA"));
        Identity below = OURS.authorityBelow(OURS.issuing);
        Identity mute = OURS.authority(draft -> draft.usage(KeyUsage.cRLSign));
        Identity limited = OURS.authority(draft -> draft.with(Extension.nameConstraints, others()));
        Draft strange = leaf().with(UNKNOWN, new BasicConstraints(false));
        return Stream.of(
                fault("2e", "te zwakke sleutel", List.of(leaf().by(weak), weak.leaf())),
                fault("2e", "getekend over SHA1", List.of(leaf().by(old), old.leaf())),
                fault(
                        "1e",
                        "getekend over SHA224",
                        List.of(leaf().algorithm("SHA224withRSA").by(OURS.issuing), ISSUING)),
                fault("2e", "pathLenConstraint", List.of(leaf().by(below), below.leaf(), ISSUING)),
                fault("2e", "keyCertSign", List.of(leaf().by(mute), mute.leaf())),
                fault("1e", "nameConstraints", List.of(leaf().by(limited), limited.leaf())),
                fault("1e", "1.2.3.4.5", List.of(strange.by(OURS.issuing), ISSUING)),
                fault("2e", "geen certificaten ondertekenen", belowALeaf()),
                fault("1e", "niet getekend met de sleutel", List.of(leaf().by(STRANGE.issuing), ISSUING)));
    }

    private static Arguments fault(String place, String what, List<X509Certificate> chain) {
        return Arguments.of(place, what, chain);
    }

    private static NameConstraints others() {
        GeneralName name = new GeneralName(GeneralName.directoryName, "O=Een ander,C=NL");
        return new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(name)}, null);
    }

    private static List<X509Certificate> belowALeaf() {
        KeyPair other = CertificateAttack.STAGE.keys.forLeaf(Purpose.SIGNING);
        X509Certificate leaf = leaf().by(OURS.issuing);
        X509Certificate lowest = new Draft(other.getPublic()).by(new Identity(KEY.getPrivate(), List.of(leaf)));
        return List.of(lowest, leaf, ISSUING);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void namesTheCertificateAndWhatIsWrong(String place, String what, List<X509Certificate> chain) {
        Trust trust = OURS.trust(OURS.crls());
        assertThat(Chains.objection(chain, trust, NOW)).contains(Refusal.CERTIFICAAT_NIET_VERTROUWD);
        assertThat(Chains.fault(chain, trust, NOW)).hasValueSatisfying(clause -> assertThat(clause)
                .startsWith("het " + place + " certificaat")
                .contains(what));
    }

    /// What is understood is critical in most certificates, and is not to blame.
    @Test
    void namesNoExtensionThatIsUnderstood() {
        Trust trust = OURS.trust(OURS.crls());
        X509Certificate strange =
                understood().with(UNKNOWN, new BasicConstraints(false)).by(OURS.issuing);

        assertThat(Chains.fault(List.of(understood().by(OURS.issuing), ISSUING), trust, NOW))
                .isEmpty();
        assertThat(Chains.fault(List.of(strange, ISSUING), trust, NOW))
                .contains("het 1e certificaat van de keten heeft een kritieke extensie die hier niet wordt begrepen:"
                        + " 1.2.3.4.5");
    }

    /// Critical, beside basicConstraints and keyUsage that every draft has.
    private static Draft understood() {
        CertPolicyId policy = CertPolicyId.getInstance(new ASN1ObjectIdentifier("2.999.42"));
        return leaf().extended(KeyPurposeId.id_kp_emailProtection)
                .with(
                        Extension.subjectAlternativeName,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "bron.example")))
                .with(Extension.nameConstraints, others())
                .with(
                        Extension.certificatePolicies,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy.getId()))))
                .with(Extension.policyMappings, new PolicyMappings(policy, policy))
                .with(Extension.policyConstraints, new PolicyConstraints(BigInteger.TEN, BigInteger.TEN))
                .with(Extension.inhibitAnyPolicy, new ASN1Integer(BigInteger.TEN));
    }

    @Test
    void blamesNoCertificateOfAChainThatLeadsNowhere() {
        Trust trust = OURS.trust(OURS.crls());
        X509Certificate old = leaf().algorithm("SHA1withRSA").by(STRANGE.issuing);
        assertThat(Chains.fault(List.of(leaf().by(OURS.issuing)), trust, NOW)).isEmpty();
        assertThat(Chains.fault(List.of(old), trust, NOW)).isEmpty();
    }

    @Test
    void whoSendsHearsItToo() {
        X509Certificate weak = leaf().algorithm("SHA1withRSA").by(OURS.issuing);
        CertificateAttack.Attempt attempt = new CertificateAttack.Attempt(KEY.getPrivate(), weak, ISSUING);
        Forge.Message message =
                new Forge(CertificateAttack.STAGE, SignatureForm.A).signed(KEY.getPrivate(), attempt.chain());
        assertThat(new PayloadVerifier(attempt.trust(), new Freshness.Request(), CertificateAttack.STAGE.clock)
                        .verify(message.headers(), message.body()))
                .isInstanceOfSatisfying(PayloadVerifier.Verdict.Refused.class, refused -> assertThat(refused.detail())
                        .contains("het 1e certificaat van de keten is getekend over SHA1")
                        .doesNotContain("tussenliggende"));
    }
}
