// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {

    private static GatewayConfig read(String key, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("X_GROUP", "g", "X_MANAGER", "https://127.0.0.1:9443"));
        environment.put(key, value);
        return GatewayConfig.read(Settings.none("x", environment), "inway");
    }

    @ParameterizedTest
    @CsvSource({"https://pdp.example/", "http://127.0.0.1:8181", "http://localhost:1"})
    void takesADecisionPointOnThisMachineOrBehindTls(String pdp) {
        assertThat(read("X_PDP", pdp).pdp()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "X_PDP, http://pdp.example:8181, pdp",
        "X_PDP, https:pdp, pdp",
        "X_PDP, 'a b', pdp",
        "X_MANAGER, http://127.0.0.1:1, manager",
        "X_PORTS, '443,x', ports",
        "X_ROUND, 49ms, round",
        "X_ROUND, 2m, round",
        "X_MANAGER_CACHE, 31s, manager-cache"
    })
    void saysWhichSettingIsWrong(String variable, String value, String key) {
        assertThatThrownBy(() -> read(variable, value))
                .isInstanceOfSatisfying(SettingsFault.class, fault -> assertThat(fault.fault())
                        .isInstanceOfSatisfying(SettingsFault.Fault.Unfit.class, unfit -> assertThat(unfit.key())
                                .isEqualTo(key)));
    }

    /// Without a limit somebody who is silent would stay for ever.
    @ParameterizedTest
    @ValueSource(strings = {"idle", "connect", "log-wait"})
    void aTimeOfZeroIsNoLimit(String key) {
        String variable = "X_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
        Map<String, String> values = Map.of("X_SELF", "https://inway.voorbeeld.nl:8443", variable, "0s");
        for (Function<Settings, Object> reader :
                List.<Function<Settings, Object>>of(InwayConfig::read, OutwayConfig::read)) {
            assertThatThrownBy(() -> reader.apply(Settings.none("x", values)))
                    .isInstanceOfSatisfying(SettingsFault.class, fault -> assertThat(fault.fault())
                            .isInstanceOfSatisfying(SettingsFault.Fault.Unfit.class, unfit -> assertThat(unfit.key())
                                    .isEqualTo(key)));
        }
    }

    /// The Manager, the Inway and the Outway of one Peer read the rules of the Group from the same settings.
    @Test
    void takesTheRulesOfTheGroup() {
        assertThat(read("X_GROUP_RULES_CLOCK_SKEW", "5s").group().skew()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesRootsForAllServices() {
        Map<String, String> values = Map.of("X_SELF", "https://inway.voorbeeld.nl:8443", "X_ANCHORS", "alle.pem");
        InwayConfig config = InwayConfig.read(Settings.none("x", values));
        assertThat(config.anchors()).contains(Path.of("alle.pem"));
    }

    @Test
    void saysThatItsOwnAddressNeedsAPort() {
        Map<String, String> values = Map.of("X_SELF", "https://inway.voorbeeld.nl");
        assertThatThrownBy(() -> InwayConfig.read(Settings.none("x", values)))
                .isInstanceOfSatisfying(SettingsFault.class, fault -> assertThat(fault.fault())
                        .isEqualTo(new SettingsFault.Fault.Unfit(
                                "self",
                                "een https-adres met poort, zoals https://inway.voorbeeld.nl:8443",
                                Optional.of("https://inway.voorbeeld.nl"))));
    }
}
