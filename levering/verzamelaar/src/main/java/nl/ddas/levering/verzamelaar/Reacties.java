// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The small API of the collector: suppliers say what they decide about a Verwerkingsverslag; health and description.
final class Reacties implements Handler {

    static final String VERSIE = "1.0.0";

    private static final Logger LOG = LoggerFactory.getLogger(Reacties.class);
    private static final String WEG = "/v1/verwerkingsverslagen/";
    private static final int GROOTSTE = 64 * 1024;

    private final PayloadVerifier verificateur;
    private final PayloadSigner ondertekenaar;
    private final Afzenderbepaling afzenders;
    private final Besluiten besluiten;
    private final Supplier<Optional<String>> gezondheid;
    private final String probleemBasis;
    private final byte[] openapi =
            VerzamelaarConfig.bron("openapi.json").getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /// @param gezondheid a remark, empty when all is well; throws when the database is not there
    Reacties(
            PayloadVerifier verificateur,
            PayloadSigner ondertekenaar,
            Afzenderbepaling afzenders,
            Besluiten besluiten,
            Supplier<Optional<String>> gezondheid,
            String probleemBasis) {
        this.verificateur = verificateur;
        this.ondertekenaar = ondertekenaar;
        this.afzenders = afzenders;
        this.besluiten = besluiten;
        this.gezondheid = gezondheid;
        this.probleemBasis = probleemBasis;
    }

    @Override
    public Response handle(Request verzoek) {
        Response antwoord;
        try {
            antwoord = route(verzoek);
        } catch (BodyTooLarge teGroot) {
            antwoord = probleem(413, "bericht-te-groot", "Het bericht is te groot", "Stuur hoogstens 64 KB.");
        } catch (IOException | RuntimeException stuk) {
            LOG.error("a decision could not be taken in", stuk);
            antwoord = stuk instanceof JdbiException
                    ? metWacht(probleem(
                            503, "database-weg", "Nu even niet", "De database is niet bereikbaar. Probeer het later."))
                    : probleem(500, "interne-fout", "Er ging iets mis", "Probeer het later opnieuw.");
        }
        return new Response(antwoord.status(), antwoord.headers().with("API-Version", VERSIE), antwoord.body());
    }

