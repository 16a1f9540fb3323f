// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.D;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;
import static nl.ddas.fsc.model.Fixture.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the validation table, in their order.
class ContractRulesTest {

    private static final KnownContracts NONE = iv -> Optional.empty();

    private static ContractVerdict check(Group group, ContractRequest request, KnownContracts known) {
        SignatureCheck signatures =
                new SignatureCheck(group, (peer, at, thumbprint) -> Fixture.ONE.find(thumbprint), Fixture.ONE.chains());
        return new ContractRules(group, A, signatures).check(request, known, NOW);
    }

    private static ContractRequest post(PeerId from, ContractContent content) {
        return new ContractRequest(
                certificate(from),
                SignatureType.ACCEPT,
                Optional.empty(),
                List.of("https://b.test:8443"),
                body(content, sign(from, SignatureType.ACCEPT, content)));
    }

    private static ContractRequest put(PeerId from, SignatureType type, ContractContent content, String pathHash) {
        return new ContractRequest(
                certificate(from),
                type,
                Optional.of(pathHash),
                List.of("https://b.test:8443"),
                body(content, sign(from, type, content)));
    }

    private static X509Certificate certificate(PeerId peer) {
        return Fixture.ONE.client(peer).certificate();
    }

    private static String sign(PeerId peer, SignatureType type, ContractContent content) {
        return new SignatureMaker(peer, Fixture.ONE.signer(peer))
                .sign(type, content.hash(), NOW)
                .jws();
    }

    private static byte[] body(ContractContent content, String jws) {
        return JsonObject.EMPTY
                .with("contract_content", content.tree())
                .with("signature", jws)
                .toBytes();
    }

    private static void refused(ContractVerdict verdict, ErrorCode code) {
        assertThat(verdict).isInstanceOf(ContractVerdict.Refused.class);
        assertThat(((ContractVerdict.Refused) verdict).error().code()).isEqualTo(code);
    }

    private static ContractContent with(String path, String json) {
        JsonObject tree = Fixture.connection().tree();
        Optional<JsonValue> value = json.equals("removed")
                ? Optional.empty()
                : Fixture.json("{'v':" + json + "}").get("v");
        return Fixture.content(Fixture.change(tree, path, value));
    }

