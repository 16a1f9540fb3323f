// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.bron.BijVormfouten;
import nl.ddas.levering.bron.BronConfig;
import nl.ddas.levering.bron.BronOnderdelen;
import nl.ddas.levering.bron.BronServer;
import nl.ddas.levering.bron.MapBron;
import nl.ddas.levering.bron.Tokenmodus;
import nl.ddas.levering.bron.VerslagReactie;
import nl.ddas.levering.bron.VerslagenArchief;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.Leverancierssoort;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Plannen;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutelmodus;
import nl.ddas.levering.verzamelaar.Kalender;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import nl.ddas.levering.verzamelaar.VerzamelaarOnderdelen;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Voortgang;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.ReplayCache;
import nl.ddas.trust.SignatureForm;
import nl.ddas.trust.Strictness;
import nl.ddas.trust.jose.Jwks;
import nl.ddas.trust.jose.NestedJwtWriter;

/// A supplier with a folder of files, and CBS with a database, in this process and over mutual TLS. They live by the
/// clock of the machine, as their certificates do.
final class Proefopstelling implements AutoCloseable {

    private static final String PROBLEMEN = "https://ddas.example/problemen";

    /// What the supplier calls itself when it gives tokens.
    static final URI UITGEVER = URI.create("https://bron.example");

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");
    private static final Clock KLOK = Clock.systemUTC();
    private static final long MB = 1024 * 1024;

    /// What differs between tests.
    ///
    /// @param vorm in which supplier and CBS sign
    /// @param grootsteVersleuteld largest page that the supplier encrypts, in bytes
    /// @param tls what both listeners speak
    /// @param bewaartermijn how long CBS keeps what it received
    record Opzet(SignatureForm vorm, long grootsteVersleuteld, TlsProfile tls, Duration bewaartermijn) {
        static final Opzet GEWOON = new Opzet(SignatureForm.A, 64 * MB, TlsProfile.DIGIKOPPELING, Duration.ZERO);

        Opzet met(SignatureForm andere) {
            return new Opzet(andere, grootsteVersleuteld, tls, bewaartermijn);
        }

        Opzet met(TlsProfile ander) {
            return new Opzet(vorm, grootsteVersleuteld, ander, bewaartermijn);
        }

        Opzet metGrootsteVersleuteld(long bytes) {
            return new Opzet(vorm, bytes, tls, bewaartermijn);
        }

        Opzet metBewaartermijn(Duration andere) {
            return new Opzet(vorm, grootsteVersleuteld, tls, andere);
        }
    }

    /// In which logs they account for themselves.
    ///
    /// @param bron joins the supplier to its log
    /// @param verzamelaar joins CBS to its log
    record Logboeken(UnaryOperator<BronOnderdelen> bron, UnaryOperator<VerzamelaarOnderdelen> verzamelaar) {
        static final Logboeken GEEN = new Logboeken(UnaryOperator.identity(), UnaryOperator.identity());
    }

    private final Deque<Runnable> open = new ArrayDeque<>();
    private final Map<Party, HttpClient> clients = new HashMap<>();
    private final Path map;
    private final Opzet opzet;
    private final Logboeken logboeken;
    private final Network network;
    private final AuthorityFolder ca;
    private final BerichtLezer lezer = BerichtLezer.metEigenSchemas();

    private volatile List<Leverancier> leveranciers = List.of();

    final Party cbs;
    final Party leverancier;
    final BronServer bron;
    final Verzamelaar verzamelaar;
    final Database database;

    /// @param map for all that they keep; the files to deliver stand in `leveringen` below it
    Proefopstelling(Path map) throws IOException {
        this(map, Opzet.GEWOON);
    }

    Proefopstelling(Path map, Opzet opzet) throws IOException {
        this(map, opzet, Logboeken.GEEN);
    }

    Proefopstelling(Path map, Opzet opzet, Logboeken logboeken) throws IOException {
        this.map = map;
        this.logboeken = logboeken;
        this.opzet = opzet;
        Files.createDirectories(map.resolve("leveringen"));
        network = Network.open();
        open.push(network::close);
        ca = AuthorityFolder.open(map.resolve("ca"), Environment.TEST, new KeyMaker(2048, new SecureRandom()), KLOK);
        cbs = ca.party("CBS", new Oin("00000099000000001000"), HOSTS);
        leverancier = ca.party("Gemeente Voorbeeldstad", new Oin("00000099000000002000"), HOSTS);
        bron = bron();
        open.push(bron::close);
        database = Database.embedded(map.resolve("database"), new SecureRandom());
        open.push(database::close);
        verzamelaar = verzamelaar();
        open.push(verzamelaar::close);
    }

