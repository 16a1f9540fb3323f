// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.gateway.Authorization;
import nl.ddas.fsc.gateway.Grants;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.gateway.Outway;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.levering.verkeer.Ondertekenproef;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;

/// What [ApparaatTest] does with a device, in a process of its own. Prints a line for each thing that went as
/// it should.
final class Apparaattoneel {

    private static final Oin WIJ = new Oin("00000099000000002000");
    private static final Oin ZIJ = new Oin("00000099000000003000");
    private static final Clock KLOK = Clock.systemUTC();

    private final Path map;
    private final String pin;
    private final AuthorityFolder uitgever;
    private final Party wij;

    private Apparaattoneel(Path map, String pin) throws IOException {
        this.map = map;
        this.pin = pin;
        KeyMaker rsa = new KeyMaker(2048, new SecureRandom());
        uitgever = AuthorityFolder.open(map.resolve("ca"), Environment.TEST, rsa, KLOK);
        wij = uitgever.party("Wij", WIJ, List.of("localhost", "127.0.0.1"));
        AuthorityFolder _ = AuthorityFolder.open(map.resolve("intern"), Environment.DEMO, rsa, KLOK);
    }

    public static void main(String[] args) throws Exception {
        Apparaattoneel toneel = new Apparaattoneel(Path.of(args[0]), args[1]);
        toneel.zet("tls", toneel.wij.tls());
        toneel.zet("tekenen", toneel.wij.signing());
        toneel.levert();
        toneel.leestPinUitBestand();
        toneel.poort();
        toneel.uitgang();
        toneel.vergeetOnsEnGaatWeg();
        System.exit(0);
    }

    private void zet(String naam, Identity identity) throws Exception {
        Provider apparaat = Optional.ofNullable(Security.getProvider("ddas"))
                .orElseGet(() -> Security.getProvider("SunPKCS11")
                        .configure(map.resolve("hsm.cfg").toString()));
        KeyStore kluis = KeyStore.getInstance("PKCS11", apparaat);
        kluis.load(null, pin.toCharArray());
        kluis.setKeyEntry(naam, identity.key(), null, new X509Certificate[] {identity.leaf()});
    }

    private Path keten(String doel) {
        return map.resolve("ca/partijen/wij-" + WIJ + "/" + doel + ".pem");
    }

    private String deelnemer() {
        return """
                partij: Wij
                tls-sleutel: %s
                ondertekening-sleutel: %s
                versleuteling-sleutel: %s
                tls-pkcs11: tls
                ondertekening-pkcs11: tekenen
                pkcs11-configuratie: %s
                ankers: [%s]
                intrekkingen: [%s]
                certificaten-omgeving: test
                """.formatted(
                        keten("tls"),
                        keten("ondertekening"),
                        keten("versleuteling"),
                        map.resolve("hsm.cfg"),
                        map.resolve("ca/ca/ankers.pem"),
                        map.resolve("ca/ca/intrekking.pem"));
    }

    private Deelnemer lees(String regels, Map<String, String> omgeving) throws IOException {
        return lees(regels, omgeving, KLOK);
    }

    private Deelnemer lees(String regels, Map<String, String> omgeving, Clock klok) throws IOException {
        Settings instellingen =
                Settings.read("ddas-bron", Files.writeString(map.resolve("deelnemer.yaml"), regels), omgeving);
        Deelnemer deelnemer = Deelnemer.lees(instellingen, klok);
        instellingen.rejectUnknown();
        return deelnemer;
    }

    /// The PIN comes from the environment.
    private void levert() throws IOException {
        Deelnemer deelnemer = lees(deelnemer(), Map.of("DDAS_BRON_PKCS11_PIN", pin));
        Tls tls = deelnemer.map().tls(deelnemer.partij());
        meld("keys of a supplier stay inside", tls.key().getEncoded() == null);
        meld(
                "a supplier signs with the device",
                !deelnemer.ondertekenaar(KLOK).sign(new byte[9]).payloadSig().isEmpty());
        meld("what did not change is the same", tls.equals(deelnemer.map().tls(deelnemer.partij())));
    }

