// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.manager.Kept;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.OwnService;
import nl.ddas.fsc.manager.RegisteredInway;
import nl.ddas.fsc.manager.RegisteredOutway;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.transactionlog.LogTable;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does from the command line, with a Manager that is its own Directory.
class FscBeheerTest {

    private static final String OIN = "00000099000000002000";
    private static final Pattern CONTRACT = Pattern.compile("\\$1\\$1\\$[A-Za-z0-9_-]{86}");
    private static final Pattern GRANT = Pattern.compile("\\$1\\$[2-5]\\$[A-Za-z0-9_-]{86}");

    @TempDir
    private static Path map;

    private static Network network;
    private static Database database;
    private static ManagerServer manager;
    private static Path config;

    @BeforeAll
    static void start() throws IOException {
        network = Network.open();
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
        database = Database.embedded(map.resolve("database"), new SecureRandom());
        manager = ManagerServer.start(
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
        config = bediener("Jan Jansen");
    }

    private static Path instellingen() throws IOException {
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

    private static Path bediener(String naam) throws IOException {
        return Files.writeString(map.resolve(naam.replace(' ', '-') + ".yaml"), """
                manager: https://localhost:%d
                bediener: %s
                oin: "%s"
                intern-map: %s
                """.formatted(
                        manager.managementPort().orElseThrow(), naam, OIN, map.resolve("intern")));
    }

    @AfterAll
    static void stop() {
        manager.close();
        database.close();
        network.close();
    }

    private static Loop ddas(String... args) {
        return ddas(config, args);
    }

    private static Loop ddas(Path met, String... args) {
        String[] alles = new String[args.length + 3];
        alles[0] = "fsc";
        System.arraycopy(args, 0, alles, 1, args.length);
        alles[args.length + 1] = "--config";
        alles[args.length + 2] = met.toString();
        return Loop.van(Clock.systemUTC(), map, alles);
    }

    private static String een(Pattern vorm, String tekst) {
        Matcher past = vorm.matcher(tekst);
        assertThat(past.find()).as(tekst).isTrue();
        return past.group();
    }

    private static String volgendJaar() {
        return LocalDate.now(Clock.systemUTC()).plusYears(1).toString();
    }

    @Test
    void aServiceIsPublishedFoundAndItsContractRevoked() {
        Loop gepubliceerd =
                ddas("dienst", "publiceren", "mijn-dienst", "--adres", "http://127.0.0.1:8080", "--tot", volgendJaar());
        assertThat(gepubliceerd.uitgang()).as(gepubliceerd.fout()).isZero();
        // We are the Directory ourselves: one signature makes it valid.
        assertThat(gepubliceerd.uit()).contains("Stand        geldig", "publicatie, dienst mijn-dienst");

        assertThat(ddas("dienst", "zoek", "MIJN").uit()).contains("mijn-dienst", "Ons", OIN);
        assertThat(ddas("dienst", "lijst").uit())
                .contains("mijn-dienst", "http://127.0.0.1:8080", "nu door geen Inway");

        String hash = een(CONTRACT, gepubliceerd.uit());
        assertThat(ddas("contract", "toon", hash).uit()).contains(hash, "geaccepteerd op");
        assertThat(ddas("contract", "intrekken", hash).uit()).contains("Stand        ingetrokken");
        assertThat(ddas("contract", "lijst", "--dienst", "mijn-dienst", "--stand", "ingetrokken")
                        .uit())
                .contains(hash);
        assertThat(ddas("dienst", "zoek", "mijn-dienst").uit()).contains("geen dienst die hieraan voldoet");
        assertThat(ddas("beheer", "spoor").uit())
                .contains("Jan Jansen", "contract-propose", "contract-revoke", "service-put", "done");
    }

    private static void outway(String naam, char sleutel) {
        CertificateThumbprint certificaat = new CertificateThumbprint("A".repeat(43));
        manager.registrations()
                .register(new RegisteredOutway(
                        naam, Character.toString(sleutel).repeat(64), certificaat, Set.of(), Instant.EPOCH));
    }

    @Test
    void contractsAreProposedAnewForANewKeyOfTheOutway() {
        assertThat(ddas("contract", "nieuwe-sleutel").fout()).contains("geen Outway gemeld");
        outway("uit", 'a');
        Loop voorgesteld =
                ddas("contract", "voorstellen", "--dienst", "met-sleutel", "--aanbieder", OIN, "--tot", volgendJaar());
        assertThat(voorgesteld.uitgang()).as(voorgesteld.fout()).isZero();
        String oud = een(CONTRACT, voorgesteld.uit());
        assertThat(ddas("contract", "nieuwe-sleutel").uit()).contains("niets om voor te stellen");

        outway("uit", 'b');
        assertThat(ddas("contract", "nieuwe-sleutel", "--bekijk").uit()).contains("b".repeat(64), oud, "met-sleutel");
        assertThat(ddas("contract", "nieuwe-sleutel").uit())
                .contains("Voorgesteld", "met-sleutel")
                .doesNotContain(oud);
        assertThat(ddas("contract", "nieuwe-sleutel", "--bekijk").uit()).contains("geen contracten die opnieuw");
        assertThat(ddas("contract", "nieuwe-sleutel", "--sleutel", "c".repeat(64), "--json")
                        .uit())
                .contains("\"refused\":[]", "met-sleutel");

        outway("tweede", 'd');
        assertThat(ddas("contract", "nieuwe-sleutel").fout()).contains("zeg met --outway welke");
        assertThat(manager.registrations().remove(Kept.Kind.OUTWAY, "tweede")).isTrue();
        assertThat(manager.registrations().remove(Kept.Kind.OUTWAY, "uit")).isTrue();
    }

    @Test
    void aServiceIsShownAndRemoved() {
        Loop _ = ddas("dienst", "publiceren", "weg-dienst", "--adres", "http://127.0.0.1:8081", "--tot", volgendJaar());
        assertThat(ddas("dienst", "toon", "weg-dienst").uit())
                .contains("weg-dienst", "http://127.0.0.1:8081", "HTTP/1.1", "nu door geen Inway");

        assertThat(ddas("dienst", "verwijderen", "weg-dienst").uit()).contains("staat niet meer in de Manager");
        assertThat(ddas("dienst", "lijst").uit()).doesNotContain("weg-dienst");
        Loop weg = ddas("dienst", "toon", "weg-dienst");
        assertThat(weg.uitgang()).isEqualTo(2);
        assertThat(weg.fout()).contains("geen dienst met deze naam");
        assertThat(ddas("dienst", "verwijderen", "weg-dienst").uitgang()).isEqualTo(2);
        assertThat(ddas("beheer", "spoor").uit()).contains("service-remove");
    }

    @Test
    void aServiceIsSwitchedOffAndOn() throws IOException {
        Loop _ = ddas(
                "dienst", "publiceren", "schakel-dienst", "--adres", "http://127.0.0.1:8082", "--tot", volgendJaar());
        assertThat(ddas("dienst", "uitzetten", "schakel-dienst").uit()).contains("schakel-dienst staat nu uit");
        assertThat(ddas("dienst", "toon", "schakel-dienst").uit())
                .contains("http://127.0.0.1:8082", "Aangeboden   uitgezet");
        assertThat(ddas("dienst", "aanzetten", "schakel-dienst").uit()).contains("schakel-dienst staat nu aan");
        assertThat(ddas("dienst", "toon", "schakel-dienst").uit()).contains("nu door geen Inway");
        Loop onbekend = ddas("dienst", "uitzetten", "bestaat-niet");
        assertThat(onbekend.uitgang()).isEqualTo(2);
        assertThat(onbekend.fout()).contains("geen dienst met deze naam");
        assertThat(ddas(bediener("Kim Kijker"), "dienst", "uitzetten", "schakel-dienst")
                        .uitgang())
                .isEqualTo(2);
    }

    /// As set up by a program that talks to the management interface itself.
    @Test
    void whatWasSetForAServiceStaysWhenItIsPublishedAnew() {
        Optional<JsonObject> eigenschappen = Optional.of(JsonObject.EMPTY.with("doel", "x"));
        manager.registrations()
                .put(new OwnService(
                        "vaste-dienst",
                        URI.create("http://127.0.0.1:8083"),
                        Protocol.HTTP_1_1,
                        false,
                        7,
                        false,
                        eigenschappen));
        Loop _ = ddas(
                "dienst", "publiceren", "vaste-dienst", "--adres", "http://127.0.0.1:8084", "--tot", volgendJaar());
        assertThat(manager.registrations().service("vaste-dienst"))
                .contains(new OwnService(
                        "vaste-dienst",
                        URI.create("http://127.0.0.1:8084"),
                        Protocol.HTTP_1_1,
                        false,
                        7,
                        false,
                        eigenschappen));
    }

    @Test
    void anInwayThatIsGoneIsForgotten() throws IOException {
        manager.registrations()
                .register(new RegisteredInway(
                        "oude-inway",
                        URI.create("https://oud.voorbeeld.nl:8443"),
                        new CertificateThumbprint("A".repeat(43)),
                        Set.of("iets"),
                        Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(ddas("beheer").uit()).contains("oude-inway");
        assertThat(ddas("beheer", "inway-verwijderen", "oude-inway").uit()).contains("staat niet meer in de Manager");
        assertThat(ddas("beheer").uit()).doesNotContain("oude-inway");
        assertThat(ddas("beheer", "inway-verwijderen", "oude-inway").uitgang()).isEqualTo(2);
        assertThat(ddas("beheer", "outway-verwijderen", "geen-outway").uitgang())
                .isEqualTo(2);
    }

    @Test
    void aConnectionIsProposedWithJson() {
        Loop voorgesteld = ddas(
                "contract",
                "voorstellen",
                "--dienst",
                "andere",
                "--aanbieder",
                "00000099000000000077",
                "--sleutel",
                "a".repeat(64),
                "--tot",
                volgendJaar(),
                "--json");
        assertThat(voorgesteld.uitgang()).as(voorgesteld.fout()).isZero();
        JsonObject contract = json(voorgesteld.uit());
        assertThat(contract.text("state")).contains("CONTRACT_STATE_PROPOSED");

        Loop getoond = ddas("contract", "toon", contract.text("contentHash").orElseThrow());
        assertThat(getoond.uit())
                .contains("nog niet geaccepteerd", "Nog niet aangekomen bij 00000099000000000077")
                .contains(
                        "  outway.identification.public_key_thumbprint: " + "a".repeat(64), "  outway.peer_id: " + OIN)
                .contains("  service.peer_id: 00000099000000000077", "  service.name: andere");
        assertThat(ddas("contract", "bezorgen", "--bekijk").uit())
                .contains(contract.text("contentHash").orElseThrow(), "SUBMIT", "bij 00000099000000000077: ");
        assertThat(ddas("contract", "bezorgen").uit()).contains("Opnieuw aangeboden: ");
    }

    private static JsonObject json(String tekst) {
        return JsonReading.of(tekst.strip().getBytes(StandardCharsets.UTF_8))
                        instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }

    @Test
    void aGrantHashInTheWrongPlaceIsNamed() {
        Loop gepubliceerd =
                ddas("dienst", "publiceren", "verwisseld", "--adres", "http://127.0.0.1:8080", "--tot", volgendJaar());
        Loop verkeerd = ddas("contract", "toon", een(GRANT, gepubliceerd.uit()));
        assertThat(verkeerd.uitgang()).isEqualTo(2);
        assertThat(verkeerd.fout()).contains("Dit is de hash van een grant", een(CONTRACT, gepubliceerd.uit()));
        Loop kapot = ddas("contract", "toon", "$1onzin");
        assertThat(kapot.fout()).contains("enkele aanhalingstekens");
        BadInputTest.assertCalm(kapot);
    }

    @Test
    void aHashCanComeFromAFile() throws IOException {
        Loop gepubliceerd =
                ddas("dienst", "publiceren", "uit-bestand", "--adres", "http://127.0.0.1:8080", "--tot", volgendJaar());
        Path bestand = Files.writeString(map.resolve("hash.txt"), een(CONTRACT, gepubliceerd.uit()) + "\n");
        assertThat(ddas("contract", "toon", "@" + bestand).uit()).contains("uit-bestand");
    }

    @Test
    void whoMayOnlyReadIsToldSo() throws IOException {
        Path kijker = bediener("Kim Kijker");
        Loop loop = ddas(kijker, "dienst", "publiceren", "verboden", "--adres", "http://x", "--tot", volgendJaar());
        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("rol write");
        assertThat(ddas(kijker, "contract", "lijst").uitgang()).isZero();
        assertThat(ddas(bediener("Vreemde"), "contract", "lijst").fout()).contains("Het certificaat is van Vreemde");
    }

    @Test
    void showsWhoWeAreTheLogAndTheOthers() {
        assertThat(ddas("beheer").uit()).contains("Deelnemer    Ons", OIN, "oefengroep");
        assertThat(ddas("log", "--dienst", "onbekend").uit()).contains("geen regels die hieraan voldoen");
        assertThat(ddas("deelnemer", "lijst").uit()).contains("geen deelnemers");
        assertThat(ddas("log", "--vanaf", "gisteren").fout()).contains("een dag als 2027-12-31");
        assertThat(ddas("contract", "lijst", "--stand", "leuk").fout()).contains("voorgesteld, geldig");
    }

    @Test
    void theLogSaysThatThereIsMore() {
        LogTable.open(database).load(Transactieproef.regels(3, OIN, "parkeren"));
        String dienst = "--dienst=parkeren";

        assertThat(ddas("log", dienst, "--hoogstens", "2").uit()).contains("Er zijn er meer.", "000000000003");
        assertThat(ddas("log", dienst).uit()).contains("000000000001").doesNotContain("Er zijn er meer.");
        JsonObject twee = json(ddas("log", dienst, "--hoogstens", "2", "--json").uit());
        assertThat(twee.array("records").orElseThrow()).hasSize(2);
        assertThat(twee.object("pagination").orElseThrow().text("next_cursor")).isNotEqualTo(Optional.of(""));
    }

    @Test
    void aManagerThatIsNotThereIsNamed() throws IOException {
        Path weg = Files.writeString(
                map.resolve("weg.yaml"), Files.readString(config).replaceFirst("localhost:\\d+", "localhost:1"));
        Loop loop = ddas(weg, "contract", "lijst");
        assertThat(loop.uitgang()).isEqualTo(3);
        assertThat(loop.fout()).contains("de Manager op https://localhost:1 is niet te bereiken");
        assertThat(Loop.van(map, "fsc", "contract", "lijst").fout()).contains("ddas fsc beheer config");
    }

    @Test
    void itsExampleCanBeRead() throws IOException {
        Path bestand = Files.writeString(
                map.resolve("voorbeeld.yaml"),
                Loop.van(map, "fsc", "beheer", "config").uit());
        Settings voorbeeld = Settings.read("ddas-fsc-beheer", bestand, Map.of());
        for (String sleutel : new String[] {"manager", "bediener", "oin", "intern-map"}) {
            assertThat(voorbeeld.optional(sleutel)).isPresent();
        }
        voorbeeld.rejectUnknown();
    }
}