    private BronServer bron() throws IOException {
        BronConfig config = new BronConfig(
                        leverancier.name(),
                        new BronConfig.Luisteren("127.0.0.1", 0, 0, opzet.tls()),
                        bronOpslag(),
                        new BronConfig.Gegevens(
                                Optional.empty(),
                                BijVormfouten.LEVEREN,
                                new BronConfig.Verversing(
                                        LocalTime.of(3, 30), Duration.ofMinutes(15), Duration.ofDays(2))),
                        new BronConfig.Grenzen(64 * MB, 1_000_000, MB),
                        PROBLEMEN,
                        new BronConfig.Toegang(Map.of(cbs.oin().value(), cbs.name()), Beschikbaarheid.ALTIJD))
                .met(new BronConfig.Versleuteling(
                        Map.of(cbs.oin().value(), afspraak(sleutelsVanCbs())), opzet.grootsteVersleuteld()))
                .met(new BronConfig.Tokens(Tokenmodus.TOEGESTAAN, Duration.ofMinutes(5), UITGEVER.toString()));
        PayloadVerifier verificateur = new PayloadVerifier(
                ca::trust, new Freshness.Request(new ReplayCache(1_000_000)), Strictness.DIGEST_OPTIONAL, KLOK);
        BronOnderdelen delen = BronOnderdelen.van(
                        network,
                        () -> ca.tls(leverancier),
                        new PayloadSigner(leverancier.signing(), KLOK, opzet.vorm()),
                        verificateur,
                        Afzenderbepaling.uitTls(),
                        lezer,
                        KLOK,
                        new SecureRandom())
                .met(Eigensleutels.van(leverancier, ca::trust));
        return BronServer.start(
                config,
                new MapBron(map.resolve("leveringen"), lezer),
                logboeken.bron().apply(delen));
    }

    private static Versleutelafspraak afspraak(String certificaat) {
        return new Versleutelafspraak(Versleutelmodus.TOEGESTAAN, "DPIA van de proef", certificaat);
    }

    private String sleutelsVanCbs() throws IOException {
        Jwks document =
                new Jwks(List.of(new Jwks.Entry(Jwks.Use.ENC, cbs.encryption().chain())));
        return Files.write(map.resolve("cbs.json"), document.write()).toString();
    }

    private Verzamelaar verzamelaar() throws IOException {
        VerzamelaarConfig config = new VerzamelaarConfig(
                cbs.name(),
                cbs.oin(),
                new VerzamelaarConfig.Opslag(
                        new DatabaseChoice.Embedded(map.resolve("database")),
                        map.resolve("bewijs"),
                        map.resolve("bewijs.sleutel"),
                        opzet.bewaartermijn()),
                Optional.empty(),
                new VerzamelaarConfig.Goedkeuring.Direct(),
                new VerzamelaarConfig.Ophalen(
                        2,
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        256 * MB,
                        100),
                new Kalender(List.of(45), LocalTime.of(8, 0)),
                BsnModus.STRIKT,
                new VerzamelaarConfig.Luisteren("127.0.0.1", 0, OptionalInt.empty(), opzet.tls(), 1_000_000),
                PROBLEMEN);
        Leverancier wie = Leverancier.van(leverancier.name(), adres(bron.poort()), leverancier.oin());
        leveranciers = List.of(wie);
        VerzamelaarOnderdelen delen = VerzamelaarOnderdelen.van(
                        network,
                        () -> ca.tls(cbs),
                        new PayloadSigner(cbs.signing(), KLOK, opzet.vorm()),
                        ca::trust,
                        () -> leveranciers,
                        lezer,
                        database,
                        KLOK,
                        new SecureRandom())
                .met(Eigensleutels.van(cbs, ca::trust));
        return Verzamelaar.start(config, logboeken.verzamelaar().apply(delen));
    }

    /// From now on the supplier is collected from twice: as it was, and under another name with encrypted
    /// messages and a token, for which CBS signs a proof besides the certificate of the connection.
    ///
    /// @param uitgever for whom that proof is
    void ookVersleuteld(String naam, URI uitgever) {
        Leverancier wie = Leverancier.van(naam, adres(bron.poort()), leverancier.oin())
                .versleuteld(afspraak(adres(bron.poort()) + "/.well-known/jwks.json"))
                .met(new Leverancier.Token(Leverancier.Tokenbewijs.PRIVATE_KEY_JWT, Optional.of(uitgever)));
        leveranciers = List.of(leveranciers.getFirst(), wie);
    }

