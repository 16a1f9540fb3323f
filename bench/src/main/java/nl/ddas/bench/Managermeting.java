// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.ContentProfile;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractDraft;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.fsc.model.Validity;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// How long a Manager with ten thousand contracts in PostgreSQL takes to list a page of them and to give a
/// token, over mutual TLS on one connection, seen by the Peer that asks.
final class Managermeting implements Meting {

    private static final int CONTRACTEN = 10_000;
    private static final int INLOOP = 2_000;
    private static final int KEREN = 2_000;
    private static final double DOEL_MILLIS = 10;
    private static final String DIENST = "dienst";
    private static final PeerId WIJ = new PeerId("00000099000000000001");
    private static final PeerId ANDER = new PeerId("00000099000000000002");

    /// Two Peers and what the measured one keeps.
    private record Toneel(AuthorityFolder autoriteit, Party wij, Party ander, Store store, List<GrantHash> grants) {}

    /// One request.
    @FunctionalInterface
    private interface Vraag {
        HttpClient.Call van(int keer);
    }

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        Path map = plek.verseMap("fsc-manager");
        AuthorityFolder autoriteit = AuthorityFolder.open(map.resolve("vertrouwen"), plek.klok(), new SecureRandom());
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom())) {
            Toneel toneel = toneel(autoriteit, Store.postgres(database), plek.klok());
            meet(plek, toneel);
        }
    }

    private static Toneel toneel(AuthorityFolder autoriteit, Store store, Clock klok) throws IOException {
        Party wij = autoriteit.party("Wij", new Oin(WIJ.value()), List.of("localhost"));
        Party ander = autoriteit.party("Ander", new Oin(ANDER.value()), List.of("localhost"));
        Instant nu = Instant.ofEpochSecond(klok.instant().getEpochSecond());
        SignatureMaker vanOns = new SignatureMaker(WIJ, wij.signing());
        SignatureMaker vanAnder = new SignatureMaker(ANDER, ander.signing());
        // Side by side: each is a signature of both and a transaction that is forced to disk.
        List<GrantHash> grants = IntStream.range(0, CONTRACTEN)
                .parallel()
                .mapToObj(i -> {
                    ContractContent inhoud = inhoud(Uuids.v7(nu, new Random(i)), nu.minusSeconds(10 + i), ander);
                    Contract contract = Contract.of(inhoud)
                            .with(vanOns.sign(SignatureType.ACCEPT, inhoud.hash(), nu))
                            .with(vanAnder.sign(SignatureType.ACCEPT, inhoud.hash(), nu));
                    store.contracts().change(inhoud.hash(), wijziging -> {
                        wijziging.put(contract);
                        return "";
                    });
                    return inhoud.grantHashes().getFirst();
                })
                .toList();
        return new Toneel(autoriteit, wij, ander, store, grants);
    }

    private static ContractContent inhoud(String iv, Instant gemaakt, Party ander) {
        Grant grant = new Grant.ServiceConnection(
                new Outway(
                        ANDER,
                        OutwayIdentification.PublicKeyThumbprint.of(ander.tls().leaf())),
                new ServiceRef.Plain(WIJ, DIENST),
                Optional.empty());
        return new ContractDraft(
                        ContentProfile.V2,
                        "1.0.0",
                        iv,
                        "meting",
                        new Validity(gemaakt.minusSeconds(60), gemaakt.plus(Duration.ofDays(300))),
                        List.of(grant),
                        gemaakt)
                .content();
    }

    private static void meet(Werkplaats plek, Toneel toneel) throws IOException {
        plek.regel("%d valid contracts in PostgreSQL; one connection, mutual TLS, %d requests each", CONTRACTEN, KEREN);
        lijsten(plek, toneel);
        tokens(plek, toneel, "RSA 3072", toneel.wij().signing());
        tokens(plek, toneel, "EC P-256", toneel.wij().tls());
    }

    /// What runs, with one key for tokens.
    @FunctionalInterface
    private interface Proef {
        void met(String basis, HttpClient client) throws IOException;
    }

    private static void lijsten(Werkplaats plek, Toneel toneel) throws IOException {
        draai(plek, toneel, toneel.wij().signing(), (basis, client) -> {
            tijd(plek, "list of 25 contracts", client, keer -> haal(basis + "/contracts?limit=25"));
            tijd(
                    plek,
                    "list by a grant hash",
                    client,
                    keer -> haal(basis + "/contracts?grant_hash=" + hash(toneel, keer)));
        });
    }

    private static void tokens(Werkplaats plek, Toneel toneel, String naam, Identity sleutel) throws IOException {
        String soort = sleutel.leaf().getPublicKey().getAlgorithm();
        draai(
                plek,
                toneel,
                sleutel,
                (basis, client) ->
                        tijd(plek, "token, " + naam + " (" + soort + ")", client, keer -> token(basis, toneel, keer)));
    }

    private static void draai(Werkplaats plek, Toneel toneel, Identity sleutel, Proef proef) throws IOException {
        Tls vanAnder = toneel.autoriteit().tls(toneel.ander());
        try (Network network = Network.open();
                ManagerServer manager =
                        ManagerServer.start(instellingen(), onderdelen(network, toneel, sleutel, plek.klok()));
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(Optional.of(vanAnder), Duration.ofSeconds(10), Duration.ofSeconds(30)))) {
            proef.met("https://localhost:" + manager.port() + "/v1", client);
        }
    }

    private static ManagerConfig instellingen() {
        Group group = Group.of("meting")
                .withPorts(IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet()));
        return new ManagerConfig(
                group,
                "localhost",
                0,
                Optional.empty(),
                false,
                List.of(),
                Map.of(DIENST, URI.create("https://localhost:443")),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(Path.of("unused")));
    }

    private static ManagerServer.Parts onderdelen(Network network, Toneel toneel, Identity token, Clock klok) {
        return new ManagerServer.Parts(
                network,
                () -> toneel.autoriteit().tls(toneel.wij()),
                () -> toneel.wij().signing(),
                () -> token,
                toneel.autoriteit()::trust,
                Optional.empty(),
                toneel.store(),
                new Metrics(),
                klok,
                new SecureRandom());
    }

    private static String hash(Toneel toneel, int keer) {
        // A prime step: each request is about another contract.
        int plaats = Math.floorMod(keer * 7919, toneel.grants().size());
        return URLEncoder.encode(toneel.grants().get(plaats).value(), StandardCharsets.UTF_8);
    }

    private static HttpClient.Call haal(String adres) {
        return new HttpClient.Call("GET", URI.create(adres), Headers.NONE, new byte[0]);
    }

    private static HttpClient.Call token(String basis, Toneel toneel, int keer) {
        String formulier = "grant_type=client_credentials&scope=" + hash(toneel, keer) + "&client_id=" + ANDER.value();
        return new HttpClient.Call(
                "POST",
                URI.create(basis + "/token"),
                Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                formulier.getBytes(StandardCharsets.UTF_8));
    }

    private static void tijd(Werkplaats plek, String naam, HttpClient client, Vraag vraag) throws IOException {
        for (int keer = 0; keer < INLOOP; keer++) {
            stel(client, vraag.van(keer));
        }
        double[] millis = new double[KEREN];
        for (int keer = 0; keer < KEREN; keer++) {
            long begin = System.nanoTime();
            stel(client, vraag.van(INLOOP + keer));
            millis[keer] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        double p99 = millis[KEREN * 99 / 100];
        plek.regel(
                "%-24s median %6.2f ms, p99 %6.2f ms, highest %6.2f ms  target p99 10: %s",
                naam, millis[KEREN / 2], p99, millis[KEREN - 1], p99 < DOEL_MILLIS ? "reached" : "NOT reached");
    }

    private static void stel(HttpClient client, HttpClient.Call vraag) throws IOException {
        try (HttpClient.Answer antwoord = client.send(vraag)) {
            byte[] inhoud = antwoord.body().readAllBytes();
            if (antwoord.status() != 200 || inhoud.length == 0) {
                throw new IllegalStateException(
                        "expected 200, got " + antwoord.status() + " " + new String(inhoud, StandardCharsets.UTF_8));
            }
        }
    }
}
