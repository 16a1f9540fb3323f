// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TokenMaker;

/// The Inway (mutual TLS, token, durable log) against nginx and HAProxy, in front of the same service, with the same
/// certificates and requests. Nginx does mutual TLS only; HAProxy also checks the signature of the token, and sends a
/// log line that nobody keeps.
final class Inwaymeting implements Meting {

    private static final String INWAY = "Inway: token, durable log";
    private static final String NGINX = "nginx: mutual TLS only";
    private static final String RUIM = "nginx, large buffers";
    private static final String HAPROXY = "HAProxy: jwt_verify, log line";
    private static final int RONDES = Integer.getInteger("meet.rondes", 5);
    private static final int SECONDEN = Integer.getInteger("meet.seconden", 6);
    /// How long the Inway runs before anything counts, in seconds: its code is compiled while it runs.
    private static final int INLOOP = Integer.getInteger("meet.inloop", 40);

    /// How many times nginx's the slowest answers may be.
    private static final double MEESTE_STAART = 3;

    private static final int KLEIN = 1024;
    private static final int GROOT = 30_000_000;

    /// Where a server listens.
    private record Poort(Dienst dienst, int nummer) {}

    /// One round of one server.
    ///
    /// @param micros processor time of the server for a request
    private record Ronde(Wrk.Stand stand, double micros) {}

    /// What was measured in each round, by server.
    private static final class Standen {
        private final Map<String, List<Ronde>> per = new LinkedHashMap<>();

        void bij(String naam, Ronde ronde) {
            per.computeIfAbsent(naam, eerste -> new ArrayList<>()).add(ronde);
        }

        double mediaan(String naam, ToDoubleFunction<Wrk.Stand> wat) {
            return midden(naam, ronde -> wat.applyAsDouble(ronde.stand()));
        }

