// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;

/// The one caller of both servers: our own client. A call to the supplier's API carries a signature, made within the
/// time that is measured.
final class Afnemer implements AutoCloseable {

    private static final String PERIODE =
            "\"aanleverperiodeStartdatum\":\"2026-01-01\",\"aanleverperiodeEinddatum\":\"2026-06-30\"";
    private static final int TE_DRUK = 503;

    private final Network network = Network.open();
    private final HttpClient client;
    private final Buren buren;

    Afnemer(Buren buren) {
        this.buren = buren;
        this.client = HttpClient.open(
                network,
                new HttpClient.Config(Optional.of(buren.cbsTls()), Duration.ofSeconds(10), Duration.ofMinutes(2)));
    }

    /// The body of a request for page 1.
    static String vraag(Optional<Integer> pageSize) {
        return "{" + PERIODE
                + pageSize.map(grootte -> ",\"pageSize\":" + grootte).orElse("") + "}";
    }

    /// The headers of such a request, signed now.
    Headers getekend(String vraag) {
        return buren.ondertekenaar()
                .sign(vraag.getBytes(StandardCharsets.UTF_8))
                .addTo(Headers.of("Content-Type", "application/json"));
    }

    /// The page, as it is; waits until the API has made its snapshot.
    byte[] eerste(Dienst bron) throws IOException, InterruptedException {
        ByteArrayOutputStream inhoud = new ByteArrayOutputStream();
        while (haal(bron(bron, Optional.empty()), inhoud) == TE_DRUK) {
            inhoud.reset();
            Thread.sleep(500);
        }
        return inhoud.toByteArray();
    }

    /// Fetches a page of the API and throws it away.
    long vanBron(Dienst bron, Optional<Integer> pageSize) throws IOException {
        return aantal(bron(bron, pageSize));
    }

    /// Fetches the file of nginx and throws it away.
    long vanNginx(Dienst nginx) throws IOException {
        return aantal(new HttpClient.Call("GET", URI.create(adres(nginx, "/pagina.json")), Headers.NONE, new byte[0]));
    }

    /// The same, several at once.
    static long samen(int aantal, Callable<Long> haal) throws IOException, InterruptedException {
        try (ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> bezig = new ArrayList<>();
            for (int i = 0; i < aantal; i++) {
                bezig.add(draden.submit(haal));
            }
            long bytes = 0;
            for (Future<Long> een : bezig) {
                bytes += een.get();
            }
            return bytes;
        } catch (ExecutionException stuk) {
            throw new IOException("fetching failed", stuk);
        }
    }

    static String adres(Dienst dienst, String pad) {
        return "https://127.0.0.1:" + dienst.poort() + pad;
    }

    private HttpClient.Call bron(Dienst bron, Optional<Integer> pageSize) {
        String vraag = vraag(pageSize);
        return new HttpClient.Call(
                "POST",
                URI.create(adres(bron, "/v1/gegevens")),
                getekend(vraag),
                vraag.getBytes(StandardCharsets.UTF_8));
    }

    private long aantal(HttpClient.Call vraag) throws IOException {
        Teller teller = new Teller();
        int status = haal(vraag, teller);
        if (status != 200) {
            throw new IOException("expected status 200, got " + status);
        }
        return teller.bytes;
    }

    private int haal(HttpClient.Call vraag, OutputStream naar) throws IOException {
        try (HttpClient.Answer antwoord = client.send(vraag);
                InputStream inhoud = antwoord.body()) {
            byte[] stuk = new byte[64 * 1024];
            for (int n = inhoud.read(stuk); n >= 0; n = inhoud.read(stuk)) {
                naar.write(stuk, 0, n);
            }
            return antwoord.status();
        }
    }

    private static final class Teller extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] stuk, int plek, int lengte) {
            bytes += lengte;
        }
    }

    @Override
    public void close() {
        client.close();
        network.close();
    }
}
