// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.SignatureType;

/// Reads one rule for signing from the settings. A condition that is not there is always met.
final class SignRuleReading {

    private final Settings settings;
    private final AutoSign.Decision then;
    private final List<BiPredicate<Grant, PeerId>> grants = new ArrayList<>();
    private final List<Predicate<AutoSign.Proposal>> whole = new ArrayList<>();

    private SignRuleReading(Settings settings, String name) {
        this.settings = settings;
        settings.required("decision");
        this.then = settings.value("decision", "sign, refuse of leave", word -> decision(word, name))
                .orElseThrow();
    }

    /// @param name English, for the audit trail
    /// @throws nl.ddas.basis.SettingsFault when something is missing or has no meaning
    static SignRule read(Settings settings, String name) {
        SignRuleReading reading = new SignRuleReading(settings, name);
        reading.onGrants();
        reading.onContract();
        return new SignRule(reading.then, reading.grants, reading.whole);
    }

    private Optional<AutoSign.Decision> decision(String word, String name) {
        return switch (word) {
            case "sign" -> Optional.of(new AutoSign.Decision.Sign(name));
            case "refuse" -> Optional.of(new AutoSign.Decision.Refuse(settings.required("reason")));
            case "leave" -> Optional.of(new AutoSign.Decision.Leave());
            case String _ -> Optional.empty();
        };
    }

    private void onGrants() {
        List<GrantType> types = settings.values(
                "grants", "service-publication, service-connection, of een daarvan met delegated- ervoor", this::type);
        onGrant("grants", (grant, self) -> types.contains(grant.type()));
        List<SignRole> roles = settings.values("roles", "directory, provider, consumer of delegator", SignRole::find);
        onGrant("roles", (grant, self) -> roles.stream().anyMatch(role -> role.isThatOf(self, grant)));
        List<Pattern> services = settings.values("services", "een naam, met * voor een willekeurig stuk", this::names);
        onGrant("services", (grant, self) -> services.stream()
                .anyMatch(name -> name.matcher(grant.serviceName()).matches()));
        List<Protocol> protocols =
                settings.values("protocols", "PROTOCOL_TCP_HTTP_1.1 of PROTOCOL_TCP_HTTP_2", Protocol::find);
        onGrant("protocols", (grant, self) -> grant.publication()
                .filter(p -> protocols.contains(p.service().protocol()))
                .isPresent());
        List<String> properties = settings.texts("properties");
        onGrant(
                "properties",
                (grant, self) -> SignRule.quantified(
                        then,
                        properties(grant).entrySet(),
                        property -> properties.contains(property.getKey())
                                || properties.contains(property.getKey() + "=" + text(property.getValue()))));
        Optional<Boolean> byKey = settings.value("identification", "thumbprint of domain", word -> switch (word) {
            case "thumbprint" -> Optional.of(true);
            case "domain" -> Optional.of(false);
            case String _ -> Optional.empty();
        });
        onGrant("identification", (grant, self) -> grant.connection()
                .map(c -> c.outway().identification() instanceof OutwayIdentification.PublicKeyThumbprint)
                .equals(byKey));
    }

    /// Adds a condition when its key is there.
    private void onGrant(String key, BiPredicate<Grant, PeerId> condition) {
        requireFilled(key);
        if (settings.has(key)) {
            grants.add(condition);
        }
    }

    private void onContract(String key, Predicate<AutoSign.Proposal> condition) {
        requireFilled(key);
        if (settings.has(key)) {
            whole.add(condition);
        }
    }

    /// A condition that was left empty would make the rule wider than it looks.
    private void requireFilled(String key) {
        if (settings.isEmptied(key)) {
            throw settings.unfit(key, "een waarde; laat de regel weg als de voorwaarde niet nodig is");
        }
    }

    private void onContract() {
        List<PeerId> peers = settings.values("peers", "een Peer ID", PeerIds::read);
        onContract("peers", proposal -> SignRule.quantified(then, others(proposal), peers::contains));
        Duration atMost = settings.duration("at-most", Duration.ZERO);
        onContract("at-most", proposal -> SignRules.life(proposal.content()).compareTo(atMost) <= 0);
        Duration longerThan = settings.duration("longer-than", Duration.ZERO);
        onContract("longer-than", proposal -> SignRules.life(proposal.content()).compareTo(longerThan) > 0);
        int most = settings.integer("most-grants", 0);
        onContract("most-grants", proposal -> proposal.content().grants().size() <= most);
        boolean signed = settings.flag("others-signed", false);
        onContract(
                "others-signed",
                proposal -> signed
                        == others(proposal).stream().allMatch(peer -> proposal.contract()
                                .signature(peer, SignatureType.ACCEPT)
                                .isPresent()));
        if (grants.isEmpty() && whole.isEmpty()) {
            throw settings.unfit("decision", "een voorwaarde: zonder geldt deze regel voor elk contract");
        }
    }

    private static List<PeerId> others(AutoSign.Proposal proposal) {
        return proposal.content().peers().stream()
                .filter(peer -> !peer.equals(proposal.self()))
                .toList();
    }

    private Optional<GrantType> type(String word) {
        return Arrays.stream(GrantType.values())
                .filter(type ->
                        type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private Optional<Pattern> names(String text) {
        return Optional.of(Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))));
    }

    private static Map<String, JsonValue> properties(Grant grant) {
        return grant.properties().map(p -> p.members().members()).orElse(Map.of());
    }

    /// As it is compared with the settings; what is no text, number or boolean equals nothing.
    private static String text(JsonValue value) {
        return switch (value) {
            case JsonText(String text) -> text;
            case JsonNumber(String literal) -> literal;
            case JsonBool(boolean bool) -> Boolean.toString(bool);
            case JsonValue _ -> "";
        };
    }
}
