// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.Loopback;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.Group;

/// Settings that Inway and Outway share.
///
/// @param name under which the part registers itself with its Manager
/// @param manager address of the internal API of our Manager
/// @param managerCache how long answers of the Manager about a contract are used: so long a revoked contract
///     may still
///     serve. While the Manager hangs or is away its last answer serves longer: at an Outway 5 minutes, at an Inway
///     until the token ends. Zero: each request asks, and an Outway uses no older answer
/// @param monitorPort of health and metrics, on this machine only; 0 for any
/// @param logFolder where the transaction log is written
/// @param pdp address of a policy decision point; empty for no finer rules
/// @param pdpWait how long a decision may take
/// @param round how often it registers itself, reads its keys when that is due, and carries its log into the
///     database
public record GatewayConfig(
        Group group,
        String name,
        URI manager,
        Duration managerCache,
        int monitorPort,
        Path logFolder,
        Optional<URI> pdp,
        Duration pdpWait,
        Duration round) {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /// So long a contract that was revoked may still be used.
    private static final Duration LONGEST_CACHE = Duration.ofSeconds(30);

    /// @throws IllegalArgumentException when an address is none, or the round is not between 50 ms and a minute: our
    ///     Manager offers nobody who is silent for two
    public GatewayConfig {
        if (!"https".equals(manager.getScheme()) || manager.getHost() == null) {
            throw new IllegalArgumentException("manager: expected an https address, got " + manager);
        }
        if (pdp.isPresent() && !isSafe(pdp.get())) {
            throw new IllegalArgumentException(
                    "pdp: expected an https address, or http on this machine, got " + pdp.get());
        }
        if (!isRound(round)) {
            throw new IllegalArgumentException("round: expected 50ms to 1m, got " + round.toMillis() + "ms");
        }
    }

    private static boolean isRound(Duration round) {
        return round.compareTo(SHORTEST) >= 0 && round.compareTo(LONGEST) <= 0;
    }

    /// What is asked tells about persons: it does not go over a network in the clear.
    private static boolean isSafe(URI pdp) {
        String host = pdp.getHost() == null ? "" : pdp.getHost();
        return ("https".equals(pdp.getScheme()) && !host.isEmpty())
                || ("http".equals(pdp.getScheme()) && Loopback.is(host));
    }

    /// Reads the settings; the caller rejects unknown keys.
    ///
    /// @param part name of the part when none is set, also that of its folder
    /// @throws nl.ddas.basis.SettingsFault when a key is missing or wrong
    public static GatewayConfig read(Settings settings, String part) {
        return new GatewayConfig(
                Group.read(settings),
                settings.optional("name").orElse(part),
                Readings.required(
                        settings, "manager", "een https-adres, zoals https://127.0.0.1:9443", Readings::https),
                cache(settings),
                settings.integer("monitoring-port", 0),
                Path.of(settings.optional("log-folder").orElse("./var/" + part + "/log")),
                settings.value("pdp", "een https-adres, of een http-adres op deze machine", text -> Optional.of(
                                URI.create(text))
                        .filter(GatewayConfig::isSafe)),
                settings.duration("pdp-wait", Duration.ofMillis(500)),
                round(settings));
    }

    private static Duration cache(Settings settings) {
        Duration cache = settings.duration("manager-cache", Duration.ofSeconds(5));
        if (cache.compareTo(LONGEST_CACHE) > 0) {
            throw settings.unfit("manager-cache", "een tijd tot en met 30s, of 0s");
        }
        return cache;
    }

    private static Duration round(Settings settings) {
        Duration round = settings.duration("round", Duration.ofSeconds(10));
        if (!isRound(round)) {
            throw settings.unfit("round", "een tijd van 50ms tot en met 1m");
        }
        return round;
    }
}