    private Response route(Request verzoek) throws IOException {
        String pad = verzoek.path().split("\\?", 2)[0];
        boolean lezen = verzoek.method().equals("GET") || verzoek.method().equals("HEAD");
        if (pad.equals("/v1/openapi.json") || pad.equals("/health")) {
            if (!lezen) {
                return methode("GET, HEAD");
            }
            return pad.equals("/health") ? gezond() : document();
        }
        String id = pad.startsWith(WEG) ? pad.substring(WEG.length()) : "";
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            return probleem(
                    404,
                    "niet-gevonden",
                    "Dit adres bestaat niet",
                    "Bekend zijn /v1/verwerkingsverslagen/{id}, /v1/openapi.json en /health.");
        }
        return verzoek.method().equals("POST") ? besluit(verzoek, id) : methode("POST");
    }

    private Response besluit(Request verzoek, String id) throws IOException {
        String soort = verzoek.headers().first("Content-Type").orElse("");
        if (!soort.toLowerCase(java.util.Locale.ROOT).split(";", -1)[0].strip().equals("application/json")) {
            return probleem(415, "inhoudssoort", "Deze soort inhoud kan hier niet", "Stuur application/json.");
        }
        byte[] inhoud = lees(verzoek.body());
        PayloadVerifier.Verifying lezing = verzoek.peer().isEmpty()
                ? verificateur.start(verzoek.headers())
                : verificateur.start(verzoek.headers(), verzoek.peer().getFirst());
        try (lezing) {
            lezing.write(inhoud);
            return switch (lezing.finish()) {
                case Verdict.Refused(String code, int status, String detail) ->
                    probleem(status, code, "De handtekening is niet aanvaard", detail);
                case Verdict.Verified echt -> besluit(verzoek, id, inhoud, echt);
            };
        }
    }

    private Response besluit(Request verzoek, String id, byte[] inhoud, Verdict.Verified echt) {
        Optional<Afzender> afzender = afzenders.bepaal(verzoek).filter(wie -> wie.kanOndertekenen(echt.oin()));
        if (afzender.isEmpty()) {
            return probleem(
                    403,
                    "identiteit-afwijking",
                    "Geen toegang",
                    "De ondertekenaar is een andere organisatie dan de afzender van de verbinding.");
        }
        Optional<Besluiten.Besluit> besluit = leesBesluit(inhoud);
        if (besluit.isEmpty()) {
            return probleem(
                    400,
                    "ongeldig-verzoek",
                    "Het verzoek klopt niet",
                    "Verwacht werd {\"besluit\":\"goedgekeurd\"} of {\"besluit\":\"ingetrokken\"}.");
        }
        return switch (besluiten.neem(id, besluit.get(), echt)) {
            case Besluiten.Uitslag.Aangenomen(String toestand) -> aangenomen(id, besluit.get(), toestand);
            case Besluiten.Uitslag.Onbekend onbekend ->
                probleem(404, "verslag-onbekend", "Dit verslag kennen wij niet", "Kijk het id in het verslag na.");
            case Besluiten.Uitslag.NietVanU ander ->
                probleem(
                        403,
                        "toegang-geweigerd",
                        "Geen toegang",
                        "Alleen de leverancier van deze levering kan hierover besluiten.");
            case Besluiten.Uitslag.KanNiet(String waarom) ->
                probleem(409, "besluit-kan-niet", "Dit besluit kan niet meer", waarom);
        };
    }

    private static byte[] lees(InputStream body) throws IOException {
        byte[] inhoud = body.readNBytes(GROOTSTE + 1);
        if (inhoud.length > GROOTSTE) {
            throw new BodyTooLarge(GROOTSTE);
        }
        return inhoud;
    }

    private static Optional<Besluiten.Besluit> leesBesluit(byte[] inhoud) {
        return switch (JsonReading.of(inhoud)) {
            case JsonReading.Read(JsonValue waarde)
            when waarde instanceof JsonObject object && object.members().size() == 1 ->
                object.text("besluit").flatMap(Besluiten.Besluit::lees);
            case JsonReading.Read anders -> Optional.empty();
            case JsonReading.Refused geweigerd -> Optional.empty();
        };
    }

    private Response aangenomen(String id, Besluiten.Besluit besluit, String toestand) {
        byte[] inhoud = JsonObject.EMPTY
                .with("id", id)
                .with("besluit", besluit.tekst())
                .with("status", toestand)
                .toBytes();
        return Response.of(200, getekend(Headers.of("Content-Type", "application/json"), inhoud), inhoud);
    }

    private Headers getekend(Headers headers, byte[] inhoud) {
        try {
            return ondertekenaar.sign(inhoud).addTo(headers);
        } catch (IllegalStateException sleutelWeg) {
            LOG.error("an answer goes out unsigned: {}", sleutelWeg.getMessage());
            return headers;
        }
    }

    private Response gezond() {
        try {
            JsonObject goed = JsonObject.EMPTY.with("status", "goed");
            JsonObject stand = gezondheid
                    .get()
                    .map(tekst -> goed.with("verbinding", tekst))
                    .orElse(goed);
            return Response.of(200, Headers.of("Content-Type", "application/json"), stand.toBytes());
        } catch (JdbiException weg) {
            return Response.text(503, "application/json", "{\"status\":\"database-weg\"}");
        }
    }

    private Response document() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(openapi.length);
        bytes.writeBytes(openapi);
        return Response.of(
                200,
                Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*"),
                bytes.toByteArray());
    }

    private Response methode(String toegestaan) {
        Response antwoord = probleem(
                405, "methode-niet-toegestaan", "Deze methode kan hier niet", "Gebruik hier " + toegestaan + ".");
        return new Response(antwoord.status(), antwoord.headers().with("Allow", toegestaan), antwoord.body());
    }

    private static Response metWacht(Response antwoord) {
        return new Response(antwoord.status(), antwoord.headers().with("Retry-After", "300"), antwoord.body());
    }

    private Response probleem(int status, String code, String titel, String detail) {
        byte[] inhoud = new Problem(
                        probleemBasis + "/" + code,
                        titel,
                        status,
                        detail,
                        "urn:uuid:" + java.util.UUID.randomUUID(),
                        List.of())
                .toJson();
        return Response.of(status, getekend(Headers.of("Content-Type", "application/problem+json"), inhoud), inhoud);
    }
}