    /// Writes an invented delivery of one gemeente where the supplier reads it, in place of the one before.
    ///
    /// @param map as given to the constructor
    static void bron(Path map, int zaad, int trajecten) throws IOException {
        Aanleverperiode periode = periode();
        List<String> bestanden = Genereer.naarMap(
                        new GenereerConfig(
                                Plannen.enkel(zaad, Leverancierssoort.GEMEENTE, trajecten, Foutkeuze.GEEN),
                                Tijdvak.van(periode.start(), periode.eind()),
                                0,
                                map.resolve("nieuw")),
                        Meelezer.NIEMAND)
                .bestanden();
        Files.move(
                map.resolve("nieuw").resolve(bestanden.getFirst()),
                Files.createDirectories(map.resolve("leveringen")).resolve("levering.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    static Aanleverperiode periode() {
        return Aanleverperiode.laatstAfgeslotenHalfjaar(LocalDate.ofInstant(KLOK.instant(), Beschikbaarheid.ZONE));
    }

    /// Makes the snapshot anew, collects it, and removes the evidence that is no longer needed.
    Verzamelresultaat lever() throws IOException, InterruptedException {
        bron.ververs();
        Verzamelresultaat resultaat = verzamelaar.verzamel(periode(), Voortgang.STIL);
        verzamelaar.ruimOp();
        return resultaat;
    }

    /// The reports that the supplier received.
    VerslagenArchief archief() throws IOException {
        return VerslagenArchief.open(bronOpslag(), KLOK, new SecureRandom());
    }

    /// How the supplier decides about them.
    VerslagReactie reactie() {
        return new VerslagReactie(
                clients.computeIfAbsent(leverancier, this::client),
                new PayloadSigner(leverancier.signing(), KLOK, opzet.vorm()),
                new Antwoordkeuring(
                        new PayloadVerifier(ca.trust(), new Freshness.Answer(), KLOK),
                        cbs.oin().value()::equals),
                URI.create(adres(verzamelaar.poort()) + "/v1"));
    }

    private BronConfig.Opslag bronOpslag() {
        return new BronConfig.Opslag(map.resolve("opslag"), map.resolve("opslag.sleutel"));
    }

    /// An answer, read to its end.
    record Antwoord(int status, Headers headers, byte[] inhoud) {}

    /// What CBS gets from a port of this machine.
    ///
    /// @throws IOException also when the answer is no 200
    byte[] haal(int poort, String pad) throws IOException {
        Antwoord antwoord = stuur(cbs, poort, "GET", pad, Headers.NONE, new byte[0]);
        if (antwoord.status() != 200) {
            throw new IOException(pad + " answered " + antwoord.status());
        }
        return antwoord.inhoud();
    }

    Antwoord stuur(Party als, int poort, String methode, String pad, Headers headers, byte[] inhoud)
            throws IOException {
        HttpClient client = clients.computeIfAbsent(als, this::client);
        HttpClient.Call call = new HttpClient.Call(methode, URI.create(adres(poort) + pad), headers, inhoud);
        try (HttpClient.Answer antwoord = client.send(call)) {
            return new Antwoord(
                    antwoord.status(), antwoord.headers(), antwoord.body().readAllBytes());
        }
    }

    /// The headers of a signed JSON body.
    static Headers ondertekend(Party als, byte[] inhoud) {
        return new PayloadSigner(als.signing(), KLOK)
                .sign(inhoud)
                .addTo(Headers.of("Content-Type", "application/json"));
    }

    /// A message of CBS to the supplier, signed and then encrypted as a whole.
    byte[] versleuteld(byte[] inhoud) throws IOException {
        ByteArrayOutputStream bericht = new ByteArrayOutputStream();
        Recipient.Outcome gekeurd =
                Recipient.check(leverancier.encryption().chain(), leverancier.oin(), ca.trust(), KLOK.instant());
        if (!(gekeurd instanceof Recipient.Outcome.Fit(Recipient ontvanger))) {
            throw new AssertionError(gekeurd);
        }
        String _ = Eigensleutels.van(cbs, ca::trust)
                .schrijver(KLOK, new SecureRandom())
                .to(ontvanger, NestedJwtWriter.REQUEST)
                .writeTo(bericht, uit -> uit.write(inhoud));
        return bericht.toByteArray();
    }

    /// What signs a body: `Digest` and the signature.
    static Headers handtekening(Party als, byte[] inhoud) {
        return new PayloadSigner(als.signing(), KLOK).sign(inhoud).addTo(Headers.NONE);
    }

    /// Key material of a party for connections.
    Tls tls(Party als) {
        return ca.tls(als);
    }

    private HttpClient client(Party als) {
        HttpClient client = HttpClient.open(
                network,
                new HttpClient.Config(Optional.of(ca.tls(als)), Duration.ofSeconds(60), Duration.ofSeconds(120)));
        open.push(client::close);
        return client;
    }

    private static URI adres(int poort) {
        return URI.create("https://127.0.0.1:" + poort);
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
