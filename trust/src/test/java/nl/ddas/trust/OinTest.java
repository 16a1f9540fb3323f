// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import nl.ddas.testkit.Requirement;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The number of an organisation.
@Requirement({"S35", "S36"})
class OinTest {

    private static final Stage STAGE = new Stage();

    @ParameterizedTest
    @ValueSource(strings = {"00000001823288444000", "00000004123456789000", "0000000730AB12340000", "12345678"})
    void takesAnOinASubOinAndAKvkNumber(String value) {
        assertThat(new Oin(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "123456789",
                "0000000182328844400",
                "000000018232884440000",
                "0000000182328844400A",
                "0000 001823288444000",
                "ABCDEFGH"
            })
    void takesNothingElse(String value) {
        assertThatThrownBy(() -> new Oin(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAKvkNumberFromACertificate() {
        Oin kvk = new Oin("12345678");
        Identity identity = STAGE.authority.issue(Purpose.SIGNING, new Holder("Stichting", kvk, List.of()));

        assertThat(Oin.of(identity.leaf())).contains(kvk);
        assertThat(kvk.isKvk()).isTrue();
    }

    @Test
    void readsNoNumberFromACertificateWithoutOne() {
        assertThat(Oin.of(STAGE.authority.root())).isEmpty();
    }

    /// Serial number and organisation identifier of PKIoverheid G4.
    @ParameterizedTest
    @CsvSource({
        "00000003123456780000, NTRNL-12345678, true",
        "00000003123456780000, NTRNL-87654321, false",
        "12345678, NTRNL-12345678, true",
        "12345678, NTRNL-87654321, false",
        "00000001823288444000, NTRNL-87654321, true",
        "00000003123456780000, VATNL-87654321, true"
    })
    void aKvkNumberBesideItMustBeTheSame(String serial, String identifier, boolean good) {
        X509Certificate leaf = new Draft(CertificateAttack.KEY.getPublic())
                .subject("CN=x,2.5.4.5=" + serial + ",2.5.4.97=" + identifier + ",O=x,C=NL")
                .by(CertificateAttack.OURS.issuing);
        assertThat(Oin.of(leaf).map(Oin::value)).isEqualTo(good ? Optional.of(serial) : Optional.empty());
    }

    /// Another reader may go by the other one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=x,2.5.4.5=00000001823288444000,2.5.4.5=#04020102,O=x,C=NL",
                "CN=x,2.5.4.5=#04020102,2.5.4.5=00000001823288444000,O=x,C=NL",
                "CN=x,2.5.4.5=00000001823288444000+2.5.4.5=#04020102,O=x,C=NL"
            })
    void aSecondSerialNumberThatIsNoTextIsASecondOneAllTheSame(String subject) {
        X509Certificate leaf =
                new Draft(CertificateAttack.KEY.getPublic()).subject(subject).by(CertificateAttack.OURS.issuing);
        assertThat(Oin.of(leaf)).isEmpty();
    }

    @Test
    void aNameThatIsNoTextIsNoName() {
        SubjectName name = SubjectName.of(new X500Principal("O=#04020102,CN=x,C=NL"));
        assertThat(name.organisation()).isEmpty();
        assertThat(name.commonName()).contains("x");
    }

    @Test
    void isNotFooledByANumberInsideAnotherPartOfTheName() {
        Holder holder = new Holder("X,serialNumber=00000001823288444000", Stage.OIN, List.of());

        assertThat(Oin.of(STAGE.authority.issue(Purpose.SIGNING, holder).leaf()))
                .contains(Stage.OIN);
    }

    @ParameterizedTest
    @CsvSource({
        "00000099000000001000, true",
        "00000001823288444000, false",
        "00000003123456780000, false",
        "12345678, false",
        "00000099, false"
    })
    void theSeriesForPracticeIsToldByItsBeginning(String value, boolean forTest) {
        assertThat(new Oin(value).isForTest()).isEqualTo(forTest);
    }

    /// Nothing real is to be sent to who only practises.
    @ParameterizedTest
    @CsvSource({
        "00000099000000001000, PRODUCTIE, certificaat-oin",
        "00000099000000001000, TEST, goed",
        "00000001823288444000, PRODUCTIE, goed"
    })
    void inProductionNothingIsEncryptedToANumberForPractice(String number, Environment environment, String expected) {
        X509Certificate leaf = new Draft(CertificateAttack.KEY.getPublic())
                .subject("CN=x,2.5.4.5=" + number + ",O=x,C=NL")
                .usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)
                .by(CertificateAttack.OURS.issuing);
        Trust trust =
                new Trust(List.of(CertificateAttack.OURS.root.leaf()), CertificateAttack.OURS.crls(), environment);

        String told =
                switch (Recipient.check(
                        List.of(leaf, CertificateAttack.OURS.issuing.leaf()),
                        new Oin(number),
                        trust,
                        CertificateAttack.NOW)) {
                    case Recipient.Outcome.Fit _ -> "goed";
                    case Recipient.Outcome.Unfit(Refusal reason, String _) -> reason.code();
                };
        assertThat(told).isEqualTo(expected);
    }
}
