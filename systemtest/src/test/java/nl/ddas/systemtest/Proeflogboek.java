// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Bundled;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verzamelaar.VerzamelaarOnderdelen;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.extensie.GeladenExtensies;
import nl.ddas.logboek.model.Antwoordvorm;
import nl.ddas.logboek.model.Exportantwoord;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Schending;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Toetsuitslag;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// A log on a real socket that judges lines by the rules of the standard and of the extension `ddas`, and
/// remembers all.
final class Proeflogboek implements AutoCloseable {

    private static final Instant STRAKS = Instant.parse("2100-01-01T00:00:00Z");

    private final Regeltoets toets = new Regeltoets(
            Toetsbeleid.STRIKT,
            new GeladenExtensies(
                    List.of(Definitielezer.read("ddas", Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"))
                            .definitie()
                            .orElseThrow()),
                    true),
            Verwerkingsactiviteiten.ONBEKEND);
    private final List<byte[]> ontvangen = new CopyOnWriteArrayList<>();
    private final List<Logregel> regels = new CopyOnWriteArrayList<>();
    private final List<Schending> bezwaren = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Proeflogboek() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::handle);
        server.start();
    }

    URI adres() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /// Joined to a collector that knows no other log.
    static VerzamelaarOnderdelen join(VerzamelaarOnderdelen delen, Logboek logboek) {
        return delen.met(new Logboekaansluiting(logboek, Map.of(), () -> "goed"));
    }

    /// What came in.
    List<byte[]> ontvangen() {
        return ontvangen;
    }

    /// Lines that passed, in the order in which they came.
    List<Logregel> regels() {
        return regels;
    }

    /// What was wrong with any line. That the register is not asked here is none.
    List<Schending> bezwaren() {
        return bezwaren;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ontvangen.add(body);
            Invoer.Gelezen invoer =
                    (Invoer.Gelezen) Invoervorm.OTLP_PROTOBUF.read(new ByteArrayInputStream(body), Grenzen.STANDAARD);
            List<Toetsuitslag> uitslagen = invoer.groepen().stream()
                    .flatMap(groep -> toets.judge(groep, STRAKS).stream())
                    .toList();
            uitslagen.forEach(this::note);
            byte[] answer = Antwoordvorm.PROTOBUF.write(Exportantwoord.of(uitslagen));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void note(Toetsuitslag uitslag) {
        List<Schending> schendingen =
                switch (uitslag) {
                    case Toetsuitslag.Aangenomen good -> {
                        regels.add(good.regel());
                        yield good.waarschuwingen();
                    }
                    case Toetsuitslag.Quarantaine held -> held.schendingen();
                    case Toetsuitslag.Geweigerd refused -> refused.schendingen();
                    case Toetsuitslag.Genegeerd _ -> List.of();
                };
        schendingen.stream()
                .filter(een -> een.code() != Regelcode.ACTIVITY_UNKNOWN)
                .forEach(bezwaren::add);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
