// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.DIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignRulesTest {

    private static final String IV = "0199a1b2-0000-7000-8000-000000000001";

    @TempDir
    private Path folder;

    private SignRules rules(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("manager.yaml"), "auto-sign:\n" + yaml);
        Settings settings = Settings.read("ddas-fsc-manager", file, Map.of());
        Signers signers = Signers.read(settings);
        settings.rejectUnknown();
        return ((Signers.ByRules) signers).rules();
    }

    private static Contract contract(Grant... grants) {
        return Contract.of(Members.content(IV, Members.NOW, grants));
    }

    private static String decide(AutoSign policy, PeerId self, Contract contract) {
        return switch (policy.decide(new AutoSign.Proposal(contract, new PeerIdentity(B, "Peer B"), self))) {
            case AutoSign.Decision.Sign(String by) -> "sign by " + by;
            case AutoSign.Decision.Leave() -> "leave";
            case AutoSign.Decision.Refuse(String reason) -> reason;
        };
    }

    private static Grant publication(PeerId directory, String name) {
        return new Grant.ServicePublication(directory, new ServiceOffer(B, name, Protocol.HTTP_1_1), Optional.empty());
    }

    private static Grant withProperties(JsonObject members) {
        ServiceOffer offer = new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1);
        return new Grant.ServicePublication(DIR, offer, Optional.of(new Properties(members)));
    }

    @Test
    void aDirectorySignsPublicationsInItselfAndLeavesTheRest() throws IOException {
        AutoSign policy = ((Signers.ByRules) Signers.nobody()).rules().thenAsDirectory();
        assertThat(decide(policy, DIR, contract(publication(DIR, "parkeren")))).startsWith("sign");
        assertThat(decide(policy, DIR, contract(publication(A, "parkeren")))).isEqualTo("leave");
        assertThat(decide(policy, DIR, contract(Members.connection(B, DIR)))).isEqualTo("leave");
    }

    @Test
    void theFirstRuleThatHoldsDecides() throws IOException {
        SignRules rules = rules("""
                  - decision: refuse
                    reason: Hier staan alleen diensten van DDAS.
                    services: ["test-*"]
                  - decision: sign
                    grants: [service-publication]
                """);
        assertThat(decide(rules, DIR, contract(publication(DIR, "test-parkeren"))))
                .isEqualTo("Hier staan alleen diensten van DDAS.");
        assertThat(decide(rules, DIR, contract(publication(DIR, "parkeren")))).isEqualTo("sign by rule 2");
        assertThat(decide(rules, A, contract(Members.connection(B, A)))).isEqualTo("leave");
    }

    @Test
    void aRuleThatSignsHoldsForAllGrantsAndOneThatRefusesForOne() throws IOException {
        Contract both = contract(publication(DIR, "parkeren"), publication(DIR, "bomen"));
        assertThat(decide(rules("  - {decision: sign, services: [parkeren]}\n"), DIR, both))
                .isEqualTo("leave");
        assertThat(decide(rules("  - {decision: refuse, reason: nee, services: [parkeren]}\n"), DIR, both))
                .isEqualTo("nee");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "grants: [service-connection]               | sign",
                "grants: [delegated-service-connection]     | leave",
                "roles: [provider]                          | sign",
                "roles: [consumer, directory, delegator]    | leave",
                "peers: ['00000099000000000002']            | sign",
                "peers: ['00000099000000000003']            | leave",
                "services: ['park*']                        | sign",
                "services: ['park']                         | leave",
                "services: ['p.rkeren']                     | leave",
                "protocols: [PROTOCOL_TCP_HTTP_1.1]         | leave",
                "at-most: 2d                                | sign",
                "at-most: 23h                               | leave",
                "longer-than: 23h                           | sign",
                "longer-than: 2d                            | leave",
                "most-grants: 1                             | sign",
                "most-grants: 0                             | leave",
                "identification: thumbprint                 | sign",
                "identification: domain                     | leave",
                "properties: []                             | sign",
                "others-signed: false                       | sign",
                "others-signed: true                        | leave",
            })
    void eachConditionCounts(String condition, String decision) throws IOException {
        SignRules rules = rules("  - decision: sign\n    " + condition + "\n");
        assertThat(decide(rules, A, contract(Members.connection(B, A)))).startsWith(decision);
    }

    @Test
    void whoHasToAcceptFirst() throws IOException {
        SignRules rules = rules("  - {decision: sign, others-signed: true}\n");
        Contract contract = contract(Members.connection(B, A));
        Contract accepted = contract.with(new SignatureMaker(B, Members.signer(B))
                .sign(SignatureType.ACCEPT, contract.content().hash(), Members.NOW));
        assertThat(decide(rules, A, contract)).isEqualTo("leave");
        assertThat(decide(rules, A, accepted)).startsWith("sign");
    }

    @Test
    void propertiesCountByKeyAndByValue() throws IOException {
        SignRules rules = rules("  - {decision: sign, properties: [soort, doel=schuldhulp]}\n");
        JsonObject soort = JsonObject.EMPTY.with("soort", "x");
        assertThat(decide(rules, DIR, contract(withProperties(soort)))).startsWith("sign");
        assertThat(decide(rules, DIR, contract(withProperties(soort.with("doel", "schuldhulp")))))
                .startsWith("sign");
        assertThat(decide(rules, DIR, contract(withProperties(soort.with("doel", "anders")))))
                .isEqualTo("leave");
        assertThat(decide(rules, DIR, contract(withProperties(soort.with("ander", "x")))))
                .isEqualTo("leave");
    }

    @Test
    void protocolsCountForPublications() throws IOException {
        assertThat(decide(
                        rules("  - {decision: sign, protocols: [PROTOCOL_TCP_HTTP_1.1]}\n"),
                        DIR,
                        contract(publication(DIR, "parkeren"))))
                .startsWith("sign");
    }

    @Test
    void onePeerThatIsNotWelcomeIsEnoughToRefuse() throws IOException {
        SignRules rules = rules("  - {decision: refuse, reason: nee, peers: ['" + C + "']}\n");
        assertThat(decide(rules, A, contract(Members.connection(B, A), Members.connection(C, A))))
                .isEqualTo("nee");
        assertThat(decide(rules, A, contract(Members.connection(B, A)))).isEqualTo("leave");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "decision: maybe              | key 'decision' | sign, refuse of leave",
                "decision: sign               | key 'decision' | een voorwaarde",
                "decision: refuse, grants: [] | key 'reason' is missing | reason",
                "decision: sign, grants: [x]  | key 'grants' | service-publication",
                "decision: sign, roles: [x]   | key 'roles' | directory",
                "decision: sign, most-grants: 1, colour: red | unknown key 'colour' | colour",
            })
    void aRuleWithAMistakeStopsTheStart(String rule, String message, String expected) {
        assertThatThrownBy(() -> rules("  - {" + rule + "}\n"))
                .hasMessageContaining("auto-sign[0]")
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        SettingsFault.class,
                        fault -> assertThat(fault.fault()).asString().contains(expected));
    }

    /// Left empty, a condition would be no condition, and the rule would sign for everybody.
    @Test
    void refusesARuleWithAConditionThatWasLeftEmpty() {
        assertThatThrownBy(() -> rules("  - {decision: sign, grants: [service-connection], peers: }\n"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("peers");
    }
}
