// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.Trust;
import org.junit.jupiter.api.Test;

/// To whom may be encrypted; looked at before anything is.
@Requirement("S46")
class RecipientTest {

    private static final Correspondents THEY = new Correspondents();

    @Test
    void theEncryptionCertificateOfThePartyIsFit() {
        assertThat(reason(THEY.bron.encryption().chain())).isEqualTo("goed");
    }

    @Test
    void certificatesForSomethingElseAreNot() {
        assertThat(reason(THEY.bron.signing().chain())).isEqualTo("certificaat-gebruik");
        Identity tls = THEY.bron.tls();
        assertThat(reason(tls.chain())).isIn("certificaat-gebruik", "certificaat-sleutellengte");
        assertThat(reason(List.of(THEY.authority.issuing()))).isEqualTo("certificaat-gebruik");
    }

    @Test
    void theCertificateOfAnotherPartyIsNot() {
        assertThat(reason(THEY.other.encryption().chain())).isEqualTo("identiteit-afwijking");
    }

    @Test
    void aStrangersCertificateIsNot() {
        Authority stranger = Authority.create(Environment.TEST, new KeyMaker(2048, THEY.random), THEY.clock);
        assertThat(reason(stranger.issue(Purpose.ENCRYPTION, THEY.bron.holder()).chain()))
                .isEqualTo("certificaat-niet-vertrouwd");
        assertThat(reason(List.of())).isEqualTo("certificaat-sleutellengte");
    }

    @Test
    void arevokedCertificateIsNot() {
        Identity revoked = THEY.authority.issue(Purpose.ENCRYPTION, THEY.bron.holder());
        THEY.authority.revoke(revoked.leaf().getSerialNumber());
        assertThat(reason(revoked.chain())).isEqualTo("certificaat-ingetrokken");
    }

    @Test
    void withoutRevocationListsNobodyIsFit() {
        Trust blind = new Trust(THEY.authority.trust().anchors(), List.of(), Environment.TEST);
        assertThat(reason(THEY.bron.encryption().chain(), blind, Duration.ZERO))
                .isEqualTo("intrekkingsstatus-onbekend");
    }

    @Test
    void anExpiredCertificateIsNot() {
        assertThat(reason(THEY.bron.encryption().chain(), THEY.authority.trust(), Duration.ofDays(5000)))
                .isEqualTo("certificaat-geldigheid");
    }

    private static String reason(List<X509Certificate> chain) {
        return reason(chain, THEY.authority.trust(), Duration.ZERO);
    }

    private static String reason(List<X509Certificate> chain, Trust trust, Duration later) {
        Oin oin = THEY.bron.oin();
        return switch (Recipient.check(chain, oin, trust, Correspondents.START.plus(later))) {
            case Recipient.Outcome.Fit fit -> "goed";
            case Recipient.Outcome.Unfit unfit -> {
                assertThat(unfit.detail())
                        .startsWith("Met het certificaat van de ontvanger mag niet worden versleuteld");
                yield unfit.reason().code();
            }
        };
    }
}
