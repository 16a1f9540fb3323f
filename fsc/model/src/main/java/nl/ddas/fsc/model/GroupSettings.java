// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.ddas.basis.Settings;

/// Reads what a Group has agreed on: `group`, `ports` and, for what differs from the usual, `group-rules`.
final class GroupSettings {

    private static final String RULES = "group-rules.";
    private static final Pattern OID = Pattern.compile("[0-2](\\.[0-9]{1,9}){1,15}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Duration MOST_SKEW = Duration.ofMinutes(10);

    private final Settings settings;

    GroupSettings(Settings settings) {
        this.settings = settings;
    }

    /// @throws nl.ddas.basis.SettingsFault naming the key that is missing or wrong
    Group read() {
        settings.required("group");
        Group usual = settings.value(
                        "group", "een naam van letters, cijfers en . / _ -", text -> Optional.of(Group.of(text)))
                .orElseThrow();
        Set<String> versions = listed(RULES + "fsc-versions", "versies, zoals [1.0.0, 2.0.0]", Optional::of)
                .orElse(usual.fscVersions());
        String writes = settings.optional(RULES + "writes-version").orElse(usual.writesVersion());
        if (!versions.contains(writes)) {
            throw settings.unfit(RULES + "writes-version", "een versie uit group-rules.fsc-versions");
        }
        return new Group(
                usual.id(),
                peerIds(usual.peerIds()),
                profile(usual.profile()),
                versions,
                writes,
                listed("ports", "een lijst van poorten, zoals [443, 8443]", GroupSettings::port)
                        .orElse(usual.ports()),
                skew(usual.skew()),
                transactionId(usual.transactionId()),
                switches(usual.switches()));
    }

    private <T> Optional<Set<T>> listed(String key, String expected, Function<String, Optional<T>> maker) {
        List<T> values = settings.values(key, expected, maker);
        return values.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(values));
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(Integer.valueOf(text)).filter(port -> port > 0 && port < 65_536);
    }

    private ContentProfile profile(ContentProfile usual) {
        return settings.value(RULES + "profile", "v2 of v1", word -> switch (word) {
                    case "v2" -> Optional.of(ContentProfile.V2);
                    case "v1" -> Optional.of(ContentProfile.V1JCS);
                    case String _ -> Optional.empty();
                })
                .orElse(usual);
    }

    private PeerIdRule peerIds(PeerIdRule usual) {
        String oid = "het nummer van een veld in het certificaat, zoals 2.5.4.5";
        List<String> fields = settings.values(RULES + "peer-id-fields", oid, GroupSettings::oid);
        String name = settings.value(RULES + "peer-name-field", oid, GroupSettings::oid)
                .orElse(usual.nameField());
        Pattern form = settings.value(RULES + "peer-id-form", "een reguliere expressie", GroupSettings::pattern)
                .orElse(usual.form());
        return new PeerIdRule(fields.isEmpty() ? usual.idFields() : fields, name, form);
    }

    private static Optional<String> oid(String text) {
        return Optional.of(text).filter(t -> OID.matcher(t).matches());
    }

    private static Optional<Pattern> pattern(String text) {
        return Optional.of(Pattern.compile(text));
    }

    private Duration skew(Duration usual) {
        Duration skew = settings.duration(RULES + "clock-skew", usual);
        if (skew.isNegative() || skew.compareTo(MOST_SKEW) > 0) {
            throw settings.unfit(RULES + "clock-skew", "een duur tot 10m, zoals 60s");
        }
        return skew;
    }

    private Pattern transactionId(Pattern usual) {
        return settings.value(
                        RULES + "transaction-id", "uuid-v7, uuid, of een reguliere expressie", text -> switch (text) {
                            case "uuid-v7" -> Optional.of(Group.UUID_V7);
                            case "uuid" -> Optional.of(UUID);
                            case String other -> pattern(other);
                        })
                .orElse(usual);
    }

    private Group.Switches switches(Group.Switches usual) {
        int most = settings.integer(RULES + "max-properties", usual.maxPropertiesBytes());
        if (most < 0 || most > StrictJson.MAX_BYTES) {
            throw settings.unfit(RULES + "max-properties", "een aantal bytes tot " + StrictJson.MAX_BYTES);
        }
        return new Group.Switches(
                settings.flag(RULES + "accept-legacy-outway-shape", usual.acceptLegacyShape()),
                settings.flag(RULES + "strict-submitter", usual.strictSubmitter()),
                settings.flag(RULES + "enforce-audience", usual.enforceAudience()),
                most,
                propertyKeys());
    }

    private PropertyKeys propertyKeys() {
        boolean refuses = settings.value(RULES + "unknown-properties", "refuse of leave", word -> switch (word) {
                    case "refuse" -> Optional.of(true);
                    case "leave" -> Optional.of(false);
                    case String _ -> Optional.empty();
                })
                .orElse(true);
        return settings.has(RULES + "property-keys")
                ? new PropertyKeys(Optional.of(Set.copyOf(settings.texts(RULES + "property-keys"))), refuses)
                : PropertyKeys.ALL;
    }
}
