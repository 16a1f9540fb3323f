// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.TransactionId;

/// A load that does not wait for answers. Each request has its moment, and is timed from that moment whether it could
/// go out then or not: a server that stands still for a while pays for all that should have gone out meanwhile.
final class Gestaag implements AutoCloseable {

    private static final int GOED = 200;
    private static final long LANGST_SECONDEN = 60;

    private final Network network = Network.open();
    private final HttpClient client;
    private final String token;
    private final Clock klok;
    private final RandomGenerator toeval = new SecureRandom();

    /// @param tls key material of the caller
    /// @param token that each request carries
    Gestaag(Tls tls, String token, Clock klok) {
        Duration langst = Duration.ofSeconds(LANGST_SECONDEN);
        this.client = HttpClient.open(network, new HttpClient.Config(Optional.of(tls), langst, langst));
        this.token = token;
        this.klok = klok;
    }

    /// Loads a server.
    ///
    /// @return how long each request took, in nanoseconds
    /// @throws IOException when a request was not answered with 200
    long[] belast(int poort, String pad, double perSeconde, int seconden) throws IOException, InterruptedException {
        int aantal = (int) (perSeconde * seconden);
        long[] duur = new long[aantal];
        URI adres = URI.create("https://127.0.0.1:" + poort + pad);
        CountDownLatch bezig = new CountDownLatch(aantal);
        Queue<String> fouten = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        for (int nummer = 0; nummer < aantal; nummer++) {
            int dit = nummer;
            long moment = begin + (long) (nummer * 1e9 / perSeconde);
            wacht(moment);
            Thread.ofVirtual().start(() -> {
                haal(adres).ifPresent(fouten::add);
                duur[dit] = System.nanoTime() - moment;
                bezig.countDown();
            });
        }
        if (!bezig.await(LANGST_SECONDEN, TimeUnit.SECONDS) || !fouten.isEmpty()) {
            throw new IOException("the steady load did not go well, not answered " + bezig.getCount() + ": "
                    + fouten.stream().limit(3).toList());
        }
        return duur;
    }

    private static void wacht(long moment) {
        for (long nog = moment - System.nanoTime(); nog > 0; nog = moment - System.nanoTime()) {
            LockSupport.parkNanos(nog);
        }
    }

    /// @return what went wrong
    private Optional<String> haal(URI adres) {
        Headers kop = Headers.of(
                InwayTokenCheck.HEADER,
                "Bearer " + token,
                TransactionId.HEADER,
                TransactionId.create(klok, toeval).value());
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call("GET", adres, kop, new byte[0]))) {
            antwoord.body().readAllBytes();
            return antwoord.status() == GOED ? Optional.empty() : Optional.of("status " + antwoord.status());
        } catch (IOException mislukt) {
            return Optional.of(mislukt.toString());
        }
    }

    @Override
    public void close() {
        client.close();
        network.close();
    }
}