    @Test
    void acceptsAConnectionThatTheConsumerSubmits() {
        ContractContent content = Fixture.connection();

        assertThat(check(GROUP, post(B, content), NONE))
                .isInstanceOfSatisfying(ContractVerdict.Accepted.class, good -> {
                    assertThat(good.caller().id()).isEqualTo(B);
                    assertThat(good.content()).isEqualTo(content);
                    assertThat(good.signature().peer()).isEqualTo(B);
                    assertThat(good.signature().type()).isEqualTo(SignatureType.ACCEPT);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject", "revoke"})
    void acceptsASignatureOnAContractThatIsNotKnownYet(String type) {
        ContractContent content = Fixture.connection();
        SignatureType wanted = SignatureType.find(type).orElseThrow();

        assertThat(check(GROUP, put(B, wanted, content, content.hash().value()), NONE))
                .isInstanceOf(ContractVerdict.Accepted.class);
    }

    @Test
    void acceptsEveryCombinationOfDelegation() {
        ServiceRef plain = new ServiceRef.Plain(A, "parkeren");
        ServiceRef delegated = new ServiceRef.Delegated(A, "parkeren", D);
        ServiceOffer own = new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1);
        Outway outway = Fixture.outway(B);
        Optional<Properties> none = Optional.empty();
        List<Grant> grants = List.of(
                new Grant.ServicePublication(A, own, none),
                new Grant.DelegatedServicePublication(A, own, C, none),
                new Grant.ServiceConnection(outway, plain, none),
                new Grant.ServiceConnection(outway, delegated, none),
                new Grant.DelegatedServiceConnection(outway, plain, C, none),
                new Grant.DelegatedServiceConnection(outway, delegated, C, none));
        for (Grant grant : grants) {
            assertThat(check(GROUP, post(B, Fixture.draft(List.of(grant))), NONE))
                    .isInstanceOf(ContractVerdict.Accepted.class);
        }
    }

    @Test
    void refusesAClientCertificateWithoutAPeerOfTheGroup() {
        Group letters = GROUP.with(new PeerIdRule(List.of("2.5.4.5"), "2.5.4.10", Pattern.compile("[A-Z]{4}")));

        refused(check(letters, post(B, Fixture.connection()), NONE), ErrorCode.PEER_CERTIFICATE_VERIFICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://b.test:8443",
                "https://b.test",
                "https://b.test:9000",
                "https://b.test:8443/v1",
                "https://u@b.test:8443",
                "b.test:8443",
                "",
                "https://b.test:8443?x=1"
            })
    void refusesAnAddressThatIsNoneOfAManager(String address) {
        ContractRequest good = post(B, Fixture.connection());
        ContractRequest bad =
                new ContractRequest(good.caller(), good.type(), good.pathHash(), List.of(address), good.body());

        refused(check(GROUP, bad, NONE), ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"contract_content\":{}}",
                "{\"contract_content\":[],\"signature\":\"\"}",
                "{\"contract_content\":{\"iv\":1},\"signature\":\"\"}",
                "{\"a\":1,\"a\":2}"
            })
    void refusesABodyThatIsNoRequest(String body) {
        ContractRequest good = post(B, Fixture.connection());
        ContractRequest bad = new ContractRequest(
                good.caller(),
                good.type(),
                good.pathHash(),
                good.managerAddress(),
                body.getBytes(StandardCharsets.UTF_8));

        refused(check(GROUP, bad, NONE), ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            iv | 1
            iv | removed
            validity | {'not_before':1}
            validity/not_before | -1
            validity/not_before | 1.5
            validity/not_after | 9007199254740992
            validity/not_after | '1'
            grants | {}
            grants/0 | 1
            grants/0/data | removed
            grants/0/data/type | 'GRANT_TYPE_OTHER'
            grants/0/data/outway/identification/type | 'OTHER'
            grants/0/data/outway/identification | removed
            grants/0/data/outway/public_key_thumbprint | 'abc'
            grants/0/data/outway/identification/domain_name | 'both.test'
            grants/0/data/service/type | removed
            grants/0/data/service/delegator | {'peer_id':'00000099000000000003'}
            grants/0/data/service/peer_id | ''
            grants/0/data/service/name | null
            grants/0/data/properties | null
            grants/0/data/properties | []
            created_at | 1e9
            hash_algorithm | null
            fsc_version | 2
            """)
    void refusesContentOfAnotherForm(String path, String json) {
        JsonObject tree = Fixture.connection().tree();
        Optional<JsonValue> value = json.equals("removed")
                ? Optional.empty()
                : Fixture.json("{'v':" + json + "}").get("v");

        assertThat(ContractContent.read(Fixture.change(tree, path, value))).isInstanceOf(ContentReading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hash_algorithm | 'HASH_ALGORITHM_SHA3_256' | UNKNOWN_HASH_ALGORITHM_HASH
            fsc_version | '3.0.0' | UNKNOWN_FSC_VERSION
            group_id | 'other' | INCORRECT_GROUP_ID
            grants/0/data/outway/peer_id | '00000099000000000003' | SUBMITTING_PEER_NOT_PART_OF_CONTRACT
            grants/0/data/service/peer_id | '00000099000000000003' | RECEIVING_PEER_NOT_PART_OF_CONTRACT
            iv | '0199A1B2-0000-7000-8000-000000000001' | CONTRACT_VALIDATION_FAILED
            iv | 'no uuid' | CONTRACT_VALIDATION_FAILED
            validity | {'not_before':1900000000,'not_after':1900000000} | CONTRACT_VALIDATION_FAILED
            validity | {'not_before':1,'not_after':2} | CONTRACT_VALIDATION_FAILED
            created_at | 1900000000 | CONTRACT_VALIDATION_FAILED
            grants/0/data/service/name | 'a b' | CONTRACT_VALIDATION_FAILED
            grants/0/data/outway/identification/public_key_thumbprint | 'abc' | INCORRECT_PUBLIC_KEY_THUMBPRINT
            """)
    void refusesByTheFirstRuleThatFails(String path, String json, ErrorCode code) {
        refused(check(GROUP, post(B, with(path, json)), NONE), code);
    }

    @Test
    void refusesAPublicationTogetherWithAnyOtherType() {
        ServiceOffer service = new ServiceOffer(B, "x", Protocol.HTTP_1_1);
        Grant publication = new Grant.ServicePublication(A, service, Optional.empty());
        Grant delegated = new Grant.DelegatedServicePublication(A, service, C, Optional.empty());
        Grant connection =
                new Grant.ServiceConnection(Fixture.outway(B), new ServiceRef.Plain(A, "x"), Optional.empty());
        for (List<Grant> mix : List.of(
                List.of(publication, connection), List.of(publication, delegated), List.of(connection, delegated))) {
            refused(check(GROUP, post(B, Fixture.draft(mix)), NONE), ErrorCode.GRANT_COMBINATION_NOT_ALLOWED);
        }
        assertThat(check(GROUP, post(B, Fixture.draft(List.of(publication, publication))), NONE))
                .isInstanceOf(ContractVerdict.Accepted.class);
    }

    @Test
    void refusesAPeerThatHasNoRole() {
        refused(check(GROUP, post(X, Fixture.connection()), NONE), ErrorCode.SUBMITTING_PEER_NOT_PART_OF_CONTRACT);
    }

    @Test
    void refusesAContractWithoutGrants() {
        ContractContent empty = Fixture.content(
                Fixture.change(Fixture.connection().tree(), "grants", Optional.of(new JsonArray(List.of()))));

        refused(check(GROUP, post(B, empty), NONE), ErrorCode.SUBMITTING_PEER_NOT_PART_OF_CONTRACT);
    }

    @Test
    void refusesAPathThatNamesAnotherContract() {
        ContractContent content = Fixture.connection();
        String grantHash = content.grantHashes().getFirst().value();
        String other = "$1$1$" + "a".repeat(85) + "A";

        refused(
                check(GROUP, put(B, SignatureType.ACCEPT, content, other), NONE),
                ErrorCode.URL_PATH_CONTENT_HASH_MISMATCH);
        refused(
                check(GROUP, put(B, SignatureType.ACCEPT, content, grantHash), NONE),
                ErrorCode.URL_PATH_CONTENT_HASH_MISMATCH);
        refused(
                check(GROUP, put(B, SignatureType.ACCEPT, content, other.replace("$1$1$", "$9$1$")), NONE),
                ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH);
    }

    @Test
    void refusesTheSameIvForAnotherContract() {
        ContractContent content = Fixture.connection();
        ContentHash other = new ContentHash("$1$1$" + "a".repeat(85) + "A");

        refused(check(GROUP, post(B, content), iv -> Optional.of(other)), ErrorCode.CONTRACT_VALIDATION_FAILED);
        assertThat(check(GROUP, post(B, content), iv -> Optional.of(content.hash())))
                .isInstanceOf(ContractVerdict.Accepted.class);
    }

    @Test
    void aKnownContractThatEndedCanBeTakenBackButNotAccepted() {
        ContractContent ended = with("validity", "{'not_before':1,'not_after':2}");
        KnownContracts known = iv -> Optional.of(ended.hash());
        String path = ended.hash().value();

        assertThat(check(GROUP, put(B, SignatureType.REVOKE, ended, path), known))
                .isInstanceOf(ContractVerdict.Accepted.class);
        refused(check(GROUP, put(B, SignatureType.ACCEPT, ended, path), known), ErrorCode.CONTRACT_VALIDATION_FAILED);
        refused(check(GROUP, put(B, SignatureType.REVOKE, ended, path), NONE), ErrorCode.CONTRACT_VALIDATION_FAILED);
    }

    @Test
    void propertiesHaveALimit() {
        ContractContent content = with("grants/0/data/properties", "{'text':'" + "x".repeat(200) + "'}");
        Group small = GROUP.with(new Group.Switches(false, false, false, 100));

        refused(check(small, post(B, content), NONE), ErrorCode.CONTRACT_VALIDATION_FAILED);
        assertThat(check(GROUP, post(B, content), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
    }

    @Test
    void onlyPropertiesOfExtensionsOfTheGroupAreWelcomeWhenItSaysSo() {
        ContractContent content = with("grants/0/data/properties", "{'known':'a','other':'b'}");
        PropertyKeys both = new PropertyKeys(Optional.of(Set.of("known", "other")), true);
        PropertyKeys one = new PropertyKeys(Optional.of(Set.of("known")), true);
        PropertyKeys tolerated = new PropertyKeys(Optional.of(Set.of("known")), false);

        assertThat(check(group(both), post(B, content), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
        refused(check(group(one), post(B, content), NONE), ErrorCode.CONTRACT_VALIDATION_FAILED);
        assertThat(check(group(tolerated), post(B, content), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
        assertThat(tolerated.knows(content)).isFalse();
        assertThat(PropertyKeys.ALL.knows(content)).isTrue();
    }

    private static Group group(PropertyKeys keys) {
        return GROUP.with(Group.Switches.DEFAULT.with(keys));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            outway.test,    true
            a-b.c1.example, true
            *.test,         false
            -a.test,        false
            a..test,        false
            a.test.,        false
            a_b.test,       false
            """)
    void aDomainNameIsADnsName(String name, boolean good) {
        Grant grant = new Grant.ServiceConnection(
                new Outway(B, new OutwayIdentification.DomainName(name)),
                new ServiceRef.Plain(A, "x"),
                Optional.empty());
        ContractVerdict verdict = check(GROUP, post(B, Fixture.draft(List.of(grant))), NONE);

        assertThat(verdict instanceof ContractVerdict.Accepted).isEqualTo(good);
    }

    @Test
    void eachProfileTakesItsOwnShapeAndTheOlderOneOnlyWhenAsked() {
        ContractContent v2 = Fixture.connection();
        ContractContent v1 = new ContractDraft(
                        ContentProfile.V1JCS, "", v2.iv(), v2.groupId(), v2.validity(), v2.grants(), v2.createdAt())
                .content();
        Group old = GROUP.with(ContentProfile.V1JCS);
        Group tolerant = GROUP.with(new Group.Switches(true, false, false, 1000));

        assertThat(v1.profile()).isEqualTo(ContentProfile.V1JCS);
        refused(check(GROUP, post(B, v1), NONE), ErrorCode.MALFORMED_REQUEST);
        refused(check(old, post(B, v2), NONE), ErrorCode.UNKNOWN_FSC_VERSION);
        assertThat(check(old, post(B, v1), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
        assertThat(check(tolerant, post(B, v1), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
        assertThat(check(tolerant, post(B, v2), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
    }

    @Test
    void theLetterOfTheStandardOnWhoSubmitsIsASwitch() {
        ContractContent byProvider = Fixture.draft(List.of(
                new Grant.ServiceConnection(Fixture.outway(A), new ServiceRef.Plain(B, "x"), Optional.empty())));
        Group strict = GROUP.with(new Group.Switches(false, true, false, 1000));

        assertThat(check(GROUP, post(B, byProvider), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
        refused(check(strict, post(B, byProvider), NONE), ErrorCode.CONTRACT_VALIDATION_FAILED);
        assertThat(check(strict, post(B, Fixture.connection()), NONE)).isInstanceOf(ContractVerdict.Accepted.class);
    }

    @Test
    void contentFoundElsewhereFollowsTheSameRules() {
        SignatureCheck signatures = new SignatureCheck(GROUP, (p, at, t) -> Optional.empty(), Fixture.ONE.chains());
        ContractRules rules = new ContractRules(GROUP, A, signatures);

        assertThat(rules.objection(Fixture.connection(), B, NONE, NOW)).isEmpty();
        assertThat(rules.objection(Fixture.connection(), X, NONE, NOW)).isPresent();
        assertThat(rules.objection(with("validity", "{'not_before':1,'not_after':2}"), B, NONE, NOW))
                .isEmpty();
    }
}
