// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.dienst.GeheugenInzagen;
import nl.ddas.logboek.dienst.GeheugenLogregels;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Three logs of three organisations on sockets with mutual TLS, and servers that mean no good.
class HttpBevragingTest {

    private static final Authority AUTHORITY =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
    private static final String VREEMD = "00000099000000000009";

    private final Network network = Network.open();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, GeheugenLogregels> logs = new ConcurrentHashMap<>();
    private final Map<String, Lezer> lezers = new ConcurrentHashMap<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        network.close();
    }

    private static Tls tls(String oin) {
        Holder holder = new Holder("Organisatie " + oin.charAt(19), new Oin(oin), List.of("localhost", "127.0.0.1"));
        Identity identity = AUTHORITY.issue(Purpose.TLS, holder);
        return new Tls(
                identity.key(),
                identity.chain(),
                List.of(AUTHORITY.root()),
                new Revocation.Checked(AUTHORITY.crls(), Clock.systemUTC()));
    }

    private static Optional<String> oin(List<X509Certificate> chain) {
        return chain.isEmpty() ? Optional.empty() : Oin.of(chain.getFirst()).map(Oin::value);
    }

    private String serve(String oin, Handler handler) {
        HttpServer server = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.of(tls(oin)), 1 << 20, Duration.ofSeconds(30)),
                handler);
        open.add(server);
        return "https://localhost:" + server.port() + "/lezen/v1";
    }

    /// A log that organisation 9 may read as another organisation.
    private String log(String oin) {
        GeheugenLogregels regels = new GeheugenLogregels(new SecureRandom());
        logs.put(oin, regels);
        Houder houder = new Houder(oin);
        Lezerslijst lijst = new Lezerslijst(
                Map.of(VREEMD, lezers.getOrDefault(oin, new Lezer.Eigen(houder, VREEMD, Set.of(Leesrecht.TRACE)))),
                HttpBevragingTest::oin);
        return serve(
                oin,
                new LeesApi(
                        "/lezen",
                        new LeesApi.Onderdelen(
                                regels,
                                lijst,
                                Vertrouwelijkheid.GEEN,
                                new GeheugenInzagen(),
                                new Vraagmerk(new byte[32]),
                                Pseudoniemen.GEEN,
                                Clock.systemUTC()),
                        JsonObject.EMPTY));
    }

    private void add(String oin, Proefregel... lines) {
        Objects.requireNonNull(logs.get(oin))
                .add(Stream.of(lines)
                        .map(line -> new Inboeking(new Houder(oin), line.build()))
                        .toList());
    }

    private Traceverslag follow(boolean isPrivate, String... begin) {
        return follow(isPrivate, Volggrenzen.GEWOON, begin);
    }

    private Traceverslag follow(boolean isPrivate, Volggrenzen grenzen, String... begin) {
        Set<String> plaatsen = ConcurrentHashMap.newKeySet();
        open.stream()
                .filter(HttpServer.class::isInstance)
                .forEach(one -> plaatsen.add("localhost:" + ((HttpServer) one).port()));
        Adreswacht wacht = new Adreswacht(
                plaatsen, isPrivate, name -> List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})));
        HttpBevraging bevraging = new HttpBevraging(network, tls(VREEMD), HttpBevragingTest::oin, Clock.systemUTC());
        return new Volger(bevraging, wacht, grenzen)
                .follow(
                        Proefregel.TRACE,
                        Stream.of(begin)
                                .map(one -> Leesadres.of(one).orElseThrow())
                                .toList());
    }

    private static final String GEMEENTE = "00000099000000000001";
    private static final String BANK = "00000099000000000002";
    private static final String CBS = "00000099000000000003";

    @Test
    @Requirement("READ-17")
    void aTraceIsFollowedThroughThreeLogsThatAlsoPointBack() {
        lezers.put(CBS, new Lezer.Ander(new Houder(CBS), VREEMD, List.of("https://bank.nl")));
        String gemeente = log(GEMEENTE);
        String bank = log(BANK);
        String cbs = log(CBS);
        add(GEMEENTE, Proefregel.of(1), Proefregel.of(2).under(1).with(Tracelijn.LEESADRES, bank));
        add(
                BANK,
                Proefregel.of(3).calledBy("https://gemeente.nl").under(2).with(Tracelijn.LEESADRES, cbs),
                Proefregel.of(4).under(3).with(Tracelijn.LEESADRES, gemeente));
        add(
                CBS,
                Proefregel.of(5).calledBy("https://bank.nl").under(3),
                Proefregel.of(6).under(5));
        LongStream.rangeClosed(100, 360)
                .forEach(i ->
                        add(CBS, Proefregel.of(i).calledBy("https://bank.nl").under(3)));

        Traceverslag verslag = follow(true, gemeente);
        assertThat(verslag.bezoeken())
                .extracting(Bezoek::toestand, one -> one.organisatie().orElse("-"), Bezoek::regels)
                .containsExactly(
                        tuple(Toestand.GELEZEN, GEMEENTE, 2),
                        tuple(Toestand.GELEZEN, BANK, 2),
                        // Three pages; the line that nobody of the bank called for is not shown.
                        tuple(Toestand.GELEZEN, CBS, 262));
        assertThat(verslag.takken().stream()
                        .filter(tak -> tak.regel().spanId().waarde() < 100)
                        .map(tak ->
                                " ".repeat(tak.diepte()) + tak.regel().spanId().waarde()))
                .containsExactly("1", " 2", "  3", "   4", "   5");
    }

    private List<String> badLinks(String trap) {
        String contact =
                serve(BANK, request -> Response.text(405, "text/html; charset=utf-8", "<!doctype html><p>Bel ons</p>"));
        String redirect = serve(
                BANK,
                request -> Response.of(307, Headers.of("Location", trap + "/processing-activities"), new byte[0]));
        String refusing = serve(BANK, request -> Leesproblemen.stranger());
        String nonsense = serve(BANK, request -> json("{\"processingActivities\":[{\"traceId\":1}]}"));
        String broken = serve(BANK, request -> json("{\"processingActivities\":"));
        String failing = serve(BANK, request -> Leesproblemen.later());
        return List.of(
                contact,
                redirect,
                refusing,
                nonsense,
                broken,
                failing,
                "https://localhost:1/lezen/v1",
                trap.replace("https", "http"));
    }

    @Test
    @Requirement("READ-17")
    void whatIsNoLogIsToldAndNotFollowed() {
        AtomicInteger lured = new AtomicInteger();
        String trap = serve(CBS, request -> {
            lured.incrementAndGet();
            return json("{\"processingActivities\":[]}");
        });
        String gemeente = log(GEMEENTE);
        List<String> links = badLinks(trap);
        for (int i = 0; i < links.size(); i++) {
            add(GEMEENTE, Proefregel.of(i + 1).with(Tracelijn.LEESADRES, links.get(i)));
        }

        Traceverslag verslag = follow(true, gemeente);
        assertThat(verslag.bezoeken().stream().skip(1).map(Bezoek::toestand))
                .containsExactly(
                        Toestand.CONTACTPAGINA,
                        Toestand.DOORVERWIJZING,
                        Toestand.GEEN_TOEGANG,
                        Toestand.ONLEESBAAR,
                        Toestand.ONLEESBAAR,
                        Toestand.ONBEREIKBAAR,
                        Toestand.NIET_TOEGESTAAN,
                        Toestand.GEEN_ADRES);
        assertThat(lured).hasValue(0);
        assertThat(verslag.takken()).hasSize(links.size());
    }

    @Test
    @Requirement("READ-17")
    void aDeadLinkIsTold() {
        String gemeente = log(GEMEENTE);
        String gone = serve(BANK, request -> json("{}"));
        add(GEMEENTE, Proefregel.of(1).with(Tracelijn.LEESADRES, gone));
        ((HttpServer) open.getLast()).close();

        assertThat(follow(true, gemeente).bezoeken().getLast().toestand()).isEqualTo(Toestand.ONBEREIKBAAR);
    }

    @Test
    @Requirement("READ-17")
    void anAddressInsideIsNotAskedUnlessAllowed() {
        AtomicInteger asked = new AtomicInteger();
        String inside = serve(BANK, request -> {
            asked.incrementAndGet();
            return json("{\"processingActivities\":[]}");
        });
        String gemeente = log(GEMEENTE);
        add(GEMEENTE, Proefregel.of(1).with(Tracelijn.LEESADRES, inside));

        assertThat(follow(false, gemeente).bezoeken().getLast().toestand()).isEqualTo(Toestand.PRIVE_ADRES);
        assertThat(asked).hasValue(0);
        assertThat(follow(true, gemeente).bezoeken().getLast().toestand()).isEqualTo(Toestand.GELEZEN);
    }

    @Test
    @Requirement("READ-17")
    void aLogThatNeverStopsAnsweringIsCutOff() {
        String page =
                "{\"processingActivities\":[],\"nextPageToken\":\"weer\",\"vulling\":\"" + "x".repeat(50_000) + "\"}";
        String endless = serve(BANK, request -> json(page));
        String huge = serve(CBS, request -> json("{\"processingActivities\":[\"" + "x".repeat(2_000_000) + "\"]}"));

        Traceverslag verslag = follow(true, new Volggrenzen(3, 5, 100, 1 << 20), endless);
        assertThat(verslag.bezoeken().getFirst().toestand()).isEqualTo(Toestand.AFGEKAPT);
        assertThat(follow(true, new Volggrenzen(3, 5, 100, 1 << 20), huge)
                        .bezoeken()
                        .getFirst()
                        .toestand())
                .isEqualTo(Toestand.AFGEKAPT);
    }

    /// Only the trace goes out: no name, no subject, no address of ours.
    @Test
    void nothingButTheTraceIsAsked() {
        List<String> bodies = new ArrayList<>();
        String curious = serve(BANK, request -> {
            bodies.add(request.path() + " " + new String(request.body().readAllBytes(), StandardCharsets.UTF_8));
            return json("{\"processingActivities\":[]}");
        });

        follow(true, curious);
        assertThat(bodies)
                .containsExactly("/lezen/v1/processing-activities {\"traceId\":\"" + Proefregel.TRACE.uuid() + "\"}");
    }

    private static Response json(String body) {
        return Response.text(200, "application/json", body);
    }
}
