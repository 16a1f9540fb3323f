// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the signature table, in their order.
class SignatureCheckTest {

    private final ContractContent content = Fixture.connection();

    private SignatureVerdict check(String jws, SignatureType type, Instant now) {
        SigningCertificates all = (peer, at, thumbprint) -> Fixture.ONE.find(thumbprint);
        return new SignatureCheck(GROUP, all, Fixture.ONE.chains())
                .check(jws, new SignatureCheck.Expected(type, content, B, Fixture.ADDRESS), now);
    }

    private static void refused(SignatureVerdict verdict, ErrorCode code) {
        assertThat(verdict).isInstanceOf(SignatureVerdict.Refused.class);
        assertThat(((SignatureVerdict.Refused) verdict).error().code()).isEqualTo(code);
    }

    private String signed(PeerId by, SignatureType type) {
        return new SignatureMaker(by, Fixture.ONE.signer(by))
                .sign(type, content.hash(), NOW)
                .jws();
    }

    private static String compact(String header, String payload) {
        return url(header) + "." + url(payload) + ".AAAA";
    }

    private static String url(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String header(String algorithm, String more) {
        return "{\"alg\":\"" + algorithm + "\",\"x5t#S256\":\""
                + CertificateThumbprint.of(Fixture.ONE.signer(B).leaf()) + "\"" + more + "}";
    }

    private String payload(String hash) {
        return "{\"contract_content_hash\":\"" + hash + "\",\"type\":\"accept\",\"signed_at\":1}";
    }

    @Test
    void tellsWhenASignatureSaysThatItWasMade() {
        assertThat(SignatureCheck.claimedAt(signed(B, SignatureType.ACCEPT))).contains(NOW);
        assertThat(SignatureCheck.claimedAt(compact(header("ES256", ""), payload(""))))
                .contains(Instant.ofEpochSecond(1));
        assertThat(SignatureCheck.claimedAt(compact(header("ES256", ""), "{}"))).isEmpty();
        assertThat(SignatureCheck.claimedAt("no signature")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    void takesEveryAlgorithmOfTheStandard(JwsAlgorithm algorithm) {
        String key = algorithm.curve().map(Object::toString).orElse("RSA");
        Identity signer = Fixture.ONE.signer(B, key);
        String jws = new SignatureMaker(B, signer)
                .sign(algorithm, SignatureType.ACCEPT, content.hash(), NOW)
                .jws();

        assertThat(check(jws, SignatureType.ACCEPT, NOW)).isInstanceOfSatisfying(SignatureVerdict.Good.class, good -> {
            assertThat(good.signature().signedAt()).isEqualTo(NOW);
            assertThat(good.signature().chain()).isEqualTo(signer.chain());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "", "..", "e30.e30.AA", "e30.e30", "e30.e30.AA.AA", "e30=.e30.AA"})
    void refusesWhatIsNoJws(String jws) {
        refused(check(jws, SignatureType.ACCEPT, NOW), ErrorCode.SIGNATURE_VERIFICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"crit\":[\"b64\"]", ",\"b64\":false", ",\"alg\":\"ES256\""})
    void refusesAHeaderThatWantsMore(String more) {
        refused(
                check(compact(header("ES256", more), payload(content.hash().value())), SignatureType.ACCEPT, NOW),
                ErrorCode.SIGNATURE_VERIFICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "HS256", "EdDSA", "none", "ES256K", "es256", ""})
    void refusesOtherAlgorithms(String algorithm) {
        refused(
                check(compact(header(algorithm, ""), payload(content.hash().value())), SignatureType.ACCEPT, NOW),
                ErrorCode.UNKNOWN_ALGORITHM_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$9$1$short",
                "abc",
                "$1$3$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA"
            })
    void refusesAHashThatIsNoContentHash(String hash) {
        refused(
                check(compact(header("ES256", ""), payload(hash)), SignatureType.ACCEPT, NOW),
                ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH);
    }

    @ParameterizedTest
    @CsvSource({"REJECT, ACCEPT", "REVOKE, ACCEPT", "ACCEPT, REVOKE"})
    void refusesTheTypeOfAnotherRoute(SignatureType signed, SignatureType route) {
        refused(check(signed(B, signed), route, NOW), ErrorCode.SIGNATURE_VERIFICATION_FAILED);
    }

    @Test
    void refusesASignatureOverAnotherContract() {
        ContentHash other = Fixture.content(content.tree().with("other", 1)).hash();
        String jws = new SignatureMaker(B, Fixture.ONE.signer(B))
                .sign(SignatureType.ACCEPT, other, NOW)
                .jws();

        refused(check(jws, SignatureType.ACCEPT, NOW), ErrorCode.SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH);
    }

    @Test
    void refusesACertificateThatNobodyHas() {
        Identity unknown = Fixture.ONE.issue(B, "P-256", Purpose.SIGNING);
        String jws = new SignatureMaker(B, unknown)
                .sign(SignatureType.ACCEPT, content.hash(), NOW)
                .jws();

        refused(check(jws, SignatureType.ACCEPT, NOW), ErrorCode.SIGNATURE_VERIFICATION_FAILED);
    }

    @Test
    void refusesACertificateThatWeDoNotTrustNowOrThatMayNotSign() {
        String jws = signed(B, SignatureType.ACCEPT);
        refused(
                check(jws, SignatureType.ACCEPT, NOW.plusSeconds(500L * 86_400)),
                ErrorCode.SIGNATURE_VERIFICATION_FAILED);

        Identity revoked = Fixture.ONE.issue(B, "P-256", Purpose.SIGNING);
        Fixture.ONE.authority().revoke(revoked.leaf().getSerialNumber());
        String byRevoked = new SignatureMaker(B, revoked)
                .sign(SignatureType.ACCEPT, content.hash(), NOW)
                .jws();
        refused(checkWith(revoked, byRevoked), ErrorCode.SIGNATURE_VERIFICATION_FAILED);

        Identity forEncryption = Fixture.ONE.issue(B, "P-256", Purpose.ENCRYPTION);
        String byOther = new SignatureMaker(B, forEncryption)
                .sign(SignatureType.ACCEPT, content.hash(), NOW)
                .jws();
        refused(checkWith(forEncryption, byOther), ErrorCode.SIGNATURE_VERIFICATION_FAILED);
    }

    private SignatureVerdict checkWith(Identity signer, String jws) {
        return new SignatureCheck(GROUP, (p, at, t) -> Optional.of(signer.chain()), Fixture.ONE.chains())
                .check(jws, new SignatureCheck.Expected(SignatureType.ACCEPT, content, B, Fixture.ADDRESS), NOW);
    }

    @Test
    void refusesTheSignatureOfAnotherPeer() {
        refused(
                check(signed(A, SignatureType.ACCEPT), SignatureType.ACCEPT, NOW),
                ErrorCode.PEER_ID_SIGNATURE_MISMATCH);
        refused(
                check(signed(C, SignatureType.ACCEPT), SignatureType.ACCEPT, NOW),
                ErrorCode.PEER_ID_SIGNATURE_MISMATCH);
    }

    @Test
    void refusesAnAlgorithmThatDoesNotFitTheKey() {
        String jws = signed(B, SignatureType.ACCEPT);
        String[] parts = jws.split("\\.");
        String asRsa = url(header("RS256", "")) + "." + parts[1] + "." + parts[2];

        refused(check(asRsa, SignatureType.ACCEPT, NOW), ErrorCode.SIGNATURE_VERIFICATION_FAILED);
    }

    @Test
    void refusesAMomentInTheFutureButGrantsTheSkew() {
        String jws = signed(B, SignatureType.ACCEPT);

        refused(check(jws, SignatureType.ACCEPT, NOW.minusSeconds(61)), ErrorCode.SIGNATURE_VERIFICATION_FAILED);
        assertThat(check(jws, SignatureType.ACCEPT, NOW.minusSeconds(60))).isInstanceOf(SignatureVerdict.Good.class);
    }

    @Test
    void takesTheThumbprintInTheOtherAlphabetOfBase64AndMembersThatItDoesNotKnow() {
        Identity signer = Fixture.ONE.signer(B);
        String padded = Base64.getEncoder()
                .encodeToString(CertificateThumbprint.of(signer.leaf()).bytes());
        JsonObject payload = Fixture.json(payload(content.hash().value())).with("extra", 1);
        String made = Jws.make(signer, "", payload);

        assertThat(CertificateThumbprint.read(padded)).contains(CertificateThumbprint.of(signer.leaf()));
        assertThat(check(made, SignatureType.ACCEPT, NOW)).isInstanceOf(SignatureVerdict.Good.class);
    }

    @Test
    void noChangedCharacterPasses() {
        String jws = signed(B, SignatureType.ACCEPT);
        for (int i = 0; i < jws.length(); i++) {
            for (char c : List.of('A', '_')) {
                if (jws.charAt(i) != c) {
                    String changed = jws.substring(0, i) + c + jws.substring(i + 1);
                    assertThat(check(changed, SignatureType.ACCEPT, NOW))
                            .as("character %d", i)
                            .isInstanceOf(SignatureVerdict.Refused.class);
                }
            }
        }
    }
}
