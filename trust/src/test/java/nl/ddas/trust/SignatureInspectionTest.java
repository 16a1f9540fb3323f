// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.CertificateAttack.KEY;
import static nl.ddas.trust.CertificateAttack.OURS;
import static nl.ddas.trust.CertificateAttack.STRANGE;
import static nl.ddas.trust.CertificateAttack.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The inspector on messages that differ from a good one in one thing: exactly that is told, and nothing more.
class SignatureInspectionTest {

    private static final Stage STAGE = new Stage();
    private static final Forge FORGE = new Forge(STAGE, SignatureForm.A);
    private static final X509Certificate LEAF = leaf().by(OURS.issuing);

    @ParameterizedTest
    @CsvSource({
        "PT-61S, in de toekomst ondertekend",
        "PT-1M, ''",
        "PT5M, ''",
        "PT5M1S, ouder dan 5 minuten",
        "PT26H, ouder dan 5 minuten",
        "PT26H1S, ouder dan 26 uur"
    })
    void remarksOnTheAgeOfASignature(Duration age, String remark) throws IOException {
        Clock now = Clock.fixed(Stage.START.plus(age), ZoneOffset.UTC);
        SignatureReport report = SignatureInspection.inspect(
                FORGE.good().headers(), new MessageBody.Bytes(Forge.BODY), against(List.of()), now);

        List<String> onAge = report.remarks().stream()
                .filter(text -> text.contains("ondertekend.") || text.contains("ouder"))
                .toList();
        assertThat(onAge).hasSize(remark.isEmpty() ? 0 : 1).allMatch(text -> text.contains(remark));
    }

    @Test
    void remarksOnACertificateThatHasRunOutSince() throws IOException {
        Instant until = LEAF.getNotAfter().toInstant();

        assertThat(inspect(until).remarks()).noneMatch(remark -> remark.contains("nu verlopen"));
        assertThat(inspect(until.plusSeconds(1)).remarks()).anyMatch(remark -> remark.contains("nu verlopen"));
    }

    @Test
    void remarksOnAKeyBelow3072Bits() throws IOException {
        KeyMaker large = new KeyMaker(STAGE.keys.random());
        KeyPair pair = large.forLeaf(Purpose.SIGNING);
        X509Certificate certificate = new Draft(pair.getPublic()).by(OURS.issuing);

        assertThat(inspect(pair.getPrivate(), List.of(certificate, OURS.issuing.leaf()), OURS.crls())
                        .remarks())
                .noneMatch(remark -> remark.contains("bits"));
        assertThat(inspect(Stage.START).remarks()).anyMatch(remark -> remark.contains("2048 bits"));
    }

