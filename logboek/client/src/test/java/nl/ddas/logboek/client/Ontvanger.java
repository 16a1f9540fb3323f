// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.ddas.logboek.model.Antwoordvorm;
import nl.ddas.logboek.model.Exportantwoord;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Toetsuitslag;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// A small log on a real socket: OTLP/HTTP, judged by the rules that the real one has.
final class Ontvanger implements AutoCloseable {

    static final Activiteit ACTIVITEIT = Activiteit.of("https://register.voorbeeld.nl/processing-activities/7");

    /// Later than any test.
    private static final Instant STRAKS = Instant.parse("2100-01-01T00:00:00Z");

    /// A page that says 200, as of a portal that stands in between.
    static final int HTML = -200;

    /// Without personal data.
    static final Activiteit WERK =
            new Activiteit(URI.create("https://register.voorbeeld.nl/processing-activities/8"), false);

    /// The register knows one activity, with personal data; one extension is established.
    private final Regeltoets toets = new Regeltoets(
            Toetsbeleid.STRIKT,
            sleutel ->
                    sleutel.startsWith("dpl.ddas.") ? Optional.of(Naamruimten.Attribuutsoort.of(1)) : Optional.empty(),
            (uri, millis) -> uri.equals(ACTIVITEIT.id().toString())
                    ? Optional.of(new Verwerkingsactiviteiten.Verwerkingsactiviteit(
                            Verwerkingsactiviteiten.Betrokkenen.PER_BETROKKENE, 1))
                    : Optional.empty());

    private final HttpServer server;
    private final BlockingQueue<Toetsuitslag> regels = new LinkedBlockingQueue<>();
    private final List<Integer> statussen = new ArrayList<>();

    Ontvanger() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::handle);
        server.start();
    }

    URI adres() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    Instelling instelling() {
        return Instelling.of(adres(), "balie", "2.1", Pseudonimisering.hmac(new byte[32], "1"));
    }

    /// What is answered to the next requests, before good ones follow.
    synchronized void answerFirst(Integer... codes) {
        statussen.addAll(List.of(codes));
    }

    /// The next line, which must have passed the rules.
    Logregel line() throws InterruptedException {
        Toetsuitslag uitslag = regels.poll(30, TimeUnit.SECONDS);
        if (uitslag instanceof Toetsuitslag.Aangenomen good) {
            return good.regel();
        }
        throw new AssertionError("no good line: " + uitslag);
    }

    List<Logregel> lines(int count) throws InterruptedException {
        List<Logregel> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    boolean isEmpty() {
        return regels.isEmpty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = next();
            if (status == HTML) {
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (status != 200) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            Invoer.Gelezen invoer =
                    (Invoer.Gelezen) Invoervorm.OTLP_PROTOBUF.read(exchange.getRequestBody(), Grenzen.STANDAARD);
            List<Toetsuitslag> uitslagen = invoer.groepen().stream()
                    .flatMap(groep -> toets.judge(groep, STRAKS).stream())
                    .toList();
            byte[] answer = Antwoordvorm.PROTOBUF.write(Exportantwoord.of(uitslagen));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            regels.addAll(uitslagen);
        }
    }

    private synchronized int next() {
        return statussen.isEmpty() ? 200 : statussen.removeFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
