// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Inhoudssoort;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutelmodus;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.jose.ClientAssertions;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;

/// A small supplier on real connections, that misbehaves on demand.
final class Proefleverancier implements AutoCloseable {

    /// What it answers instead of the page; empty means: the page.
    @FunctionalInterface
    interface Gril {
        Optional<Response> antwoord(int pagina, int keer) throws IOException;
    }

    /// What it answers in profile `seed-2024-07`.
    @FunctionalInterface
    interface Versleutelgril {
        /// @param verzoek mark by which the answer names its request
        Response antwoord(byte[] pagina, String verzoek) throws IOException;
    }

    /// What it calls itself when it gives tokens.
    static final URI UITGEVER = URI.create("https://een.example/api");

    /// Its pages by the size that is asked for.
    @FunctionalInterface
    interface Maat {
        /// @param grootte 25.000 when none was asked for
        /// @param nummer from 1
        /// @return empty when the page is too large
        Optional<byte[]> pagina(int grootte, int nummer);
    }

    final Party partij;

    /// Tokens that were given; the last one lets in when [#metTokens].
    final AtomicInteger tokens = new AtomicInteger();

    volatile boolean metTokens;

    /// Whether it gives tokens only to who signs for them, to [#UITGEVER].
    volatile boolean metBewijs;

    /// Forms in which tokens were asked for.
    final List<Map<String, String>> tokenvragen = new CopyOnWriteArrayList<>();

    volatile Optional<Response> tokenAntwoord = Optional.empty();
    final AtomicInteger vragen = new AtomicInteger();
    final List<Headers> ontvangenHeaders = new CopyOnWriteArrayList<>();
    final Map<String, JsonObject> verslagen = new ConcurrentHashMap<>();
    final AtomicInteger bezorgd = new AtomicInteger();
    volatile List<byte[]> paginas = List.of();

    /// Instead of [#paginas].
    volatile Optional<Maat> opMaat = Optional.empty();

    /// Size and number of each page that was asked for.
    final List<String> gevraagd = new CopyOnWriteArrayList<>();

    volatile Gril gril = (pagina, keer) -> Optional.empty();
    volatile Optional<Response> verslagAntwoord = Optional.empty();

    volatile Versleutelgril versleutelgril = (pagina, verzoek) -> jose(versleuteld(pagina, verzoek));

    private final Proefstelsel stelsel;
    private final NestedJwtReader opener;
    private final PayloadSigner ondertekenaar;
    private final PayloadVerifier verificateur;
    private final ClientAssertions bewijzen;
    private final HttpServer server;

    Proefleverancier(Proefstelsel stelsel, Party partij) {
        this.partij = partij;
        this.stelsel = stelsel;
        this.opener = Eigensleutels.van(partij, stelsel.ca::trust)
                .lezer(new Freshness.Request(), Clock.systemUTC(), new SecureRandom());
        this.ondertekenaar = new PayloadSigner(partij.signing(), Clock.systemUTC());
        this.verificateur = new PayloadVerifier(stelsel.ca.trust(), new Freshness.Request(), Clock.systemUTC());
        this.bewijzen = new ClientAssertions(
                new JwtVerifier(stelsel.ca::trust, Set.of("jwt"), Clock.systemUTC()),
                Set.of(UITGEVER + "/oauth/token"),
                Clock.systemUTC());
        this.server = HttpServer.start(
                stelsel.network,
                new HttpServer.Config(
                        "127.0.0.1", 0, Optional.of(stelsel.ca.tls(partij)), 1 << 20, Duration.ofSeconds(30)),
                this::handel);
    }

    /// Behaves from now on, and forgets what was asked of it.
    void schoon() {
        gril = (pagina, keer) -> Optional.empty();
        versleutelgril = (pagina, verzoek) -> jose(versleuteld(pagina, verzoek));
        metTokens = false;
        metBewijs = false;
        tokenvragen.clear();
        tokenAntwoord = Optional.empty();
        tokens.set(0);
        verslagAntwoord = Optional.empty();
        vragen.set(0);
        bezorgd.set(0);
        verslagen.clear();
        ontvangenHeaders.clear();
        opMaat = Optional.empty();
        gevraagd.clear();
    }

    Leverancier leverancier() {
        return Leverancier.van(partij.name(), URI.create("https://127.0.0.1:" + server.port()), partij.oin());
    }

    /// This supplier in profile `seed-2024-07`.
    ///
    /// @param sleutels JWKS in which its certificate stands
    Leverancier versleuteld(Path sleutels) {
        return leverancier()
                .versleuteld(new Versleutelafspraak(Versleutelmodus.VEREIST, "DPIA 3.0", sleutels.toString()));
    }

    /// A page for CBS, signed and encrypted.
    byte[] versleuteld(byte[] pagina, String verzoek) throws IOException {
        return versleuteld(partij, partij.oin(), stelsel.cbs, pagina, verzoek);
    }

    byte[] versleuteld(Party van, Oin namens, Party aan, byte[] pagina, String verzoek) throws IOException {
        if (!(Recipient.check(
                        aan.encryption().chain(),
                        aan.oin(),
                        stelsel.ca.trust(),
                        Clock.systemUTC().instant())
                instanceof Recipient.Outcome.Fit(Recipient ontvanger))) {
            throw new IllegalStateException("no certificate to encrypt to");
        }
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        new NestedJwtWriter(
                        new JwtSigner(van.signing(), "JWT"),
                        namens,
                        Eigensleutels.INHOUD,
                        Clock.systemUTC(),
                        new SecureRandom())
                .answer(ontvanger, Duration.ofHours(1), verzoek)
                .writeTo(uit, naar -> naar.write(pagina));
        return uit.toByteArray();
    }

