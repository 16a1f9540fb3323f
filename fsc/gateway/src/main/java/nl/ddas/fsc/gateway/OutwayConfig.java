// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Loopback;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;

/// Settings of an Outway.
///
/// @param host address to listen on; another than loopback only with clients that show who they are, or with
///     `plainOutside`
/// @param port 0 for any free port
/// @param clients how our own clients come
/// @param plainOutside whether clients on other machines may come without showing who they are
/// @param names what is meant by the host name in the address that a client calls, lower case; header
///     `Fsc-Grant-Hash` goes before it
/// @param suggestGrants whether a client that names no usable Grant hears which it could use
/// @param checkHost whether an Inway must show its host name, beside its Peer
/// @param adoptTransactionId whether a transaction id of the client is used; else it is replaced
/// @param connect how long connecting to an Inway or a Manager may take
/// @param idle how long an Inway lets its service be silent; the Outway waits more than twice as
///     long for that Inway, and a client may be silent more than twice as long again, so that each hears
///     that the service hangs
/// @param logWait how long a log record may take before the request is refused
public record OutwayConfig(
        String host,
        int port,
        Clients clients,
        boolean plainOutside,
        Map<String, Grants.Wanted> names,
        boolean suggestGrants,
        boolean checkHost,
        boolean adoptTransactionId,
        Duration connect,
        Duration idle,
        Duration logWait) {

    /// How our own clients come. The certificates are those of our own organisation, as towards our Manager.
    public enum Clients {
        /// Without TLS.
        PLAIN,
        /// With TLS; they need no certificate.
        TLS,
        /// With TLS and a certificate of our own organisation.
        MUTUAL;

        /// The way that the settings call so.
        static Optional<Clients> find(String text) {
            return Arrays.stream(values())
                    .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }
    }

    /// For clients without TLS, to whom no Grants are named.
    public OutwayConfig(
            String host,
            int port,
            boolean plainOutside,
            Map<String, Grants.Wanted> names,
            boolean checkHost,
            boolean adoptTransactionId,
            Duration connect,
            Duration idle,
            Duration logWait) {
        this(
                host,
                port,
                Clients.PLAIN,
                plainOutside,
                names,
                false,
                checkHost,
                adoptTransactionId,
                connect,
                idle,
                logWait);
    }

    /// @throws IllegalArgumentException when anybody could come over the network without it being asked
    public OutwayConfig {
        names = Map.copyOf(names);
        if (!Loopback.is(host) && !plainOutside && clients != Clients.MUTUAL) {
            throw new IllegalArgumentException(
                    "host: expected a loopback address, clients: mutual, or plain-outside: true, got " + host);
        }
    }

    /// Reads the settings; the caller rejects unknown keys.
    ///
    /// @throws nl.ddas.basis.SettingsFault when a key is missing or wrong
    /// @throws IllegalArgumentException when the host is not on this machine, and neither `clients: mutual` nor
    ///     `plain-outside` is set
    public static OutwayConfig read(Settings settings) {
        Map<String, Grants.Wanted> names = new HashMap<>();
        for (Settings name : settings.list("names")) {
            names.put(name.required("host").toLowerCase(Locale.ROOT), wanted(name));
        }
        return new OutwayConfig(
                settings.optional("host").orElse("127.0.0.1"),
                settings.integer("port", 8082),
                settings.value("clients", "plain, tls of mutual", Clients::find).orElse(Clients.PLAIN),
                settings.flag("plain-outside", false),
                names,
                settings.flag("suggest-grants", false),
                settings.value("hostname-verification", "strict of peer-id", OutwayConfig::checkHost)
                        .orElse(true),
                settings.flag("adopt-transaction-id", true),
                Readings.positive(settings, "connect", Duration.ofSeconds(10)),
                Readings.positive(settings, "idle", Duration.ofMinutes(2)),
                Readings.positive(settings, "log-wait", Duration.ofSeconds(5)));
    }

    private static Grants.Wanted wanted(Settings name) {
        Optional<String> service = name.optional("service");
        Optional<PeerId> provider =
                name.value("peer-id", "een Peer ID: bij een OIN 20 cijfers", text -> Optional.of(new PeerId(text)));
        Optional<GrantHash> grant = name.value(
                "grant",
                "de hash van een grant: die begint met $1$3$ of $1$4$",
                text -> Optional.of(new GrantHash(text)));
        if (grant.isPresent() == service.isPresent()) {
            throw name.unfit(grant.isPresent() ? "grant" : "service", "een van de twee: grant of service");
        }
        return grant.<Grants.Wanted>map(Grants.Wanted.ByHash::new)
                .orElseGet(() -> new Grants.Wanted.ByService(service.orElseThrow(), provider));
    }

    private static Optional<Boolean> checkHost(String text) {
        return switch (text) {
            case "strict" -> Optional.of(true);
            case "peer-id" -> Optional.of(false);
            case String _ -> Optional.empty();
        };
    }

    /// A commented example of the settings file.
    public static String example() {
        return Bundled.text(OutwayConfig.class, "outway.yaml");
    }

    /// How long is waited for an Inway: one that is as patient as we are can still tell that its Service hangs.
    Duration waiting() {
        return Standstill.toldWithin(idle);
    }
}