    private void leestPinUitBestand() throws IOException {
        Path bestand = Files.writeString(map.resolve("hsm.pin"), pin + "\n");
        Files.setPosixFilePermissions(bestand, PosixFilePermissions.fromString("rw-------"));
        String regels = deelnemer() + "pkcs11-pin-bestand: " + bestand + "\n";
        meld("the PIN comes from a file", lees(regels, Map.of()).partij().oin().equals(WIJ));
        Files.setPosixFilePermissions(bestand, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            Deelnemer _ = lees(regels, Map.of());
            meld("a PIN for everybody is refused", false);
        } catch (VerkeerdGebruik open) {
            meld(
                    "a PIN for everybody is refused",
                    String.valueOf(open.getMessage()).contains("chmod 600"));
        }
    }

    /// The device forgets who logged in, as one that was started anew; then what it keeps is taken away. Last
    /// of all: the library of this device finds it again in a new process only.
    private void vergeetOnsEnGaatWeg() throws Exception {
        TestClock klok = new TestClock(KLOK.instant());
        Deelnemer deelnemer = lees(deelnemer(), Map.of("DDAS_BRON_PKCS11_PIN", pin), klok);
        PayloadSigner ondertekenaar = deelnemer.ondertekenaar(klok);
        Metrics cijfers = new Metrics();
        Ondertekenproef proef = Ondertekenproef.meld(cijfers, "ddas_bron", ondertekenaar, klok);
        boolean eerst = proef.lukt() && deelnemer.map().opmerking().isEmpty();
        for (Provider een : Security.getProviders()) {
            if (een instanceof AuthProvider apparaat && een.getName().startsWith("SunPKCS11-")) {
                apparaat.logout();
            }
        }
        klok.advance(Duration.ofSeconds(31));
        Tls tls = deelnemer.map().tls(deelnemer.partij());
        meld(
                "a device that forgot us signs without a restart",
                eerst
                        && proef.lukt()
                        && deelnemer.map().opmerking().isEmpty()
                        && deelnemer.map().ondertekening(deelnemer.partij()).size() == 1
                        && !ondertekenaar.sign(new byte[9]).payloadSig().isEmpty());
        meld("and its key for connections too", tls.key().getEncoded() == null && vraagtMet(tls));
        Files.move(map.resolve("tokens"), map.resolve("weg"));
        klok.advance(Duration.ofSeconds(31));
        boolean gemeld = !proef.lukt() && deelnemer.map().opmerking().orElse("").contains("ondertekening-sleutel");
        meld("a device that is away is told", gemeld);
        klok.advance(Duration.ofSeconds(31));
        meld("and told again", !proef.lukt());
    }

    private boolean vraagtMet(Tls wij) throws IOException {
        List<X509Certificate> bellers = new CopyOnWriteArrayList<>();
        try (Network network = Network.open();
                HttpServer manager =
                        manager(network, uitgever.tls(new Holder("Zij", ZIJ, List.of("localhost"))), bellers)) {
            int _ = vraag(network, wij, manager.port());
            return bellers.equals(List.of(this.wij.tls().leaf()));
        }
    }