        double midden(String naam, ToDoubleFunction<Ronde> wat) {
            List<Double> waarden = per.getOrDefault(naam, List.of()).stream()
                    .map(wat::applyAsDouble)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return waarden.get(waarden.size() / 2);
        }
    }

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        Buren buren = new Buren(plek);
        Path map = plek.verseMap("inway");
        int inwayPoort = Buren.vrijePoort();
        Instant nu = plek.klok().instant();
        String token = token(buren, inwayPoort, nu);
        Wrk wrk = new Wrk(map, buren.sleutel(Buren.CBS_OIN), token);
        Poorten poorten = new Poorten(plek, buren, map);
        try (Dienst service = poorten.service(KLEIN, GROOT);
                DatagramSocket log = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Dienst nginx = poorten.nginx(service.poort());
                Dienst haproxy = poorten.haproxy(service.poort(), log.getLocalPort());
                Dienst inway = poorten.inway(inwayPoort, service.poort())) {
            Map<String, Poort> allen = new LinkedHashMap<>();
            allen.put(NGINX, new Poort(nginx, nginx.poort()));
            allen.put(HAPROXY, new Poort(haproxy, haproxy.poort()));
            allen.put(INWAY, new Poort(inway, inway.poort()));
            wrk.belast(inway.poort(), "/klein.bin", 32, INLOOP);
            double perSeconde = klein(plek, wrk, allen);
            gestaag(plek, new Gestaag(buren.cbsTls(), token, plek.klok()), allen, perSeconde / 2);
            allen.put(RUIM, new Poort(nginx, poorten.ruimePoort()));
            groot(plek, wrk, allen);
        }
    }

    /// @return requests that the Inway answers in a second
    private static double klein(Werkplaats plek, Wrk wrk, Map<String, Poort> allen)
            throws IOException, InterruptedException {
        Standen standen = ronden(plek, wrk, allen, "/klein.bin", 32);
        verhouding(plek, standen, NGINX, 0.5, Wrk.Stand::perSeconde);
        verhouding(plek, standen, NGINX, 0.7, Wrk.Stand::perSeconde);
        verhouding(plek, standen, HAPROXY, 1.0, Wrk.Stand::perSeconde);
        double p99 = standen.mediaan(INWAY, Wrk.Stand::p99) / standen.mediaan(NGINX, Wrk.Stand::p99);
        staart(plek, "p99", p99);
        return standen.mediaan(INWAY, Wrk.Stand::perSeconde);
    }

    private static void staart(Werkplaats plek, String naam, double ratio) {
        String oordeel = ratio <= MEESTE_STAART ? "reached" : "NOT reached";
        plek.regel("%s of the Inway / that of nginx: %.2f, at most %.0f: %s", naam, ratio, MEESTE_STAART, oordeel);
    }

    /// As many requests a second to each as is half of what the Inway can do, at fixed moments; the rounds of a server
    /// are taken together.
    private static void gestaag(Werkplaats plek, Gestaag last, Map<String, Poort> allen, double perSeconde)
            throws IOException, InterruptedException {
        Map<String, long[]> duren = new LinkedHashMap<>();
        for (int ronde = -1; ronde < RONDES; ronde++) {
            for (Map.Entry<String, Poort> een : allen.entrySet()) {
                long[] duur = last.belast(een.getValue().nummer(), "/klein.bin", perSeconde, SECONDEN);
                if (ronde >= 0) {
                    duren.merge(een.getKey(), duur, Inwaymeting::samen);
                }
            }
        }
        plek.regel("%n/klein.bin, %.0f requests/s at fixed moments, %d rounds of %d s", perSeconde, RONDES, SECONDEN);
        plek.regel("%-32s %9s %9s %9s", "", "p50 ms", "p99 ms", "p99.9 ms");
        duren.forEach((naam, duur) -> {
            Arrays.sort(duur);
            plek.regel("%-32s %9.2f %9.2f %9.2f", naam, millis(duur, 0.5), millis(duur, 0.99), millis(duur, 0.999));
        });
        staart(plek, "p99.9 at fixed moments", millis(duren, INWAY) / millis(duren, NGINX));
    }

    private static long[] samen(long[] eerder, long[] later) {
        return LongStream.concat(LongStream.of(eerder), LongStream.of(later)).toArray();
    }

    private static double millis(Map<String, long[]> duren, String naam) {
        return millis(Objects.requireNonNull(duren.get(naam)), 0.999);
    }

    private static double millis(long[] gesorteerd, double deel) {
        return gesorteerd[(int) (gesorteerd.length * deel)] / 1e6;
    }

    private static void groot(Werkplaats plek, Wrk wrk, Map<String, Poort> allen)
            throws IOException, InterruptedException {
        Standen standen = ronden(plek, wrk, allen, "/groot.bin", 4);
        verhouding(plek, standen, NGINX, 1.0, Wrk.Stand::bytes);
        verhouding(plek, standen, RUIM, 0, Wrk.Stand::bytes);
    }

    /// One round that is not counted, then the rounds, each begun by another server.
    private static Standen ronden(Werkplaats plek, Wrk wrk, Map<String, Poort> allen, String pad, int verbindingen)
            throws IOException, InterruptedException {
        plek.regel("%n%s, %d connections, median of %d rounds of %d s", pad, verbindingen, RONDES, SECONDEN);
        List<String> namen = List.copyOf(allen.keySet());
        Standen standen = new Standen();
        for (int ronde = -1; ronde < RONDES; ronde++) {
            for (int i = 0; i < namen.size(); i++) {
                String naam = namen.get((i + ronde + 1) % namen.size());
                Ronde een = ronde(wrk, Objects.requireNonNull(allen.get(naam)), pad, verbindingen);
                if (ronde >= 0) {
                    standen.bij(naam, een);
                }
            }
        }
        plek.regel(
                "%-32s %10s %9s %9s %9s %9s %12s",
                "", "requests/s", "MB/s", "p50 ms", "p99 ms", "p99.9 ms", "cpu us/req");
        for (String naam : namen) {
            plek.regel(
                    "%-32s %10.0f %9.1f %9.2f %9.2f %9.2f %12.0f",
                    naam,
                    standen.mediaan(naam, Wrk.Stand::perSeconde),
                    standen.mediaan(naam, Wrk.Stand::bytes) / 1e6,
                    standen.mediaan(naam, Wrk.Stand::p50),
                    standen.mediaan(naam, Wrk.Stand::p99),
                    standen.mediaan(naam, Wrk.Stand::p999),
                    standen.midden(naam, Ronde::micros));
        }
        return standen;
    }

    private static Ronde ronde(Wrk wrk, Poort poort, String pad, int verbindingen)
            throws IOException, InterruptedException {
        Duration begin = poort.dienst().rekentijd();
        Wrk.Stand stand = wrk.belast(poort.nummer(), pad, verbindingen, SECONDEN);
        Duration gebruikt = poort.dienst().rekentijd().minus(begin);
        return new Ronde(stand, gebruikt.toNanos() / 1e3 / stand.verzoeken());
    }

    private static void verhouding(
            Werkplaats plek, Standen standen, String maat, double doel, ToDoubleFunction<Wrk.Stand> wat) {
        double ratio = standen.mediaan(INWAY, wat) / standen.mediaan(maat, wat);
        String oordeel = doel <= 0
                ? ""
                : String.format(Locale.ROOT, "target %.2f: %s", doel, ratio >= doel ? "reached" : "NOT reached");
        plek.regel("%-34s / %-28s %6.2f  %s", INWAY, maat, ratio, oordeel);
    }

    private static String token(Buren buren, int inwayPoort, Instant nu) {
        return new TokenMaker(buren.bron().signing())
                .make(new AccessToken(
                        new GrantHash("$1$3$" + "a".repeat(85) + "A"),
                        Inwaydienst.GROEP,
                        new PeerId(Buren.CBS_OIN),
                        new PeerId(Buren.BRON_OIN),
                        Inwaydienst.DIENST,
                        Inwaydienst.adres(inwayPoort),
                        nu,
                        nu.plus(Duration.ofHours(1)),
                        CertificateThumbprint.of(buren.cbsTls().chain().getFirst()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        JsonObject.EMPTY));
    }
}
