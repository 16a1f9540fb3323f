// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TokenTerms;

/// Settings of a Manager. [#example] explains each key.
///
/// @param host address to listen on
/// @param port 0 for any free one
/// @param address where others reach us; follows from host and port when empty
/// @param directory whether publications are signed by policy
/// @param directories where we announce ourselves, and look up addresses
/// @param services Inway by name of the Service, for Inways that do not register themselves
/// @param tokenLife how long a token lasts, one hour at most
/// @param localAllowed whether other Managers may be on this machine
/// @param database where everything is kept
/// @param inside what only our own organisation sees
public record ManagerConfig(
        Group group,
        String host,
        int port,
        Optional<ManagerAddress> address,
        boolean directory,
        List<OtherManagers.Called> directories,
        Map<String, URI> services,
        Duration tokenLife,
        boolean localAllowed,
        DatabaseChoice database,
        Inside inside) {

    /// What only our own organisation sees.
    ///
    /// @param registration port for Inways and Outways, on internal mutual TLS; 0 for any free one
    /// @param management port for operators, on internal mutual TLS; 0 for any free one
    /// @param monitoring port for health and figures on 127.0.0.1; 0 for any free one
    /// @param limits how much others may take
    /// @param auditKept how long the audit trail goes back
    /// @param signers who signs contracts of others when no operator does
    /// @param logKept how long the transaction log goes back, as the Group has agreed; for ever when empty
    /// @param tokenPdp has a say about each token, and in what stands in it; when empty, only the contract decides
    /// @param gateways which parts may register as Inway or Outway
    public record Inside(
            Optional<Integer> registration,
            Optional<Integer> management,
            Optional<Integer> monitoring,
            Operators operators,
            Limits limits,
            Duration auditKept,
            Signers signers,
            Optional<Duration> logKept,
            Optional<Pdp> tokenPdp,
            Gateways gateways) {

        /// Without rules for signing and tokens, with a transaction log that goes back for ever, and with each
        /// part as a gateway.
        public Inside(
                Optional<Integer> registration,
                Optional<Integer> management,
                Optional<Integer> monitoring,
                Operators operators,
                Limits limits,
                Duration auditKept) {
            this(
                    registration,
                    management,
                    monitoring,
                    operators,
                    limits,
                    auditKept,
                    Signers.nobody(),
                    Optional.empty(),
                    Optional.empty(),
                    Gateways.ALL);
        }

        /// Decision points that are asked something.
        Stream<Pdp> pdps() {
            return Stream.concat(
                    signers instanceof Signers.ByPdp(Pdp pdp) ? Stream.of(pdp) : Stream.empty(), tokenPdp.stream());
        }

        /// None of it.
        public static final Inside CLOSED = new Inside(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Operators.NONE,
                Limits.DEFAULT,
                Duration.ofDays(365));
    }

    /// How much others may take, and how strict we are with them.
    ///
    /// @param atOnce requests that one Peer may have running
    /// @param openProposals contracts with one Peer on them that may wait for our answer
    /// @param strictPublication whether a token for a delegated Service needs a valid publication of it; else a
    ///     missing one is logged
    public record Limits(int atOnce, int openProposals, boolean strictPublication) {
        /// What holds unless the settings say otherwise.
        public static final Limits DEFAULT = new Limits(32, 200, false);
    }

    /// With nothing for our own organisation: no registration, no management, no monitoring.
    public ManagerConfig(
            Group group,
            String host,
            int port,
            Optional<ManagerAddress> address,
            boolean directory,
            List<OtherManagers.Called> directories,
            Map<String, URI> services,
            Duration tokenLife,
            boolean localAllowed,
            DatabaseChoice database) {
        this(
                group,
                host,
                port,
                address,
                directory,
                directories,
                services,
                tokenLife,
                localAllowed,
                database,
                Inside.CLOSED);
    }

    /// Names of all addresses of this machine: nobody can be told to come there.
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

    public ManagerConfig {
        directories = List.copyOf(directories);
        services = Map.copyOf(services);
        if (address.isEmpty() && EVERYWHERE.contains(host)) {
            throw new IllegalArgumentException("address: expected where others reach us, as host is " + host);
        }
        if (port != 0 && !group.ports().contains(port)) {
            throw new IllegalArgumentException("port: expected one that the group allows, got " + port);
        }
    }

    /// Reads the settings. Keys that the program itself wants from the same file must be read before.
    ///
    /// @throws nl.ddas.basis.SettingsFault naming the key that is missing, unknown or wrong
    public static ManagerConfig read(Settings settings) {
        Group group = Group.read(settings);
        ManagerConfig config = new ManagerConfig(
                group,
                host(settings),
                portOf(settings, group),
                address(settings, "address", group),
                settings.flag("directory", false),
                directories(settings, group),
                services(settings, group),
                life(settings),
                settings.flag("local-peers", false),
                database(settings),
                inside(settings));
        settings.rejectUnknown();
        return config;
    }

    /// Where we listen; who listens everywhere must also tell where others come.
    private static String host(Settings settings) {
        String host = settings.optional("host").orElse("0.0.0.0");
        if (EVERYWHERE.contains(host) && settings.optional("address").isEmpty()) {
            throw settings.unfit(
                    "address",
                    "waar anderen u bereiken, zoals https://manager.voorbeeld.nl:8443; host zegt alleen waar de Manager"
                            + " luistert");
        }
        return host;
    }

    private static int portOf(Settings settings, Group group) {
        int port = settings.integer("port", 8443);
        if (port != 0 && !group.ports().contains(port)) {
            throw settings.unfit("port", "een poort die de Group toestaat (gewoonlijk 443 of 8443)");
        }
        return port;
    }

    private static Optional<ManagerAddress> address(Settings settings, String key, Group group) {
        return settings.value(
                key,
                "https met een naam en een poort die de Group toestaat, en niets erachter",
                text -> ManagerAddress.read(text, group.ports()));
    }

    private static List<OtherManagers.Called> directories(Settings settings, Group group) {
        List<OtherManagers.Called> directories = new ArrayList<>();
        for (Settings directory : settings.list("directories")) {
            directory.required("peer-id");
            directory.required("address");
            PeerId peer = directory
                    .value(
                            "peer-id",
                            "een Peer ID: bij een OIN 20 cijfers, tussen aanhalingstekens",
                            text -> PeerIds.read(text).filter(group.peerIds()::accepts))
                    .orElseThrow();
            directories.add(new OtherManagers.Called(
                    peer, address(directory, "address", group).orElseThrow()));
        }
        return directories;
    }

    private static Map<String, URI> services(Settings settings, Group group) {
        Map<String, URI> services = new HashMap<>();
        for (Settings service : settings.list("services")) {
            String name = service.required("name");
            service.required("inway");
            services.put(
                    name,
                    service.value(
                                    "inway",
                                    "https met een naam en een poort die de Group toestaat, en niets erachter",
                                    text -> ManagerAddress.read(text, group.ports())
                                            .map(ManagerAddress::uri))
                            .orElseThrow());
        }
        return services;
    }

    private static Duration life(Settings settings) {
        Duration life = settings.duration("token-life", Duration.ofMinutes(5));
        if (!life.isPositive() || life.compareTo(TokenTerms.MAX_LIFE) > 0) {
            throw settings.unfit("token-life", "een duur tot 1h, zoals 5m");
        }
        return life;
    }

    private static Inside inside(Settings settings) {
        Limits limits = new Limits(
                atLeastOne(settings, "peer-at-once", Limits.DEFAULT.atOnce()),
                atLeastOne(settings, "peer-open-proposals", Limits.DEFAULT.openProposals()),
                settings.flag("strict-publication", false));
        return new Inside(
                port(settings, "internal-port"),
                port(settings, "management-port"),
                port(settings, "monitoring-port"),
                Operators.read(settings.list("operators")),
                limits,
                settings.has("audit-kept") ? positive(settings, "audit-kept") : Inside.CLOSED.auditKept(),
                Signers.read(settings),
                settings.optional("log-kept").map(given -> positive(settings, "log-kept")),
                Pdp.read(settings, "token-pdp", "token-pdp-wait"),
                Gateways.read(settings));
    }

    /// With none, nobody would be let in.
    private static int atLeastOne(Settings settings, String key, int usual) {
        int number = settings.integer(key, usual);
        if (number < 1) {
            throw settings.unfit(key, "een geheel getal vanaf 1");
        }
        return number;
    }

    private static Duration positive(Settings settings, String key) {
        Duration duration = settings.duration(key, Duration.ZERO);
        if (!duration.isPositive()) {
            throw settings.unfit(key, "een duur boven nul, zoals 365d");
        }
        return duration;
    }

    private static Optional<Integer> port(Settings settings, String key) {
        return settings.optional(key).map(given -> settings.integer(key, 0));
    }

    private static DatabaseChoice database(Settings settings) {
        return DatabaseChoice.readEnglish(settings).orElse(new DatabaseChoice.Embedded(Path.of("./var/database")));
    }

    /// A commented settings file to start from, in Dutch.
    public static String example() {
        return Bundled.text(ManagerConfig.class, "manager.yaml");
    }
}