    @Test
    void saysNothingOfTheFitWhenTheKeyIsOfAnotherKind() throws IOException {
        X509Certificate curve = new Draft(STAGE.keys.forLeaf(Purpose.TLS).getPublic()).by(OURS.issuing);

        SignatureReport report = inspect(KEY.getPrivate(), List.of(curve, OURS.issuing.leaf()), OURS.crls());

        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.NIET_TE_BEPALEN);
        assertThat(codes(report)).containsExactly("certificaat-sleutellengte");
    }

    @Test
    void tellsASignatureThatIsTooShort() throws IOException {
        Forge.Message message = FORGE.header(header -> header, Forge.zeros(10));

        assertThat(codes(inspect(message.headers()))).contains("handtekening-formaat", "handtekening-ongeldig");
    }

    @Test
    void tellsOnceThatThereIsNoCertificate() throws IOException {
        Forge.Message message = FORGE.header(header -> header.replace("\"x5c\":[", "\"x5c\":[],\"x\":["));

        assertThat(codes(inspect(message.headers()))).containsExactly("certificaat-ontbreekt");
    }

    /// Behind it stands its issuer, who did not sign.
    @Test
    void nobodySignedWhenTheFirstCertificateCannotBeRead() throws IOException {
        Forge.Message message = FORGE.header(header -> header.replace("\"x5c\":[", "\"x5c\":[\"AAAA\","));

        SignatureReport report = inspect(message.headers());

        assertThat(codes(report)).containsExactly("certificaat-formaat");
        assertThat(report.certificates()).isEmpty();
        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.NIET_TE_BEPALEN);
    }

    /// Judged is the moment of signing: what was revoked after it was good then.
    @ParameterizedTest
    @CsvSource({"-1, certificaat-ingetrokken", "0, certificaat-ingetrokken", "1, ''", "1200, ''"})
    void aListOfLaterRevokesWhatWasRevokedAtTheMomentOfSigning(long after, String code) throws IOException {
        SignatureReport report =
                inspect(KEY.getPrivate(), List.of(LEAF, OURS.issuing.leaf()), later(Stage.START.plusSeconds(after)));

        assertThat(codes(report)).containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
        assertThat(report.remarks().stream().filter(text -> text.contains("is ingetrokken op 21 november 2026 om 10:")))
                .hasSize(code.isEmpty() ? 1 : 0);
    }

    /// A list that was in force at the signing, made by who knew already that the certificate would end.
    @Test
    void aListOfThenMayTellOfARevocationThatWasStillToCome() throws IOException {
        X509CRL then = Issuer.of(OURS.issuing)
                .crl(
                        Map.of(LEAF.getSerialNumber(), Stage.START.plusSeconds(60)),
                        BigInteger.TWO,
                        Stage.START,
                        Hierarchy.LIST_LIFE);
        List<X509CRL> lists = List.of(Hierarchy.crl(OURS.root, List.of(), 1), then);

        assertThat(codes(inspect(KEY.getPrivate(), List.of(LEAF, OURS.issuing.leaf()), lists)))
                .isEmpty();
    }

    private static List<X509CRL> later(Instant revoked) {
        Instant made = Stage.START.plusSeconds(1200);
        Duration life = Duration.ofMinutes(10);
        return List.of(
                Issuer.of(OURS.root).crl(Map.of(), BigInteger.TWO, made, life),
                Issuer.of(OURS.issuing).crl(Map.of(LEAF.getSerialNumber(), revoked), BigInteger.TWO, made, life));
    }

    @Test
    void anUntrustedChainIsNoMatterOfRevocation() throws IOException {
        X509Certificate other = leaf().by(STRANGE.issuing);

        assertThat(codes(inspect(KEY.getPrivate(), List.of(other, STRANGE.issuing.leaf()), OURS.crls())))
                .containsExactly("certificaat-niet-vertrouwd");
    }

    @Test
    void withoutListsRevocationIsUnknownWhateverElseIsWrong() throws IOException {
        X509Certificate other = leaf().by(STRANGE.issuing);

        assertThat(codes(inspect(KEY.getPrivate(), List.of(other, STRANGE.issuing.leaf()), List.of())))
                .containsExactly("certificaat-niet-vertrouwd", "intrekkingsstatus-onbekend");
        assertThat(codes(inspect(KEY.getPrivate(), List.of(LEAF, OURS.issuing.leaf()), List.of())))
                .containsExactly("intrekkingsstatus-onbekend");
    }

    @Test
    void namesTheAnchorThatTheChainLeadsToAmongOthers() throws IOException {
        SignatureReport.Against both = new SignatureReport.Against(
                List.of(STAGE.authority.root(), OURS.root.leaf()), OURS.crls(), Optional.empty());
        for (List<X509Certificate> chain :
                List.of(List.of(LEAF, OURS.issuing.leaf()), List.of(LEAF, OURS.issuing.leaf(), OURS.root.leaf()))) {
            Forge.Message message = FORGE.signed(KEY.getPrivate(), chain);

            SignatureReport report = SignatureInspection.inspect(
                    message.headers(), new MessageBody.Bytes(message.body()), both, STAGE.clock);

            assertThat(report.anchor())
                    .hasValueSatisfying(anchor -> assertThat(anchor).contains("CN=stam-CA"));
            assertThat(report.isValid()).isTrue();
        }
    }

    @Test
    void asksForTheHeaderDigestWhereItIsNeeded() throws IOException {
        Forge.Message overDigest = new Forge(STAGE, SignatureForm.B).good();

        assertThat(codes(inspect(Headers.of(PayloadSigner.PAYLOAD_SIG, overDigest.payloadSig()))))
                .contains("digest-ontbreekt");
        SignatureReport overBody =
                inspect(Headers.of(PayloadSigner.PAYLOAD_SIG, FORGE.good().payloadSig()));
        assertThat(codes(overBody)).doesNotContain("digest-ontbreekt");
        assertThat(overBody.remarks()).anyMatch(remark -> remark.contains("geen header Digest"));
        assertThat(overBody.claimedDigest()).isEmpty();
    }

    private static SignatureReport inspect(Instant now) throws IOException {
        Forge.Message message = FORGE.signed(KEY.getPrivate(), List.of(LEAF, OURS.issuing.leaf()));
        return SignatureInspection.inspect(
                message.headers(),
                new MessageBody.Bytes(message.body()),
                against(OURS.crls()),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static SignatureReport inspect(Headers headers) throws IOException {
        return SignatureInspection.inspect(
                headers, new MessageBody.Bytes(Forge.BODY), against(OURS.crls()), STAGE.clock);
    }

    private static SignatureReport inspect(PrivateKey key, List<X509Certificate> chain, List<X509CRL> lists)
            throws IOException {
        Forge.Message message = FORGE.signed(key, chain);
        return SignatureInspection.inspect(
                message.headers(), new MessageBody.Bytes(message.body()), against(lists), STAGE.clock);
    }

    private static SignatureReport.Against against(List<X509CRL> lists) {
        return new SignatureReport.Against(List.of(OURS.root.leaf()), lists, Optional.empty());
    }

    private static List<String> codes(SignatureReport report) {
        return report.reasons().stream().map(Verdict.Refused::code).toList();
    }
}
