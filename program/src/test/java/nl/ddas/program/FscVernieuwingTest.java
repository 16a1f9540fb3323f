// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Operations;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Validity;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.TlsFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Group of two Peers with certificates in PEM files, which somebody replaces while the Peers run.
class FscVernieuwingTest {

    private static final Oin WIJ = new Oin("00000099000000002000");
    private static final Oin ZIJ = new Oin("00000099000000003000");

    private final TestClock klok = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final Deque<Einde.Sluiting> open = new ArrayDeque<>();

    @TempDir
    private static Path gedeeld;

    private static Database server;

    @TempDir
    private Path map;

    private AuthorityFolder groep;
    private Network network;
    private Omgeving omgeving;

    @BeforeAll
    static void begin() {
        server = Database.embedded(gedeeld, new SecureRandom());
    }

    @AfterAll
    static void eind() {
        server.close();
    }

    @BeforeEach
    void maak() throws IOException {
        omgeving = new Omgeving(System.out, System.err, klok, Map.of(), map);
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        groep = AuthorityFolder.open(map.resolve("ca"), Environment.TEST, snel, klok);
        AuthorityFolder _ = AuthorityFolder.open(map.resolve("intern"), Environment.DEMO, snel, klok);
        network = Network.open();
        open.push(network::close);
        Files.createDirectories(map.resolve("lijsten"));
        zetLijsten();
    }

    @AfterEach
    void sluit() {
        Afsluiten.alles(open);
    }

    /// Puts a key with certificates of the Group in a file.
    private X509Certificate zetSleutel(String bestand, String naam, Oin oin) throws IOException {
        X509Certificate leaf =
                groep.tls(new Holder(naam, oin, List.of("localhost"))).chain().getFirst();
        Path bron = map.resolve("ca/partijen")
                .resolve(naam.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + oin)
                .resolve("tls.pem");
        vervang(bron, map.resolve(bestand));
        return leaf;
    }

    private void zetLijsten() throws IOException {
        vervang(map.resolve("ca/ca/intrekking.pem"), map.resolve("lijsten/groep.crl"));
    }