    private void poort() throws IOException {
        Omgeving omgeving = new Omgeving(System.out, System.err, KLOK, Map.of("DDAS_FSC_INWAY_PKCS11_PIN", pin), map);
        PoortInrichting<InwayConfig> inrichting = PoortInrichting.lees("inway", inway(), omgeving, InwayConfig::read);
        Duration lang = Duration.ofSeconds(20);
        Tls zij = uitgever.tls(new Holder("Zij", ZIJ, List.of("localhost")));
        try (Network network = Network.open();
                Databank databank = inrichting.openDatabank();
                InwayServer server = InwayServer.start(
                        inrichting.eigen(), inrichting.poort(), inrichting.onderdelen(network, databank, omgeving));
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.of(zij), lang, lang));
                HttpClient.Answer antwoord = client.send(new HttpClient.Call(
                        "GET", URI.create("https://localhost:" + server.port() + "/"), Headers.NONE, new byte[0]))) {
            meld(
                    "an Inway listens with the device",
                    antwoord.headers().first("Fsc-Error-Code").isPresent());
        }
    }

    /// Calls with the key in the device: the Outway asks another Manager for a token, over mutual TLS.
    private void uitgang() throws IOException {
        Deelnemer deelnemer = lees(deelnemer(), Map.of("DDAS_BRON_PKCS11_PIN", pin));
        Tls wijBellen = deelnemer.map().tls(deelnemer.partij());
        AuthorityFolder vreemd = AuthorityFolder.open(
                map.resolve("vreemd"), Environment.TEST, new KeyMaker(2048, new SecureRandom()), KLOK);
        Holder zij = new Holder("Zij", ZIJ, List.of("localhost"));
        List<X509Certificate> bellers = new CopyOnWriteArrayList<>();
        try (Network network = Network.open();
                HttpServer manager = manager(network, uitgever.tls(zij), bellers);
                HttpServer vreemde = manager(network, vreemd.tls(zij), bellers)) {
            int geweigerd = vraag(network, wijBellen, vreemde.port());
            meld("what calls with the device is not let in by a stranger", bellers.isEmpty() && geweigerd >= 500);
            int status = vraag(network, wijBellen, manager.port());
            meld(
                    "an Outway calls with the device",
                    wijBellen.key().getEncoded() == null
                            && status >= 400
                            && bellers.equals(List.of(wij.tls().leaf())));
        }
    }

    /// A Manager that gives nobody a token, and writes down who asked.
    private static HttpServer manager(Network network, Tls tls, List<X509Certificate> bellers) {
        return HttpServer.start(
                network,
                new HttpServer.Config("localhost", 0, Optional.of(tls), 64 * 1024, Duration.ofSeconds(20)),
                verzoek -> {
                    bellers.add(verzoek.peer().getFirst());
                    return Response.text(400, "application/json", "{\"error\":\"invalid_grant\"}");
                });
    }

    /// Sends a request through an Outway that must first get a token from a Manager.
    ///
    /// @return status of the answer
    private static int vraag(Network network, Tls tls, int manager) throws IOException {
        Grants.Route weg = weg(tls, manager);
        OutwayConfig config = new OutwayConfig(
                "127.0.0.1",
                0,
                false,
                Map.of(),
                true,
                true,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Outway.Parts delen = new Outway.Parts(
                network,
                tls,
                Group.of("oefengroep")
                        .withPorts(IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet())),
                new PeerId(WIJ.value()),
                gezocht -> CompletableFuture.completedFuture(Optional.of(weg)),
                Authorization.NONE,
                regel -> CompletableFuture.completedFuture(null),
                new Metrics(),
                KLOK,
                new SecureRandom());
        Duration lang = Duration.ofSeconds(30);
        try (Outway outway = Outway.start(config, delen);
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), lang, lang));
                HttpClient.Answer antwoord = client.send(new HttpClient.Call(
                        "GET",
                        URI.create("http://127.0.0.1:" + outway.port() + "/"),
                        Headers.of("Fsc-Grant-Hash", weg.grant().value()),
                        new byte[0]))) {
            return antwoord.status();
        }
    }

    private static Grants.Route weg(Tls tls, int manager) {
        Grant.Connection verbinding = new Grant.Connection(
                OutwayIdentification.PublicKeyThumbprint.of(tls.chain().getFirst())
                        .outwayOf(new PeerId(WIJ.value())),
                new ServiceRef.Plain(new PeerId(ZIJ.value()), "dienst"),
                Optional.empty());
        return new Grants.Route(
                new GrantHash("$1$3$" + "A".repeat(86)),
                verbinding,
                new ManagerAddress(URI.create("https://localhost:" + manager)),
                Protocol.HTTP_1_1);
    }

    private Path inway() throws IOException {
        return Files.writeString(map.resolve("inway.yaml"), """
                host: 127.0.0.1
                port: 0
                self: https://localhost:8443
                services:
                  - name: dienst
                    endpoint: http://127.0.0.1:1
                group: oefengroep
                manager: https://127.0.0.1:1
                log-folder: %s
                intern-map: %s
                oin: "%s"
                groep-sleutel: %s
                groep-pkcs11: tls
                pkcs11-configuratie: %s
                groep-ankers: [%s]
                groep-intrekkingen: [%s]
                groep-omgeving: test
                """.formatted(
                        map.resolve("log"),
                        map.resolve("intern"),
                        WIJ,
                        keten("tls"),
                        map.resolve("hsm.cfg"),
                        map.resolve("ca/ca/ankers.pem"),
                        map.resolve("ca/ca/intrekking.pem")));
    }

    private static void meld(String wat, boolean goed) {
        System.out.println((goed ? "good: " : "bad: ") + wat);
    }
}
