// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Operators;
import nl.ddas.fsc.manager.RegisteredOutway;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Group;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.LeveranciersOnbekend;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which of several contracts the collector uses, and what it knows without its Manager. The Manager offers and
/// uses the Service itself, so that a proposal is valid at once.
class FscLeveranciersTest {

    private static final Oin OIN = new Oin("00000099000000002000");
    private static final String DIENST = FscLeveranciers.VOORVOEGSEL + "voorbeeld";
    private static final URI OUTWAY = URI.create("http://127.0.0.1:8082");
    private static final String NU = "a".repeat(64);
    private static final String STRAKS = "b".repeat(64);

    @TempDir
    private Path map;

    private final TestClock klok = new TestClock(Clock.systemUTC().instant());

    private AuthorityFolder intern;
    private Network network;
    private Database database;
    private ManagerServer manager;
    private Beheerverbinding beheer;
    private FscLeveranciers leveranciers;

    @BeforeEach
    void start() throws IOException {
        network = Network.open();
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        AuthorityFolder group = AuthorityFolder.open(map.resolve("group"), Environment.DEMO, snel, Clock.systemUTC());
        intern = AuthorityFolder.open(map.resolve("intern"), Environment.DEMO, snel, Clock.systemUTC());
        Party wij = group.party("Ons", OIN, List.of("localhost"));
        Holder onderdelen = new Holder("onderdelen", OIN, List.of("localhost", "127.0.0.1"));
        Holder bediener = new Holder("bediener", OIN, List.of("bediener"));
        database = Database.embedded(map.resolve("database"), new SecureRandom());
        manager = ManagerServer.start(
                instelling(CertificateThumbprint.of(intern.tls(bediener).chain().getFirst())),
                new ManagerServer.Parts(
                        network,
                        () -> group.tls(wij),
                        wij::signing,
                        wij::signing,
                        group::trust,
                        Optional.of(() -> intern.tls(onderdelen)),
                        Store.postgres(database),
                        new Metrics(),
                        klok,
                        new SecureRandom()));
        beheer = Beheerverbinding.van(adres(), network, intern.tls(bediener));
        leveranciers = new FscLeveranciers(beheer, OUTWAY);
        meld(NU);
    }

    private URI adres() {
        return URI.create("https://127.0.0.1:" + manager.managementPort().orElseThrow());
    }

    private static ManagerConfig instelling(CertificateThumbprint bediener) {
        Set<Integer> poorten = IntStream.rangeClosed(1024, 65_535).boxed().collect(Collectors.toSet());
        return new ManagerConfig(
                Group.of("oefengroep").withPorts(poorten),
                "127.0.0.1",
                0,
                Optional.empty(),
                true,
                List.of(),
                Map.of(),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(Path.of(".")),
                new ManagerConfig.Inside(
                        Optional.empty(),
                        Optional.of(0),
                        Optional.empty(),
                        new Operators(List.of(new Operators.Operator(
                                "Test", new Operators.Mark.Thumbprint(bediener), Operators.Role.WRITE))),
                        ManagerConfig.Limits.DEFAULT,
                        Duration.ofDays(1)));
    }

    @AfterEach
    void stop() {
        beheer.close();
        manager.close();
        database.close();
        network.close();
    }

    private void meld(String sleutel) {
        meld("uit", sleutel);
    }

    private void meld(String naam, String sleutel) {
        manager.registrations()
                .register(new RegisteredOutway(
                        naam, sleutel, new CertificateThumbprint("A".repeat(43)), Set.of(), klok.instant()));
    }

    /// @return the hash of its Grant
    private String contract(JsonObject meer, Instant vanaf) throws IOException {
        // Which is the newest goes by the second.
        klok.advance(Duration.ofSeconds(1));
        JsonObject grant = JsonObject.EMPTY
                .with("type", "connection")
                .with("serviceName", DIENST)
                .with("servicePeerId", OIN.value());
        for (var lid : meer.members().entrySet()) {
            grant = grant.with(lid.getKey(), lid.getValue());
        }
        JsonObject voorstel = JsonObject.EMPTY
                .with("notBefore", vanaf.toString())
                .with("notAfter", klok.instant().plus(Duration.ofDays(30)).toString())
                .with("grants", new JsonArray(List.of(grant)));
        JsonObject gesloten = beheer.stuur("POST", "/contracts", voorstel);
        return Beheergesprek.lijst(gesloten, "grants")
                .getFirst()
                .text("grantHash")
                .orElseThrow();
    }

