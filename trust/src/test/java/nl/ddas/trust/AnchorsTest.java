// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorsTest {

    private static final Clock CLOCK = TestClock.at("2026-11-22T09:00:00Z");
    private static final KeyMaker FAST = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
    private static final Authority FOR_TLS = Authority.create(Environment.TEST, FAST, CLOCK);
    private static final Authority FOR_SIGNING = Authority.create(Environment.TEST, FAST, CLOCK);

    @TempDir
    private Path folder;

    private void put(String place, Authority authority) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Pem.write(List.of(authority.root())));
    }

    @Test
    void whatStandsInTheFolderOfAPurposeCountsForThatAlone() throws IOException {
        put("tls/a.pem", FOR_TLS);
        put("ondertekening/b.crt", FOR_SIGNING);
        put("ondertekening/readme.txt", FOR_TLS);
        Anchors anchors = new Anchors(List.of(folder));
        assertThat(anchors.of(Set.of(Purpose.TLS))).containsExactly(FOR_TLS.root());
        assertThat(anchors.of(Set.of(Purpose.SIGNING))).containsExactly(FOR_SIGNING.root());
        assertThat(anchors.of(Set.of(Purpose.TLS, Purpose.SIGNING)))
                .containsExactly(FOR_TLS.root(), FOR_SIGNING.root());
        assertThatThrownBy(() -> anchors.of(Set.of(Purpose.ENCRYPTION)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("versleuteling");
    }

    @Test
    void whatStandsBesideThemCountsForAll() throws IOException {
        put("own.pem", FOR_TLS);
        put("more/tls/a.pem", FOR_TLS);
        put("more/versleuteling/b.pem", FOR_SIGNING);
        Map<Purpose, List<X509Certificate>> read =
                new Anchors(List.of(folder.resolve("own.pem"), folder.resolve("more"))).read();
        assertThat(read.get(Purpose.TLS)).containsExactly(FOR_TLS.root());
        assertThat(read.get(Purpose.SIGNING)).containsExactly(FOR_TLS.root());
        assertThat(read.get(Purpose.ENCRYPTION)).containsExactly(FOR_TLS.root(), FOR_SIGNING.root());
    }

    @Test
    void aFolderWithTheNameOfNoPurposeIsAMistake() throws IOException {
        put("signing/a.pem", FOR_SIGNING);
        assertThatThrownBy(() -> new Anchors(List.of(folder)).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signing");
    }

    @Test
    void aCertificateOfAnAuthorityForAnotherPurposeIsRefusedWithTheReason() {
        Holder holder = new Holder("Een", new Oin("00000099000000001000"), List.of());
        Identity signing = FOR_TLS.issue(Purpose.SIGNING, holder);
        Trust trust = FOR_SIGNING.trust().beside(Map.of(Purpose.TLS, List.of(FOR_TLS.root())));
        byte[] body = {1, 2, 3};
        PayloadSigner.Signature signature = new PayloadSigner(signing, CLOCK).sign(body);
        PayloadVerifier verifier = new PayloadVerifier(trust, new Freshness.Request(), CLOCK);
        assertThat(Chains.objection(signing.chain(), trust, CLOCK.instant()))
                .contains(Refusal.CERTIFICAAT_NIET_VERTROUWD);
        assertThat(Chains.otherPurpose(signing.chain(), trust)).contains(Purpose.TLS);
        assertThat(Chains.otherPurpose(
                        FOR_SIGNING.issue(Purpose.SIGNING, holder).chain(), trust))
                .isEmpty();
        assertThat(verifier.verify(signature.addTo(Headers.of()), body))
                .isInstanceOfSatisfying(PayloadVerifier.Verdict.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("certificaat-niet-vertrouwd");
                    assertThat(refused.detail()).contains("ander doel: tls");
                });

        Identity encryption = FOR_TLS.issue(Purpose.ENCRYPTION, holder);
        assertThat(Recipient.check(encryption.chain(), holder.oin(), trust, CLOCK.instant()))
                .isInstanceOfSatisfying(Recipient.Outcome.Unfit.class, unfit -> assertThat(unfit.detail())
                        .contains("alleen wordt vertrouwd voor tls"));
    }

    @Test
    void certificatesInTheFolderItselfCountForAllPurposes() throws IOException {
        put("a.pem", FOR_TLS);
        put("ondertekening/b.pem", FOR_SIGNING);
        Files.writeString(folder.resolve("readme.txt"), "not read");
        Map<Purpose, List<X509Certificate>> read = new Anchors(List.of(folder)).read();
        assertThat(read.get(Purpose.TLS)).containsExactly(FOR_TLS.root());
        assertThat(read.get(Purpose.SIGNING)).containsExactly(FOR_TLS.root(), FOR_SIGNING.root());
    }
}
