// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import nl.ddas.basis.Revocation;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/// Paths to an anchor. Which are taken and which not is in [CertificateAttackTest].
class PathCheckTest {

    private static final Stage STAGE = new Stage();
    private static final KeyMaker KEYS = STAGE.keys;
    private static final Identity ROOT = Authority.newRoot(Environment.TEST, KEYS.forAuthority(), KEYS, STAGE.clock);

    /// Otherwise a sender could make us call any address, while a request waits.
    @Test
    void callsNoAddressThatACertificateNames() throws Exception {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/x.crl";
            X509Certificate leaf = leafThatNames(address, ROOT);
            Trust trust = new Trust(List.of(ROOT.leaf()), List.of(), Environment.TEST);

            assertThatThrownBy(() -> PathCheck.check(List.of(leaf), trust, STAGE.clock.instant()))
                    .hasMessage("intrekkingsstatus-onbekend");

            trap.setSoTimeout(1);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void withoutListsNobodyIsBelievedUnlessNotLookingWasChosen() {
        List<X509Certificate> chain = STAGE.signing.chain();
        List<X509Certificate> anchors = STAGE.authority.trust().anchors();
        Revocation unchecked = new Revocation.Unchecked("a reason");
        Trust careless = Trust.of(anchors, unchecked, Environment.TEST);

        assertThatThrownBy(() ->
                        PathCheck.check(chain, new Trust(anchors, List.of(), Environment.TEST), STAGE.clock.instant()))
                .hasMessage("intrekkingsstatus-onbekend");
        assertThatCode(() -> PathCheck.check(chain, careless, STAGE.clock.instant()))
                .doesNotThrowAnyException();
        assertThat(careless.revocation(STAGE.clock)).as("of a connection").isEqualTo(unchecked);
    }

    /// Who can make a second list with the same SHA-1 clears whom the issuer revoked.
    @Test
    void aListOverAWeakHashClearsNobodyAndStillRevokes() {
        Hierarchy ours = new Hierarchy(STAGE);
        X509Certificate leaf = new Draft(STAGE.signing.leaf().getPublicKey()).by(ours.issuing);
        List<X509Certificate> chain = List.of(leaf, ours.issuing.leaf());
        assertThat(Chains.objection(chain, lists(ours, list(ours, "SHA256withRSA")), Stage.START))
                .isEmpty();
        assertThat(Chains.objection(chain, lists(ours, list(ours, "SHA512withRSAandMGF1")), Stage.START))
                .isEmpty();
        for (String weak : List.of("SHA1withRSA", "SHA224withRSA", "SHA1withRSAandMGF1")) {
            assertThat(Chains.objection(chain, lists(ours, list(ours, weak)), Stage.START))
                    .contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
            assertThat(Chains.objection(chain, lists(ours, list(ours, weak, leaf)), Stage.START))
                    .contains(Refusal.CERTIFICAAT_INGETROKKEN);
        }
    }

    private static Trust lists(Hierarchy ours, X509CRL ofIssuing) {
        return ours.trust(List.of(Hierarchy.crl(ours.root, List.of(), 1), ofIssuing));
    }

    private static X509CRL list(Hierarchy ours, String algorithm, X509Certificate... revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(ours.issuing.leaf(), Date.from(Stage.START));
            builder.setNextUpdate(Date.from(Stage.START.plus(Hierarchy.LIST_LIFE)));
            for (X509Certificate one : revoked) {
                builder.addCRLEntry(one.getSerialNumber(), Date.from(Stage.START), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter().getCRL(builder.build(Draft.signer(algorithm, ours.issuing.key())));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private X509Certificate leafThatNames(String address, Identity issuer)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, address);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer.leaf(),
                BigInteger.TEN,
                Date.from(STAGE.clock.instant().minusSeconds(60)),
                Date.from(STAGE.clock.instant().plusSeconds(60)),
                STAGE.signing.leaf().getSubjectX500Principal(),
                STAGE.signing.leaf().getPublicKey());
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null)
        }));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, name));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.key())));
    }
}