    static Response jose(byte[] inhoud) {
        return Response.of(200, Headers.of("Content-Type", "application/jose"), inhoud);
    }

    Response getekend(byte[] inhoud) {
        return Response.of(
                200, ondertekenaar.sign(inhoud).addTo(Headers.of("Content-Type", "application/json")), inhoud);
    }

    private Response handel(Request verzoek) throws IOException {
        byte[] inhoud = verzoek.body().readAllBytes();
        if (verzoek.path().equals("/oauth/token")) {
            return tokenAntwoord.orElseGet(() -> token(verzoek, inhoud));
        }
        if (metTokens
                && verzoek.headers()
                        .first("Authorization")
                        .filter(("Bearer t" + tokens.get())::equals)
                        .isEmpty()) {
            return Response.text(401, "text/plain", "geen goed token");
        }
        if (Inhoudssoort.JOSE.isVan(verzoek.headers())) {
            return versleuteld(verzoek, inhoud);
        }
        if (!(verificateur.verify(verzoek.headers(), inhoud) instanceof PayloadVerifier.Verdict.Verified)) {
            return Response.text(400, "text/plain", "niet goed ondertekend");
        }
        return switch (verzoek.path()) {
            case "/v1/gegevens" -> gegevens(verzoek, inhoud);
            case "/v1/verwerkingsverslagen" -> verslag(inhoud);
            default -> Response.text(404, "text/plain", "onbekend");
        };
    }

    private Response token(Request verzoek, byte[] inhoud) {
        Map<String, String> formulier = Arrays.stream(new String(inhoud, StandardCharsets.US_ASCII).split("&", -1))
                .map(veld -> veld.split("=", 2))
                .collect(Collectors.toMap(veld -> veld[0], veld -> URLDecoder.decode(veld[1], StandardCharsets.UTF_8)));
        tokenvragen.add(formulier);
        if (!"client_credentials".equals(formulier.get("grant_type")) || !"read".equals(formulier.get("scope"))) {
            return Response.text(400, "application/json", "{\"error\":\"invalid_request\"}");
        }
        return isBewezen(verzoek, formulier)
                ? Response.text(
                        200,
                        "application/json",
                        "{\"access_token\":\"t" + tokens.incrementAndGet()
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")
                : Response.text(401, "application/json", "{\"error\":\"invalid_client\"}");
    }

    private boolean isBewezen(Request verzoek, Map<String, String> formulier) {
        String bewijs = formulier.getOrDefault("client_assertion", "");
        if (!metBewijs) {
            return bewijs.isEmpty();
        }
        return ClientAssertions.TYPE.equals(formulier.get("client_assertion_type"))
                && bewijzen.check(bewijs, verzoek.peer().getFirst())
                        .equals(new ClientAssertions.Outcome.Proved(stelsel.cbs.oin()));
    }

    private Response versleuteld(Request verzoek, byte[] inhoud) throws IOException {
        if (!(opener.read(inhoud, verzoek.peer().getFirst()) instanceof NestedJwtReader.Outcome.Opened geopend)) {
            return Response.text(400, "text/plain", "niet te openen");
        }
        ontvangenHeaders.add(verzoek.headers());
        vragen.incrementAndGet();
        JsonObject vraag = object(geopend.content().bytes());
        int pagina = Math.toIntExact(vraag.whole("page").orElse(1L));
        boolean periode =
                vraag.text("startdatum").isPresent() && vraag.text("einddatum").isPresent();
        if (!periode) {
            return Response.text(400, "text/plain", "zonder periode");
        }
        Optional<byte[]> bladzij = bladzij(vraag, pagina);
        return bladzij.isEmpty() ? teGroot() : versleutelgril.antwoord(bladzij.get(), geopend.hash());
    }

    private Response gegevens(Request verzoek, byte[] inhoud) throws IOException {
        ontvangenHeaders.add(verzoek.headers());
        JsonObject vraag = object(inhoud);
        int pagina = Math.toIntExact(vraag.whole("page").orElse(1L));
        Optional<Response> anders = gril.antwoord(pagina, vragen.incrementAndGet());
        return anders.orElseGet(() -> bladzij(vraag, pagina).map(this::getekend).orElseGet(Proefleverancier::teGroot));
    }

    private Optional<byte[]> bladzij(JsonObject vraag, int pagina) {
        Optional<Long> grootte = vraag.whole("pageSize");
        gevraagd.add(grootte.map(String::valueOf).orElse("") + "#" + pagina);
        return opMaat.isPresent()
                ? opMaat.get().pagina(Math.toIntExact(grootte.orElse(25_000L)), pagina)
                : Optional.of(paginas.get(Math.min(pagina, paginas.size()) - 1));
    }

    private static Response teGroot() {
        return probleem(422, "pagina-te-groot");
    }

    static Response probleem(int status, String code) {
        return Response.text(
                status,
                "application/problem+json",
                "{\"type\":\"https://een.example/problemen/" + code + "\",\"status\":" + status + "}");
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
