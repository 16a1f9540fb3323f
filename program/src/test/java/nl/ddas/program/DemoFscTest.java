// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.Leveranciers;
import nl.ddas.levering.verzamelaar.Toestand;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarOnderdelen;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.levering.verzamelaar.Voortgang;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// CBS and two suppliers who know each other by FSC only; the one delivers on behalf of the other.
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoFscTest {

    private static final String GEVER = "eigen-gemeente";
    private static final String GEMACHTIGDE = "kredietbank";
    private static final Clock KLOK = Clock.systemUTC();

    @TempDir
    private static Path map;

    private static final Deque<Einde.Sluiting> OPEN = new ArrayDeque<>();
    private static final Fixture OP = new Fixture();

    /// What the tests share.
    private static final class Fixture {
        private Optional<DemoFsc.Stand> stand = Optional.empty();
        private Optional<DemoLeveranciers> plan = Optional.empty();
        private Optional<DemoLeverancier.Omstandigheden> om = Optional.empty();
        private Optional<Database> database = Optional.empty();

        DemoFsc.Stand stand() {
            return stand.orElseThrow();
        }
    }

    @BeforeAll
    static void everybodyIsThere() throws IOException {
        SecureRandom toeval = new SecureRandom();
        BerichtLezer lezer = BerichtLezer.metEigenSchemas();
        DemoLeveranciers plan =
                DemoLeveranciers.van(new DemoOpdracht.Wens(map.resolve("demo"), 1, 600, List.of()), lezer, KLOK);
        plan.maakGegevens();
        AuthorityFolder vertrouwen =
                AuthorityFolder.open(map.resolve("vertrouwen"), Environment.DEMO, new KeyMaker(2048, toeval), KLOK);
        List<Party> partijen = vertrouwen.parties(
                List.of(houder("CBS", 1), houder("stelselbeheer", 2), houder(GEVER, 3), houder(GEMACHTIGDE, 4)));
        Database database = Database.embedded(map.resolve("database"), toeval);
        OPEN.push(database::close);
        Network network = Network.open();
        OPEN.push(network::close);
        DemoLeverancier.Omstandigheden om =
                new DemoLeverancier.Omstandigheden(network, vertrouwen, partijen.getFirst(), lezer, KLOK);
        List<DemoLeverancier> leveranciers =
                List.of(leverancier(partijen.get(2), plan, om), leverancier(partijen.get(3), plan, om));
        DemoFsc.Wie wie = new DemoFsc.Wie(partijen.get(1), partijen.getFirst(), leveranciers, GEMACHTIGDE, GEVER);
        DemoFsc.Stand stand = DemoFsc.start(wie, network, vertrouwen, database, map.resolve("fsc"), KLOK);
        OPEN.push(stand::close);
        OP.stand = Optional.of(stand);
        OP.plan = Optional.of(plan);
        OP.om = Optional.of(om);
        OP.database = Optional.of(database);
    }

    private static Holder houder(String naam, int nummer) {
        return new Holder(naam, new Oin("00000099%09d000".formatted(nummer)), List.of("localhost", "127.0.0.1"));
    }

    private static DemoLeverancier leverancier(Party partij, DemoLeveranciers plan, DemoLeverancier.Omstandigheden om)
            throws IOException {
        DemoLeverancier leverancier = DemoLeverancier.start(
                partij, plan.map(partij.name()), map.resolve("opslag").resolve(partij.name()), KLOK, om);
        OPEN.push(leverancier::close);
        assertThat(leverancier.ververs()).isEmpty();
        return leverancier;
    }

    @AfterAll
    static void close() {
        Afsluiten.alles(OPEN);
    }

    /// Collects from one supplier.
    private static PerLeverancier verzamel(String naam, Voortgang voortgang) throws Exception {
        FscLeveranciers bron = OP.stand().bron();
        Leveranciers alleen = new Leveranciers() {
            @Override
            public List<Leverancier> lijst() {
                return bron.lijst().stream()
                        .filter(een -> een.naam().equals(naam))
                        .toList();
            }

            @Override
            public Optional<String> weigeringOnderweg(Headers antwoord) {
                return bron.weigeringOnderweg(antwoord);
            }
        };
        DemoLeverancier.Omstandigheden om = OP.om.orElseThrow();
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                DemoInstellingen.verzamelaar(om.afnemer().oin(), map),
                VerzamelaarOnderdelen.van(
                        om.network(),
                        () -> om.vertrouwen().tls(om.afnemer()),
                        new PayloadSigner(om.afnemer().signing(), om.klok()),
                        om.vertrouwen()::trust,
                        alleen,
                        om.lezer(),
                        OP.database.orElseThrow(),
                        om.klok(),
                        new SecureRandom()))) {
            return verzamelaar
                    .verzamel(OP.plan.orElseThrow().periode(), voortgang)
                    .van(naam)
                    .orElseThrow();
        }
    }

    @Test
    void theCollectorKnowsTheSuppliersWithAContract() {
        List<Leverancier> lijst = OP.stand().bron().lijst();

        assertThat(lijst).extracting(Leverancier::naam).containsExactlyInAnyOrder(GEVER, GEMACHTIGDE);
        assertThat(lijst).allSatisfy(een -> {
            assertThat(een.verbinding().url().toString()).startsWith("http://127.0.0.1:");
            assertThat(een.verbinding().headers().first("Fsc-Grant-Hash").orElseThrow())
                    .startsWith("$1$3$");
        });
    }

    @Test
    @Requirement({"S15", "S18", "S43"})
    void aDeliveryComesThroughAndBothLogsTellOfTheSameRequests() throws Exception {
        assertThat(verzamel(GEVER, Voortgang.STIL).status()).isEqualTo("ingelezen");

        DemoDeelnemer leverancier = OP.stand().fsc().leverancier(GEVER);
        String dienst = FscLeveranciers.VOORVOEGSEL + GEVER;
        new DemoContracten(KLOK).wacht("regels in beide logboeken", () -> {
            Set<String> uit = transacties(OP.stand().cbs(), dienst);
            return uit.size() == 2 && uit.equals(transacties(leverancier, dienst));
        });
    }

    private static Set<String> transacties(DemoDeelnemer wie, String dienst) throws IOException {
        JsonObject log = wie.beheer().haal("/logs" + Beheergesprek.vraag("serviceName", dienst));
        return Beheergesprek.lijst(log, "records").stream()
                .map(regel -> regel.text("transaction_id").orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The gateways of the demo ask their Manager for each request, so that nobody has to wait for what they
    /// may know already. That with the usual setting it stops after five seconds at most is shown in
    /// `ServersTest` of the gateway.
    @Test
    void theKredietbankOffersItsServiceInTheNameOfTheGemeente() throws IOException {
        Beheerverbinding cbs = OP.stand().cbs().beheer();
        Optional<String> gever = gever();
        String vraag = Beheergesprek.vraag("serviceName", FscLeveranciers.VOORVOEGSEL + GEMACHTIGDE);

        assertThat(Beheergesprek.lijst(cbs.haal("/directory/services" + vraag), "services"))
                .extracting(dienst -> dienst.text("delegatorPeerId"))
                .containsExactly(gever);
        String contract = Beheergesprek.lijst(cbs.haal("/contracts" + vraag), "contracts")
                .getFirst()
                .text("contentHash")
                .orElseThrow();
        assertThat(Beheergesprek.lijst(cbs.haal("/contracts/" + Beheerverbinding.deel(contract)), "contractGrants"))
                .extracting(grant -> grant.object("data")
                        .flatMap(data -> data.object("service"))
                        .flatMap(dienst -> dienst.object("delegator"))
                        .flatMap(delegator -> delegator.text("peer_id")))
                .containsExactly(gever);
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void aContractRevokedDuringARunStopsTheNextRequest() throws Exception {
        PerLeverancier uitkomst = verzamel(GEMACHTIGDE, new Voortgang() {
            @Override
            public void toestand(String leverancier, Toestand toestand) {
                if (toestand == Toestand.OPGEHAALD) {
                    trekIn();
                }
            }
        });

        assertThat(uitkomst.reden()).contains("verslag-fsc-contract-niet-geldig");
        new DemoContracten(KLOK).wacht("in wiens naam", () -> namens().equals(Set.of(gever())));
        assertThat(OP.stand().bron().lijst()).extracting(Leverancier::naam).doesNotContain(GEMACHTIGDE);
    }

    private static Optional<String> gever() {
        return Optional.of(OP.stand().fsc().leverancier(GEVER).peer().value());
    }

    /// In whose name the requests to the kredietbank are answered, by the log of CBS.
    private static Set<Optional<String>> namens() throws IOException {
        JsonObject log = OP.stand()
                .cbs()
                .beheer()
                .haal("/logs" + Beheergesprek.vraag("serviceName", FscLeveranciers.VOORVOEGSEL + GEMACHTIGDE));
        return Beheergesprek.lijst(log, "records").stream()
                .map(regel -> regel.object("destination").flatMap(doel -> doel.text("delegator_peer_id")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void trekIn() {
        DemoDeelnemer leverancier = OP.stand().fsc().leverancier(GEMACHTIGDE);
        DemoDeelnemer cbs = OP.stand().cbs();
        try {
            JsonObject contracten = cbs.beheer()
                    .haal("/contracts"
                            + Beheergesprek.vraag("peerId", leverancier.peer().value()));
            JsonObject contract = Beheergesprek.lijst(contracten, "contracts").stream()
                    .filter(een -> Beheergesprek.lijst(een, "grants").stream()
                            .anyMatch(grant ->
                                    grant.text("serviceName").orElse("").endsWith(GEMACHTIGDE)))
                    .findFirst()
                    .orElseThrow();
            String pad = "/contracts/"
                    + Beheerverbinding.deel(contract.text("contentHash").orElseThrow());
            leverancier.beheer().stuur("POST", pad + "/signatures", JsonObject.EMPTY.with("type", "revoke"));
            new DemoContracten(KLOK).wacht("intrekkingen bij het CBS", () -> cbs.beheer()
                    .haal(pad)
                    .text("state")
                    .orElse("")
                    .equals("CONTRACT_STATE_REVOKED"));
        } catch (IOException mislukt) {
            throw new UncheckedIOException(mislukt);
        }
    }
}
