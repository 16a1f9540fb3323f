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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// A log on a socket, over the stores that a test gives it.
final class Stand implements AutoCloseable {

    /// Later than any test, so that clients with the clock of the machine are not ahead.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

    final Quarantaine quarantaine = new GeheugenQuarantaine();
    final Logregels regels;
    private final Network network = Network.open();
    private final LogboekServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /// @param houder whose lines are written here, whatever certificate is shown; empty for a stranger
    Stand(Logregels regels, Optional<Houder> houder) {
        this.regels = regels;
        Regeltoets toets = new Regeltoets(Toetsbeleid.STRIKT, Naamruimten.GEEN, Verwerkingsactiviteiten.ONBEKEND);
        OtlpHttp otlp = new OtlpHttp(new Ontvangst(toets, regels, quarantaine, CLOCK), Grenzen.STANDAARD, _ -> houder);
        server = LogboekServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 8 << 20, Duration.ofSeconds(30)),
                otlp,
                regels);
    }

    URI adres() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1/traces");
    }

    HttpResponse<String> post(String type, byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(adres())
                .header("Content-Type", type)
                .headers(headers.length == 0 ? new String[] {"Accept", "*/*"} : headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
