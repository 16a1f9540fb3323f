// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.CertificateAttack.KEY;
import static nl.ddas.trust.CertificateAttack.NOW;
import static nl.ddas.trust.CertificateAttack.OURS;
import static nl.ddas.trust.CertificateAttack.STRANGE;
import static nl.ddas.trust.CertificateAttack.attack;
import static nl.ddas.trust.CertificateAttack.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.CertificateAttack.Attempt;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks by way of the chain of certificates that comes with a signature, its dates and its revocation lists, each in
/// both forms. The signature itself is good.
@Requirement({"S14", "S25", "S37"})
class ChainAttackTest {

    private static final KeyPair OTHER_KEY = CertificateAttack.STAGE.keys.forLeaf(Purpose.SIGNING);

    static Stream<Arguments> attacks() {
        return CertificateAttack.inBothForms(
                Stream.of(ofStrangers(), outOfPlace(), againstTheRules(), validity(), revocation()));
    }

    @ParameterizedTest(name = "form {0}: {1}")
    @MethodSource("attacks")
    void isRefusedWithItsOwnCode(SignatureForm form, CertificateAttack attack) {
        assertThat(attack.codeIn(form)).isEqualTo(attack.code());
    }

    private static List<CertificateAttack> ofStrangers() {
        X509Certificate leaf = leaf().by(OURS.issuing);
        X509Certificate issuing = OURS.issuing.leaf();
        X509Certificate root = OURS.root.leaf();
        return List.of(
                attack("leaf and issuer", "goed", () -> new Attempt(KEY.getPrivate(), leaf, issuing)),
                attack("anchor appended", "goed", () -> new Attempt(KEY.getPrivate(), leaf, issuing, root)),
                attack(
                        "root of a stranger appended",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf, issuing, STRANGE.root.leaf())),
                attack(
                        "leaf of a stranger below our issuer",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf().by(STRANGE.issuing), issuing)),
                attack(
                        "whole chain of a stranger",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf().by(STRANGE.issuing), STRANGE.issuing.leaf())),
                attack("leaf alone", "certificaat-niet-vertrouwd", () -> new Attempt(KEY.getPrivate(), leaf)),
                attack(
                        "signed by itself with a good name",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf().byItself(identity(KEY)))),
                attack(
                        "in the name of our issuer, signed by itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().by(new Identity(KEY.getPrivate(), List.of(namesake(issuing)))),
                                issuing)));
    }

    private static List<CertificateAttack> outOfPlace() {
        X509Certificate leaf = leaf().by(OURS.issuing);
        X509Certificate issuing = OURS.issuing.leaf();
        X509Certificate root = OURS.root.leaf();
        return List.of(
                attack(
                        "certificate that belongs to nothing behind",
                        "certificaat-formaat",
                        () -> new Attempt(KEY.getPrivate(), leaf, issuing, leaf)),
                attack(
                        "certificate that belongs to nothing between",
                        "certificaat-formaat",
                        () -> new Attempt(KEY.getPrivate(), leaf, leaf().by(STRANGE.root), issuing)),
                attack("reversed", "certificaat-formaat", () -> new Attempt(OURS.issuing.key(), issuing, leaf)),
                attack(
                        "signed by the key of the issuer",
                        "handtekening-ongeldig",
                        () -> new Attempt(OURS.issuing.key(), leaf, issuing)),
                attack(
                        "issuer signs for itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(OURS.issuing.key(), issuing)),
                attack("root signs for itself", "certificaat-niet-vertrouwd", () -> new Attempt(OURS.root.key(), root)),
                attack(
                        "leaf issues below itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                OTHER_KEY.getPrivate(),
                                new Draft(OTHER_KEY.getPublic()).by(new Identity(KEY.getPrivate(), List.of(leaf))),
                                leaf,
                                issuing)));
    }

    private static List<CertificateAttack> againstTheRules() {
        X509Certificate issuing = OURS.issuing.leaf();
        return List.of(
                attack("too many authorities below one (pathlen)", "certificaat-niet-vertrouwd", () -> {
                    Identity below = OURS.authorityBelow(OURS.issuing);
                    return new Attempt(KEY.getPrivate(), leaf().by(below), below.leaf(), issuing)
                            .with(OURS.crlsAnd(below));
                }),
                attack(
                        "leaf that is an authority",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().constraints(new BasicConstraints(true)).by(OURS.issuing),
                                issuing)),
                attack("name that the issuer may not give", "certificaat-niet-vertrouwd", ChainAttackTest::misnamed),
                attack(
                        "signed over SHA-1",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().algorithm("SHA1withRSA").by(OURS.issuing),
                                issuing)),
                attack(
                        "critical extension that nobody knows",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().with(new ASN1ObjectIdentifier("1.2.3.4.5"), new BasicConstraints(false))
                                        .by(OURS.issuing),
                                issuing)));
    }

    private static Attempt misnamed() {
        GeneralSubtree others = new GeneralSubtree(new GeneralName(GeneralName.directoryName, "O=Een ander,C=NL"));
        NameConstraints limits = new NameConstraints(new GeneralSubtree[] {others}, null);
        Identity limited = OURS.authority(draft -> draft.with(Extension.nameConstraints, limits));
        return new Attempt(KEY.getPrivate(), leaf().by(limited), limited.leaf()).with(OURS.crlsAnd(limited));
    }

    private static List<CertificateAttack> validity() {
        X509Certificate leaf =
                leaf().valid(NOW.minusSeconds(100), NOW.plusSeconds(100)).by(OURS.issuing);
        Attempt attempt = new Attempt(KEY.getPrivate(), leaf, OURS.issuing.leaf());
        return List.of(
                attack("in its last second", "goed", () -> attempt.at(NOW.plusSeconds(100))),
                attack("a second too late", "certificaat-geldigheid", () -> attempt.at(NOW.plusSeconds(101))),
                attack("in its first second", "goed", () -> attempt.at(NOW.minusSeconds(100))),
                attack("a second too early", "certificaat-geldigheid", () -> attempt.at(NOW.minusSeconds(101))),
                attack("issuer a second too late", "certificaat-geldigheid", () -> {
                    Identity brief = OURS.authority(draft -> draft.valid(NOW.minusSeconds(100), NOW.plusSeconds(10)));
                    return new Attempt(KEY.getPrivate(), leaf().by(brief), brief.leaf())
                            .with(OURS.crlsAnd(brief))
                            .at(NOW.plusSeconds(11));
                }));
    }

    private static List<CertificateAttack> revocation() {
        X509Certificate leaf = leaf().by(OURS.issuing);
        Attempt attempt = new Attempt(KEY.getPrivate(), leaf, OURS.issuing.leaf());
        X509CRL ofRoot = Hierarchy.crl(OURS.root, List.of(), 1);
        X509CRL ofIssuing = Hierarchy.crl(OURS.issuing, List.of(), 1);
        return List.of(
                attack(
                        "revoked leaf",
                        "certificaat-ingetrokken",
                        () -> attempt.with(List.of(ofRoot, Hierarchy.crl(OURS.issuing, List.of(leaf), 2)))),
                attack(
                        "revoked issuer",
                        "certificaat-ingetrokken",
                        () -> attempt.with(
                                List.of(Hierarchy.crl(OURS.root, List.of(OURS.issuing.leaf()), 2), ofIssuing))),
                attack(
                        "older list beside the one that revokes",
                        "certificaat-ingetrokken",
                        () -> attempt.with(List.of(ofRoot, ofIssuing, Hierarchy.crl(OURS.issuing, List.of(leaf), 2)))),
                attack(
                        "list that another authority made in that name",
                        "intrekkingsstatus-onbekend",
                        () -> attempt.with(List.of(ofRoot, Hierarchy.crl(STRANGE.issuing, List.of(), 2)))),
                attack(
                        "revoked by another authority only",
                        "goed",
                        () -> attempt.with(
                                List.of(ofRoot, ofIssuing, Hierarchy.crl(STRANGE.issuing, List.of(leaf), 2)))),
                attack("no lists", "intrekkingsstatus-onbekend", () -> attempt.with(List.of())),
                attack("no list of the root", "intrekkingsstatus-onbekend", () -> attempt.with(List.of(ofIssuing))),
                attack("no list of the issuer", "intrekkingsstatus-onbekend", () -> attempt.with(List.of(ofRoot))),
                attack("list in its last second", "goed", () -> attempt.at(NOW.plus(Hierarchy.LIST_LIFE))),
                attack(
                        "list a second too old",
                        "intrekkingsstatus-onbekend",
                        () -> attempt.at(NOW.plus(Hierarchy.LIST_LIFE).plusSeconds(1))));
    }

    private static Identity identity(KeyPair pair) {
        return new Identity(pair.getPrivate(), List.of(new Draft(pair.getPublic()).by(OURS.issuing)));
    }

    /// A certificate over our own key that has the name of another.
    private static X509Certificate namesake(X509Certificate other) {
        return leaf().subject(
                        X500Name.getInstance(other.getSubjectX500Principal().getEncoded())
                                .toString())
                .by(OURS.root);
    }
}
