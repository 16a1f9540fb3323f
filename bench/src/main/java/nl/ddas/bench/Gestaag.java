// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsSetup;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.TransactionId;

/// A load that does not wait for answers. Each request has its moment, and is timed from that moment whether it
/// could go
/// out then or not: a server that stands still for a while pays for all that should have gone out meanwhile.
final class Gestaag implements AutoCloseable {

    private static final int VERBINDINGEN = 32;
    private static final int GOED = 200;
    private static final long LANGST_SECONDEN = 60;

    private final Network network = Network.open();
    private final Context context = network.vertx().getOrCreateContext();
    private final HttpClientAgent client;
    private final String token;
    private final Clock klok;
    private final RandomGenerator toeval = new SecureRandom();

    /// @param tls key material of the caller
    /// @param token that each request carries
    Gestaag(Tls tls, String token, Clock klok) {
        HttpClientOptions opties = new HttpClientOptions();
        TlsSetup.apply(tls, TlsSetup.fastestEngine(), opties);
        opties.setVerifyHost(false).getSslOptions().setHostnameVerificationAlgorithm("");
        this.client = network.vertx()
                .httpClientBuilder()
                .with(opties)
                .with(new PoolOptions().setHttp1MaxSize(VERBINDINGEN))
                .build();
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
        CountDownLatch bezig = new CountDownLatch(aantal);
        Queue<String> fouten = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        for (int nummer = 0; nummer < aantal; nummer++) {
            int dit = nummer;
            long moment = begin + (long) (nummer * 1e9 / perSeconde);
            wacht(moment);
            context.runOnContext(nu -> haal(poort, pad).onComplete((status, mislukt) -> {
                duur[dit] = System.nanoTime() - moment;
                if (mislukt != null || status != GOED) {
                    fouten.add(mislukt == null ? "status " + status : mislukt.toString());
                }
                bezig.countDown();
            }));
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

    private Future<Integer> haal(int poort, String pad) {
        RequestOptions vraag = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(poort)
                .setSsl(true)
                .setURI(pad)
                .putHeader(InwayTokenCheck.HEADER, "Bearer " + token)
                .putHeader(
                        TransactionId.HEADER, TransactionId.create(klok, toeval).value());
        return client.request(vraag).compose(HttpClientRequest::send).compose(antwoord -> antwoord.body()
                .map(inhoud -> antwoord.statusCode()));
    }

    @Override
    public void close() throws IOException {
        Network.await(client.close(), Duration.ofSeconds(LANGST_SECONDEN), "closing the client");
        network.close();
    }
}
