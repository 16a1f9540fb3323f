// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;

/// A small supplier on real connections, that misbehaves on demand.
final class Proefleverancier implements AutoCloseable {

    /// What it answers instead of the page; empty means: the page.
    @FunctionalInterface
    interface Gril {
        Optional<Response> antwoord(int pagina, int keer) throws IOException;
    }

    final Party partij;
    final AtomicInteger vragen = new AtomicInteger();
    final List<Headers> ontvangenHeaders = new CopyOnWriteArrayList<>();
    final Map<String, JsonObject> verslagen = new ConcurrentHashMap<>();
    final AtomicInteger bezorgd = new AtomicInteger();
    volatile List<byte[]> paginas = List.of();
    volatile Gril gril = (pagina, keer) -> Optional.empty();
    volatile Optional<Response> verslagAntwoord = Optional.empty();

    private final PayloadSigner ondertekenaar;
    private final PayloadVerifier verificateur;
    private final HttpServer server;

    Proefleverancier(Proefstelsel stelsel, Party partij) {
        this.partij = partij;
        this.ondertekenaar = new PayloadSigner(partij.signing(), Clock.systemUTC());
        this.verificateur = new PayloadVerifier(stelsel.ca.trust(), new Freshness.Request(), Clock.systemUTC());
        this.server = HttpServer.start(
                stelsel.network,
                new HttpServer.Config(
                        "127.0.0.1", 0, Optional.of(stelsel.ca.tls(partij)), 1 << 20, Duration.ofSeconds(30)),
                this::handel);
    }

    /// Behaves from now on, and forgets what was asked of it.
    void schoon() {
        gril = (pagina, keer) -> Optional.empty();
        verslagAntwoord = Optional.empty();
        vragen.set(0);
        bezorgd.set(0);
        verslagen.clear();
        ontvangenHeaders.clear();
    }

    Leverancier leverancier() {
        return Leverancier.van(partij.name(), URI.create("https://127.0.0.1:" + server.port()), partij.oin());
    }

    Response getekend(byte[] inhoud) {
        return Response.of(
                200, ondertekenaar.sign(inhoud).addTo(Headers.of("Content-Type", "application/json")), inhoud);
    }

    private Response handel(Request verzoek) throws IOException {
        byte[] inhoud = verzoek.body().readAllBytes();
        if (!(verificateur.verify(verzoek.headers(), inhoud) instanceof PayloadVerifier.Verdict.Verified)) {
            return Response.text(400, "text/plain", "niet goed ondertekend");
        }
        return switch (verzoek.path()) {
            case "/v1/gegevens" -> gegevens(verzoek, inhoud);
            case "/v1/verwerkingsverslagen" -> verslag(inhoud);
            default -> Response.text(404, "text/plain", "onbekend");
        };
    }

    private Response gegevens(Request verzoek, byte[] inhoud) throws IOException {
        ontvangenHeaders.add(verzoek.headers());
        int pagina = Math.toIntExact(object(inhoud).whole("page").orElse(1L));
        Optional<Response> anders = gril.antwoord(pagina, vragen.incrementAndGet());
        return anders.orElseGet(() -> getekend(paginas.get(Math.min(pagina, paginas.size()) - 1)));
    }

    private Response verslag(byte[] inhoud) {
        if (verslagAntwoord.isPresent()) {
            return verslagAntwoord.get();
        }
        JsonObject verslag = object(inhoud);
        bezorgd.incrementAndGet();
        verslagen.put(verslag.text("id").orElseThrow(), verslag);
        return getekend("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject object(byte[] inhoud) {
        return JsonReading.of(inhoud) instanceof JsonReading.Read(var waarde) && waarde instanceof JsonObject object
                ? object
                : JsonObject.EMPTY;
    }

    @Override
    public void close() {
        server.close();
    }
}
