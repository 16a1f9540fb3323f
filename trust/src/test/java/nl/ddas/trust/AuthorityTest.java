// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// The own authority: three kinds of certificates, and what it revokes.
class AuthorityTest {

    private static final Stage STAGE = new Stage();

    @Test
    @Requirement({"S96", "S25", "S27"})
    void givesAPartyThreeCertificatesEachWithItsOwnKeyAndUse() throws Exception {
        Party issued = STAGE.authority.issueAll(STAGE.holder);

        assertThat(List.of(issued.tls(), issued.signing(), issued.encryption()))
                .extracting(identity -> identity.leaf().getPublicKey())
                .doesNotHaveDuplicates();
        X509Certificate tls = issued.tls().leaf();
        X509Certificate signing = issued.signing().leaf();
        X509Certificate encryption = issued.encryption().leaf();
        assertThat(bits(tls)).containsExactly(0);
        assertThat(bits(signing)).containsExactly(0);
        assertThat(bits(encryption)).containsExactly(2, 3);
        assertThat(tls.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(signing.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12");
        assertThat(encryption.getExtendedKeyUsage()).isNull();
        assertThat(tls.getSubjectAlternativeNames())
                .extracting(List::getLast)
                .extracting(Object::toString)
                .containsExactly("voorbeeld.example", "127.0.0.2", "0:0:0:0:0:0:0:1");
    }

    @Test
    void givesQuickKeysToConnectionsAndRsaToMessages() {
        Party issued = STAGE.authority.issueAll(STAGE.holder);

        assertThat(issued.tls().leaf().getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(issued.signing().leaf().getPublicKey().getAlgorithm()).isEqualTo("RSA");
        assertThat(issued.encryption().leaf().getPublicKey().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void aKeyOnTheCurveCannotSignMessages() {
        KeyPair pair = STAGE.keys.forLeaf(Purpose.TLS);
        List<X509Certificate> chain = STAGE.authority.chain(Purpose.SIGNING, STAGE.holder, pair.getPublic());

        assertThatThrownBy(() -> new PayloadSigner(new Identity(pair.getPrivate(), chain), STAGE.clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PS256 wants an RSA key, and this is EC");
    }

    @Test
    void worksOnACurveAsWell() throws Exception {
        KeyMaker curve = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        Authority authority = Authority.create(Environment.TEST, curve, STAGE.clock);
        Identity signing = authority.issue(Purpose.SIGNING, STAGE.holder);

        assertThatCode(() -> PathCheck.check(signing.chain(), authority.trust(), STAGE.clock.instant()))
                .doesNotThrowAnyException();
        assertThat(authority.issuing().getSigAlgName()).isEqualTo("SHA256withECDSA");
    }

    @Test
    void refusesACertificateOfAnotherKeyOnTheCurve() throws Exception {
        Identity one = STAGE.authority.issue(Purpose.TLS, STAGE.holder);
        Identity other = STAGE.authority.issue(Purpose.TLS, STAGE.holder);

        assertThat(Pem.readIdentity(Pem.write(one)).leaf()).isEqualTo(one.leaf());
        assertThatThrownBy(() -> new Identity(one.key(), other.chain())).hasMessageContaining("another key");
    }

    @Test
    @Requirement("S35")
    void putsTheOinAndTheNameInTheSubject() {
        SubjectName name = SubjectName.of(STAGE.signing.leaf().getSubjectX500Principal());

        assertThat(name.organisation()).contains("Gemeente Voorbeeld");
        assertThat(name.serialNumbers()).containsExactly(Stage.OIN.value());
        assertThat(Oin.of(STAGE.signing.leaf())).contains(Stage.OIN);
    }

    @Test
    void namesItsEnvironmentSoThatProductionRefusesIt() {
        assertThat(Environment.PRODUCTIE.accepts(STAGE.authority.root())).isFalse();
        assertThat(Environment.TEST.accepts(STAGE.authority.root())).isTrue();
        assertThat(STAGE.authority.root().getSubjectX500Principal().getName()).contains("TEST");
    }

    @Test
    void issuesNoAuthoritiesBelowTheIssuingOne() {
        assertThat(STAGE.authority.root().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(STAGE.authority.issuing().getBasicConstraints()).isZero();
        assertThat(STAGE.signing.leaf().getBasicConstraints()).isEqualTo(-1);
    }

    /// RFC 5280, 4.2.1.3: keyCertSign and cRLSign, and nothing else.
    @Test
    void anAuthoritySignsCertificatesAndListsAndNoMessages() {
        assertThat(bits(STAGE.authority.root())).containsExactly(5, 6);
        assertThat(bits(STAGE.authority.issuing())).containsExactly(5, 6);
    }

    @Test
    void aTlsCertificateIsNamedAfterItsFirstHostAndOthersAfterTheirHolder() {
        Holder nowhere = new Holder("Gemeente Voorbeeld", Stage.OIN, List.of());

        assertThat(commonName(STAGE.authority.issue(Purpose.TLS, STAGE.holder))).isEqualTo("voorbeeld.example");
        assertThat(commonName(STAGE.authority.issue(Purpose.TLS, nowhere))).isEqualTo("Gemeente Voorbeeld");
        assertThat(commonName(STAGE.signing)).isEqualTo("Gemeente Voorbeeld");
    }

    private static String commonName(Identity identity) {
        return identity.leaf().getSubjectX500Principal().getName().replaceFirst("CN=([^,]*),.*", "$1");
    }

    @Test
    void aHolderHasANameOfSixtyFourCharactersAtMost() {
        assertThat(new Holder("n".repeat(64), Stage.OIN, List.of()).name()).hasSize(64);
        assertThatThrownBy(() -> new Holder("n".repeat(65), Stage.OIN, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 65");
    }

    @Test
    void keepsWhatIsRevokedWhenListsAreRenewed() {
        Authority authority = Authority.create(Environment.TEST, STAGE.keys, STAGE.clock);
        Identity signing = authority.issue(Purpose.SIGNING, STAGE.holder);
        authority.revoke(signing.leaf().getSerialNumber());
        X509CRL before = authority.crls().getLast();

        STAGE.clock.advance(Duration.ofDays(1));
        authority.renewCrls();

        X509CRL after = authority.crls().getLast();
        assertThat(after.isRevoked(signing.leaf())).isTrue();
        assertThat(after.getNextUpdate()).isAfter(before.getNextUpdate());
        assertThat(Issuer.number(after)).isGreaterThan(Issuer.number(before));
        assertThat(after.getRevokedCertificate(signing.leaf()).getRevocationDate())
                .isEqualTo(before.getRevokedCertificate(signing.leaf()).getRevocationDate());
    }

    private static List<Integer> bits(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return IntStream.range(0, usage.length)
                .filter(bit -> usage[bit])
                .boxed()
                .toList();
    }
}
