// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;

/// Settings of an Outway.
///
/// @param host address to listen on; another than loopback only with `plainOutside`
/// @param port 0 for any free port
/// @param plainOutside whether clients on other machines may come without TLS
/// @param names what is meant by the host name in the address that a client calls, lower case; header
///     `Fsc-Grant-Hash` goes before it
/// @param checkHost whether an Inway must show its host name, beside its Peer
/// @param adoptTransactionId whether a transaction id of the client is used; else it is replaced
/// @param logWait how long a log record may take before the request is refused
public record OutwayConfig(
        String host,
        int port,
        boolean plainOutside,
        Map<String, Grants.Wanted> names,
        boolean checkHost,
        boolean adoptTransactionId,
        Duration connect,
        Duration idle,
        Duration logWait) {

    /// @throws IllegalArgumentException when clients would come over the network in the clear without it being asked
    public OutwayConfig {
        names = Map.copyOf(names);
        boolean loopback = host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
        if (!loopback && !plainOutside) {
            throw new IllegalArgumentException(
                    "host: expected a loopback address, or plain-outside: true, got " + host);
        }
    }

    /// Reads the settings; the caller rejects unknown keys.
    ///
    /// @throws nl.ddas.basis.SettingsFault when a key is missing or wrong
    /// @throws IllegalArgumentException when values do not go together
    public static OutwayConfig read(Settings settings) {
        Map<String, Grants.Wanted> names = new HashMap<>();
        for (Settings name : settings.list("names")) {
            names.put(name.required("host").toLowerCase(Locale.ROOT), wanted(name));
        }
        return new OutwayConfig(
                settings.optional("host").orElse("127.0.0.1"),
                settings.integer("port", 8082),
                settings.flag("plain-outside", false),
                names,
                switch (settings.optional("hostname-verification").orElse("strict")) {
                    case "strict" -> true;
                    case "peer-id" -> false;
                    case String other ->
                        throw new IllegalArgumentException(
                                "hostname-verification: expected strict or peer-id, got " + other);
                },
                settings.flag("adopt-transaction-id", true),
                settings.duration("connect", Duration.ofSeconds(10)),
                settings.duration("idle", Duration.ofMinutes(2)),
                settings.duration("log-wait", Duration.ofSeconds(5)));
    }

    private static Grants.Wanted wanted(Settings name) {
        Optional<String> grant = name.optional("grant");
        Optional<String> service = name.optional("service");
        Optional<PeerId> provider =
                name.optional("peer-id").map(text -> Readings.of("peer-id", text, "the id of a Peer", PeerId::new));
        if (grant.isPresent() == service.isPresent()) {
            throw new IllegalArgumentException("names: expected either grant or service");
        }
        return grant.<Grants.Wanted>map(hash -> new Grants.Wanted.ByHash(
                        Readings.of("grant", hash, "the hash of a grant, $1$3$ or $1$4$ and so on", GrantHash::new)))
                .orElseGet(() -> new Grants.Wanted.ByService(service.orElseThrow(), provider));
    }

    /// A commented example of the settings file.
    public static String example() {
        return Bundled.text(OutwayConfig.class, "outway.yaml");
    }
}