    private static JsonObject sleutel(String hex) {
        return JsonObject.EMPTY.with("publicKeyThumbprint", hex);
    }

    private List<String> gekozen() {
        return leveranciers.lijst().stream()
                .map(Leverancier::verbinding)
                .flatMap(verbinding -> verbinding.headers().first("Fsc-Grant-Hash").stream())
                .toList();
    }

    @Test
    void aContractForAnotherKeyOrThatBeginsLaterStandsInNoOnesWay() throws IOException {
        Instant nu = klok.instant().minusSeconds(60);
        String goed = contract(sleutel(NU), nu);
        for (int i = 0; i < 4; i++) {
            String _ = contract(sleutel(STRAKS), nu);
            String _ = contract(sleutel(NU), nu.plus(Duration.ofDays(1)));
        }
        assertThat(gekozen()).containsExactly(goed);

        meld(STRAKS);
        assertThat(gekozen()).hasSize(1).doesNotContain(goed);
    }

    @Test
    void aContractForAnOutwayThatIsSilentStandsInNoOnesWay() throws IOException {
        Instant nu = klok.instant().minusSeconds(60);
        String goed = contract(sleutel(NU), nu);
        String stil = contract(sleutel(STRAKS), nu);
        meld("weg", STRAKS);
        assertThat(gekozen()).containsExactly(stil);

        klok.advance(Duration.ofMinutes(3));
        meld(NU);
        assertThat(gekozen()).containsExactly(goed);

        // Nobody is heard of, so the Manager may be the one who is wrong.
        klok.advance(Duration.ofMinutes(3));
        assertThat(gekozen()).containsExactly(stil);
    }

    /// It may be back when the collection comes to it, and its supplier may send decisions meanwhile.
    @Test
    void aContractForAnOutwayThatIsSilentCountsWhereThereIsNoOther() throws IOException {
        String stil = contract(sleutel(NU), klok.instant().minusSeconds(60));
        klok.advance(Duration.ofMinutes(3));
        meld("ander", STRAKS);

        assertThat(gekozen()).containsExactly(stil);
    }

    @Test
    void isUnknownWhileTheManagerNeverAnswered() throws IOException {
        manager.close();

        assertThatThrownBy(leveranciers::lijst)
                .isInstanceOf(LeveranciersOnbekend.class)
                .hasCauseInstanceOf(BeheerMislukt.class);
        assertThat(leveranciers.opmerking())
                .hasValueSatisfying(tekst -> assertThat(tekst).contains("er kan niets worden opgehaald"));
    }

    @Test
    void isUnknownToWhoIsNoOperator() {
        Holder vreemd = new Holder("vreemd", OIN, List.of("vreemd"));
        try (Beheerverbinding ander = Beheerverbinding.van(adres(), network, intern.tls(vreemd))) {
            assertThatThrownBy(new FscLeveranciers(ander, OUTWAY)::lijst)
                    .isInstanceOf(LeveranciersOnbekend.class)
                    .hasCauseInstanceOf(VerkeerdGebruik.class);
        }
    }

    @Test
    void staysAsItWasWhenTheManagerGoesAwayAndHealthTells() throws IOException {
        String goed = contract(sleutel(NU), klok.instant().minusSeconds(60));
        assertThat(gekozen()).containsExactly(goed);
        assertThat(leveranciers.opmerking()).isEmpty();

        manager.close();

        assertThat(gekozen()).containsExactly(goed);
        assertThat(leveranciers.opmerking()).hasValueSatisfying(tekst -> assertThat(tekst)
                .contains("de Manager zegt niet met wie er contracten zijn"));
    }
}
