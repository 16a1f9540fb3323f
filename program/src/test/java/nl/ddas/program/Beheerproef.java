// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Store;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A Manager that is its own Directory, with an operator who may write and one who may read, for the tests of one
/// class, which names it in one line:
///
///     @RegisterExtension
///     static final Beheerproef op = new Beheerproef();
final class Beheerproef implements AfterAllCallback {

    static final String OIN = "00000099000000002000";
    static final Pattern CONTRACT = Pattern.compile("\\$1\\$1\\$[A-Za-z0-9_-]{86}");
    static final Pattern GRANT = Pattern.compile("\\$1\\$[2-5]\\$[A-Za-z0-9_-]{86}");

    private final Network network = Network.open();
    private final Path map;
    private final Database database;
    private final ManagerServer manager;
    private final Path config;

    /// @throws UncheckedIOException when it cannot start: a field of a class cannot throw another
    Beheerproef() {
        try {
            map = Files.createTempDirectory("beheer");
            database = Database.embedded(map.resolve("database"), new SecureRandom());
            manager = start();
            config = bediener("Jan Jansen");
        } catch (IOException vol) {
            throw new UncheckedIOException(vol);
        }
    }

    /// The settings with which the operator who may write asks.
    Path config() {
        return config;
    }

    /// For what the tests of the class share.
    Path map() {
        return map;
    }

    ManagerServer manager() {
        return manager;
    }

    Database database() {
        return database;
    }

    private ManagerServer start() throws IOException {
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        AuthorityFolder group = AuthorityFolder.open(map.resolve("group"), Environment.DEMO, snel, Clock.systemUTC());
        AuthorityFolder _ = AuthorityFolder.open(map.resolve("intern"), Environment.DEMO, snel, Clock.systemUTC());
        Party wij = group.party("Ons", new Oin(OIN), List.of("localhost"));
        Settings settings = Settings.read("ddas-fsc-manager", instellingen(), Map.of());
        var intern = InternTls.lees(
                        settings,
                        new Holder("manager", new Oin(OIN), List.of("localhost")),
                        Environment.DEMO,
                        Clock.systemUTC())
                .map(InternTls::tls);
        return ManagerServer.start(
                ManagerConfig.read(settings),
                new ManagerServer.Parts(
                        network,
                        () -> group.tls(wij),
                        wij::signing,
                        wij::signing,
                        group::trust,
                        intern,
                        Store.postgres(database),
                        new Metrics(),
                        Clock.systemUTC(),
                        new SecureRandom()));
    }

    private Path instellingen() throws IOException {
        return Files.writeString(map.resolve("manager.yaml"), """
                group: oefengroep
                host: localhost
                port: 0
                ports: [%s]
                directory: true
                local-peers: true
                management-port: 0
                operators:
                  - name: Jan Jansen
                    role: write
                  - name: Kim Kijker
                    role: read
                intern-map: %s
                """.formatted(poorten(), map.resolve("intern")));
    }

    /// Sockets in tests take any free port.
    private static String poorten() {
        return String.join(
                ", ",
                IntStream.rangeClosed(1024, 65_535).mapToObj(Integer::toString).toList());
    }

    /// The settings of another operator.
    Path bediener(String naam) throws IOException {
        return Files.writeString(map.resolve(naam.replace(' ', '-') + ".yaml"), """
                manager: https://localhost:%d
                bediener: %s
                oin: "%s"
                intern-map: %s
                """.formatted(
                        manager.managementPort().orElseThrow(), naam, OIN, map.resolve("intern")));
    }

    /// `ddas fsc` by the operator who may write.
    Loop ddas(String... args) {
        return ddas(config, args);
    }

    /// `ddas fsc` with these settings.
    Loop ddas(Path met, String... args) {
        String[] alles = new String[args.length + 3];
        alles[0] = "fsc";
        System.arraycopy(args, 0, alles, 1, args.length);
        alles[args.length + 1] = "--config";
        alles[args.length + 2] = met.toString();
        return Loop.van(Clock.systemUTC(), map, alles);
    }

    /// The first that looks like this.
    static String een(Pattern vorm, String tekst) {
        Matcher past = vorm.matcher(tekst);
        assertThat(past.find()).as(tekst).isTrue();
        return past.group();
    }

    static String volgendJaar() {
        return LocalDate.now(Clock.systemUTC()).plusYears(1).toString();
    }

    static JsonObject json(String tekst) {
        return JsonReading.of(tekst.strip().getBytes(StandardCharsets.UTF_8))
                        instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }

    @Override
    public void afterAll(ExtensionContext klasse) throws IOException {
        manager.close();
        database.close();
        network.close();
        try (Stream<Path> alles = Files.walk(map)) {
            for (Path bestand : alles.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(bestand);
            }
        }
    }
}
