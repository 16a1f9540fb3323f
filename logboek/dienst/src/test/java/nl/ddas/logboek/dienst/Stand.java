// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// A log on a socket, over the stores that a test gives it.
final class Stand implements AutoCloseable {

    /// Later than any test, so that clients with the clock of the machine are not ahead.
    static final Clock CLOCK = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

    final GeheugenQuarantaine quarantaine;
    final Metrics metrics = new Metrics();
    final Logregels regels;
    private final boolean isTls;
    private final Network network = Network.open();
    private final LogboekServer server;
    private final HttpClient client;

    /// In plain HTTP.
    ///
    /// @param houder whose lines are written here, whatever certificate is shown; empty for a stranger
    Stand(Logregels regels, Optional<Houder> houder) {
        this(regels, Quarantainegrens.STANDAARD, Optional.empty(), _ -> houder);
    }

    /// On mutual TLS.
    ///
    /// @param tls of the server
    Stand(Logregels regels, Tls tls, LogboekServer.Houderkeuze houders) {
        this(regels, Quarantainegrens.STANDAARD, Optional.of(tls), houders);
    }

    Stand(Logregels regels, Quarantainegrens grens, Optional<Tls> tls, LogboekServer.Houderkeuze houders) {
        this.regels = regels;
        this.isTls = tls.isPresent();
        this.quarantaine = new GeheugenQuarantaine(grens);
        Regeltoets toets = new Regeltoets(Toetsbeleid.STRIKT, Naamruimten.GEEN, Verwerkingsactiviteiten.ONBEKEND);
        Ontvangst ontvangst = new Ontvangst(toets, regels, quarantaine, new Logboekmeting(metrics), CLOCK);
        Loket loket = new Loket(ontvangst, Grenzen.STANDAARD, 100 << 20, CLOCK);
        server = LogboekServer.start(
                network,
                new LogboekServer.Ingang(
                        new LogboekServer.Luisteren("127.0.0.1", 0, OptionalInt.of(0), TlsProfile.DIGIKOPPELING),
                        tls,
                        houders,
                        List.of()),
                loket,
                regels);
        client = HttpClient.newHttpClient();
    }

    URI adres() {
        return URI.create((isTls ? "https" : "http") + "://127.0.0.1:" + server.port() + "/v1/traces");
    }

    URI grpc() {
        return URI.create("https://127.0.0.1:" + server.grpcPort());
    }

    HttpResponse<String> post(String type, byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(adres())
                .header("Content-Type", type)
                .headers(headers.length == 0 ? new String[] {"Accept", "*/*"} : headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client, request);
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A client that shows a certificate.
    static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        network.close();
    }
}
