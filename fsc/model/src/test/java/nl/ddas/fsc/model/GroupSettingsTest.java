// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupSettingsTest {

    @TempDir
    private Path folder;

    private Group read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("part.yaml"), yaml);
        Settings settings = Settings.read("part", file, Map.of());
        Group group = Group.read(settings);
        settings.rejectUnknown();
        return group;
    }

    @Test
    void withoutRulesAGroupIsTheUsualOne() throws IOException {
        assertThat(read("group: oefen\n")).isEqualTo(Group.of("oefen"));
        assertThat(read("group: oefen\nports: [9443]\n"))
                .isEqualTo(Group.of("oefen").withPorts(Set.of(9443)));
    }

    @Test
    void everyRuleOfAGroupCanBeSet() throws IOException {
        Group group = read("""
                group: oefen
                group-rules:
                  profile: v1
                  accept-legacy-outway-shape: true
                  fsc-versions: [2.0.0]
                  writes-version: 2.0.0
                  clock-skew: 10s
                  strict-submitter: true
                  enforce-audience: true
                  max-properties: 1000
                  property-keys: [doel]
                  unknown-properties: leave
                  peer-id-fields: [2.5.4.97, 2.5.4.5]
                  peer-name-field: 2.5.4.3
                  peer-id-form: "[A-Z]{3}"
                  transaction-id: "[0-9]{8}"
                """);
        assertThat(group.profile()).isEqualTo(ContentProfile.V1JCS);
        assertThat(group.fscVersions()).containsExactly("2.0.0");
        assertThat(group.writesVersion()).isEqualTo("2.0.0");
        assertThat(group.skew()).isEqualTo(Duration.ofSeconds(10));
        assertThat(group.peerIds())
                .isEqualTo(new PeerIdRule(List.of("2.5.4.97", "2.5.4.5"), "2.5.4.3", Pattern.compile("[A-Z]{3}")));
        assertThat(group.transactionId().pattern()).isEqualTo("[0-9]{8}");
        PropertyKeys keys = new PropertyKeys(Optional.of(Set.of("doel")), false);
        assertThat(group.switches()).isEqualTo(new Group.Switches(true, true, true, 1000, keys));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "group: 'a b'                                       | group",
                "group: a, ports: [70000]                           | ports",
                "group: a, group-rules: {profile: v3}               | group-rules.profile",
                "group: a, group-rules: {writes-version: 3.0.0}     | group-rules.writes-version",
                "group: a, group-rules: {clock-skew: 1h}            | group-rules.clock-skew",
                "group: a, group-rules: {peer-id-form: '['}         | group-rules.peer-id-form",
                "group: a, group-rules: {peer-id-fields: [x]}       | group-rules.peer-id-fields",
                "group: a, group-rules: {max-properties: 900000000} | group-rules.max-properties",
                "group: a, group-rules: {unknown-properties: maybe} | group-rules.unknown-properties",
            })
    void aRuleThatMeansNothingIsTheFaultOfItsKey(String yaml, String key) {
        assertThatThrownBy(() -> read("{" + yaml + "}"))
                .isInstanceOfSatisfying(SettingsFault.class, fault -> assertThat(fault.fault())
                        .isInstanceOfSatisfying(SettingsFault.Fault.Unfit.class, unfit -> assertThat(unfit.key())
                                .isEqualTo(key)));
    }
}