    private static void vervang(Path bron, Path doel) throws IOException {
        Path nieuw = doel.resolveSibling(doel.getFileName() + ".nieuw");
        Files.copy(bron, nieuw, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        Files.move(nieuw, doel, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String poorten() {
        return String.join(
                ", ",
                IntStream.rangeClosed(1024, 65_535).mapToObj(Integer::toString).toList());
    }

    private String bestanden(String sleutel) {
        return """
                group: oefengroep
                ports: [%s]
                groep-sleutel: %s
                groep-ankers: [%s]
                groep-intrekkingen: [%s]
                groep-omgeving: test
                """.formatted(poorten(), map.resolve(sleutel), map.resolve("ca/ca/ankers.pem"), map.resolve("lijsten"));
    }

    private ManagerServer manager(String naam, String regels) throws IOException {
        Path instellingen = Files.writeString(
                map.resolve(naam + ".yaml"),
                bestanden(naam + ".pem") + "host: localhost\nport: 0\nlocal-peers: true\n" + regels);
        ManagerInrichting inrichting = ManagerInrichting.lees(instellingen, omgeving);
        Database database = server.emptyDatabase(naam);
        open.push(database::close);
        ManagerServer manager = ManagerServer.start(
                inrichting.manager(), inrichting.onderdelen(network, Store.postgres(database), omgeving));
        open.push(manager::close);
        return manager;
    }

    private ManagerServer directory() throws IOException {
        X509Certificate _ = zetSleutel("zij.pem", "Zij", ZIJ);
        return manager("zij", "directory: true\n");
    }

    private ManagerServer deelnemer(ManagerServer directory, String regels) throws IOException {
        X509Certificate _ = zetSleutel("wij.pem", "Wij", WIJ);
        return manager("wij", """
                directories:
                  - peer-id: "%s"
                    address: %s
                """.formatted(ZIJ, directory.address()) + regels);
    }

    /// As in `systemtest`: what a server does by itself has no event to wait for.
    private static void wacht(String waarop, Voorwaarde voorwaarde) throws Exception {
        CountDownLatch nooit = new CountDownLatch(1);
        for (int beurt = 0; !voorwaarde.geldt(); beurt++) {
            assertThat(beurt).as("not within half a minute: " + waarop).isLessThan(1500);
            boolean _ = nooit.await(20, TimeUnit.MILLISECONDS);
        }
    }

    private interface Voorwaarde {
        boolean geldt() throws IOException;
    }

    private HttpClient client(String sleutel) {
        TlsFiles bestanden = new TlsFiles(
                map.resolve(sleutel),
                List.of(map.resolve("ca/ca/ankers.pem")),
                new TlsFiles.Lists.In(List.of(map.resolve("lijsten")), klok),
                Environment.TEST);
        HttpClient client = HttpClient.open(
                network,
                new HttpClient.Config(Optional.of(bestanden.get()), Duration.ofSeconds(10), Duration.ofSeconds(10)));
        open.push(client::close);
        return client;
    }

    private static int status(HttpClient client, String adres) throws IOException {
        try (HttpClient.Answer antwoord =
                client.send(new HttpClient.Call("GET", URI.create(adres), Headers.NONE, new byte[0]))) {
            return antwoord.status();
        }
    }

    private List<X509Certificate> jwks(ManagerServer manager) throws IOException {
        URI adres = URI.create(manager.address() + "/.well-known/jwks.json");
        try (HttpClient.Answer antwoord =
                client("zij.pem").send(new HttpClient.Call("GET", adres, Headers.NONE, new byte[0]))) {
            JsonReading.Read gelezen =
                    (JsonReading.Read) JsonReading.of(antwoord.body().readAllBytes());
            return Jwks.read((JsonObject) gelezen.value()).chains().stream()
                    .map(List::getFirst)
                    .toList();
        }
    }

    private ContentHash publiceer(ManagerServer manager) {
        Instant nu = klok.instant();
        Operations wij = manager.operations();
        Grant grant = new Grant.ServicePublication(
                new PeerId(ZIJ.value()),
                new ServiceOffer(new PeerId(WIJ.value()), "dienst", Protocol.HTTP_1_1),
                Optional.empty());
        Operations.Outcome gedaan =
                wij.propose(wij.draft(new Validity(nu, nu.plus(Duration.ofDays(300))), List.of(grant)));
        assertThat(gedaan).isInstanceOf(Operations.Outcome.Done.class);
        return ((Operations.Outcome.Done) gedaan).contract().content().hash();
    }

    private static boolean geldig(ManagerServer manager, ContentHash hash) {
        return manager.operations()
                .find(hash)
                .filter(contract -> manager.operations().state(contract) == ContractState.VALID)
                .isPresent();
    }

    private static Optional<X509Certificate> tekende(ManagerServer manager, ContentHash hash) {
        return manager.operations()
                .find(hash)
                .flatMap((Contract contract) -> contract.signature(new PeerId(WIJ.value()), SignatureType.ACCEPT))
                .map(ContractSignature::certificate);
    }

    @Test
    void aNewContractKeyIsPublishedAndContractsAreAcceptedWithItAgain() throws Exception {
        ManagerServer directory = directory();
        X509Certificate oud = zetSleutel("contract.pem", "Wij oud", WIJ);
        ManagerServer wij = deelnemer(directory, "contract-sleutel: " + map.resolve("contract.pem") + "\n");
        ContentHash contract = publiceer(wij);
        wacht("a valid contract on both sides", () -> geldig(wij, contract) && geldig(directory, contract));
        assertThat(tekende(directory, contract)).contains(oud);

        // What cannot be used leaves the old in use.
        X509Certificate _ = zetSleutel("contract.pem", "Zij", ZIJ);
        klok.advance(Duration.ofSeconds(31));
        assertThat(jwks(wij)).contains(oud);

        X509Certificate nieuw = zetSleutel("contract.pem", "Wij nieuw", WIJ);
        klok.advance(Duration.ofSeconds(31));
        wacht("both keys published", () -> jwks(wij).containsAll(List.of(oud, nieuw)));

        klok.advance(Duration.ofMinutes(11));
        wacht("the new accept at the other side", () -> tekende(directory, contract)
                .equals(Optional.of(nieuw)));
        assertThat(geldig(wij, contract)).isTrue();
        assertThat(geldig(directory, contract)).isTrue();
        assertThat(jwks(wij)).contains(oud, nieuw);
    }

    @Test
    void aListInTheFolderStopsTheNextRequestToManagerAndInway() throws Exception {
        ManagerServer directory = directory();
        ManagerServer wij = deelnemer(directory, "internal-port: 0\nintern-map: " + map.resolve("intern") + "\n");
        InwayServer inway = inway(wij);
        X509Certificate fout = zetSleutel("fout.pem", "Fout", ZIJ);
        String ons = wij.address() + "/v1/peer";
        String poort = "https://localhost:" + inway.port() + "/iets";
        HttpClient client = client("fout.pem");
        assertThat(status(client, ons)).isEqualTo(200);
        assertThat(status(client, poort)).isGreaterThanOrEqualTo(400);

        groep.revoke(fout.getSerialNumber());
        zetLijsten();
        klok.advance(Duration.ofSeconds(75));

        wacht("no connection with the Manager", () -> dicht(client, ons));
        wacht("no connection with the Inway", () -> dicht(client, poort));
        HttpClient opnieuw = client("fout.pem");
        assertThatThrownBy(() -> status(opnieuw, ons)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> status(opnieuw, poort)).isInstanceOf(IOException.class);
        HttpClient goed = client("zij.pem");
        assertThat(status(goed, ons)).isEqualTo(200);
        assertThat(status(goed, poort)).isGreaterThanOrEqualTo(400);
    }

    private InwayServer inway(ManagerServer manager) throws IOException {
        Path instellingen = Files.writeString(
                map.resolve("inway.yaml"),
                bestanden("wij.pem")
                        + """
                manager: https://localhost:%d
                intern-map: %s
                log-folder: %s
                round: 200ms
                host: localhost
                port: 0
                self: https://localhost:8443
                services:
                  - name: dienst
                    endpoint: http://127.0.0.1:9
                """.formatted(
                                manager.registrationPort().orElseThrow(), map.resolve("intern"), map.resolve("log")));
        PoortInrichting<InwayConfig> inrichting =
                PoortInrichting.lees("inway", instellingen, omgeving, InwayConfig::read);
        Databank databank = inrichting.openDatabank();
        InwayServer inway = InwayServer.start(
                inrichting.eigen(), inrichting.poort(), inrichting.onderdelen(network, databank, omgeving));
        open.push(inway::close);
        return inway;
    }

    private static boolean dicht(HttpClient client, String adres) {
        try {
            int _ = status(client, adres);
            return false;
        } catch (IOException | UncheckedIOException geen) {
            return true;
        }
    }
}
