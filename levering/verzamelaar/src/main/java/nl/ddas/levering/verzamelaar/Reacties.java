// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.levering.verkeer.Afzenderalarm;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Verslagnummer;
import nl.ddas.levering.verkeer.Verzoeker;
import nl.ddas.levering.verkeer.Verzoeklimiet;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The small API of the collector: suppliers say what they decide about a Verwerkingsverslag; health and
/// description. Each party may ask only so often (BIO2 8.21.01), and who is refused and was not expected rings the
/// alarm (8.16).
final class Reacties implements Handler {

    static final String VERSIE = "1.0.0";

    private static final Logger LOG = LoggerFactory.getLogger(Reacties.class);
    private static final String WEG = "/v1/verwerkingsverslagen/";
    private static final int GROOTSTE = 64 * 1024;

    private final Ontvangst ontvangst;
    private final Toegang toegang;
    private final Problemen problemen;
    private final Besluiten besluiten;
    private final Gezondheid gezondheid;
    private final Verzamelregels regels;
    private final byte[] openapi = Bundled.bytes(Reacties.class, "openapi.json");

    /// How callers are held back, and watched.
    ///
    /// @param verwacht whether the party with this OIN may be a supplier, as far as can be told without asking
    ///     anybody: it is asked about everyone who is refused
    record Toegang(Verzoeklimiet limiet, Afzenderalarm alarm, Predicate<String> verwacht) {}

    /// @param regels what is written into the log
    Reacties(
            Ontvangst ontvangst,
            Toegang toegang,
            Problemen problemen,
            Besluiten besluiten,
            Gezondheid gezondheid,
            Verzamelregels regels) {
        this.regels = regels;
        this.ontvangst = ontvangst;
        this.toegang = toegang;
        this.problemen = problemen;
        this.besluiten = besluiten;
        this.gezondheid = gezondheid;
    }

    @Override
    public Response handle(Request verzoek) {
        Response antwoord;
        try {
            antwoord = route(verzoek);
        } catch (BodyTooLarge teGroot) {
            antwoord = weiger(verzoek, Weigering.teGroot(GROOTSTE));
        } catch (IOException | RuntimeException stuk) {
            LOG.error("a decision could not be taken in", stuk);
            antwoord = weiger(
                    verzoek,
                    switch (stuk) {
                        case JdbiException weg -> Gezondheid.databaseWeg();
                        case LeveranciersOnbekend onbekend -> leveranciersOnbekend();
                        default -> Weigering.kapot();
                    });
        }
        return new Response(antwoord.status(), antwoord.headers().with("API-Version", VERSIE), antwoord.body());
    }

    /// Each refusal passes here, so that nobody who was not expected goes by unseen.
    private Response weiger(Request verzoek, Weigering weigering) {
        Verzoeker wie = ontvangst.verzoeker(verzoek, een -> een.isEen(toegang.verwacht()));
        toegang.alarm().geweigerd(wie, weigering.code());
        return problemen.antwoord(weigering);
    }

    private static Weigering leveranciersOnbekend() {
        return Weigering.van(
                        "leveranciers-onbekend",
                        503,
                        "Nu even niet",
                        "Wij kunnen nu niet nagaan of u een leverancier bent. Probeer het later.")
                .na(Duration.ofMinutes(5));
    }

    private Response route(Request verzoek) throws IOException {
        // Before all else: each refusal below is signed anew.
        Duration wacht = toegang.limiet()
                .neem(ontvangst.afzender(verzoek).map(Afzender::oin).orElse(Verzoeker.ONBEKEND));
        if (!wacht.isZero()) {
            return weiger(verzoek, Weigering.teVaak(wacht));
        }
        String pad = verzoek.path().split("\\?", 2)[0];
        boolean overOns = pad.equals("/v1/openapi.json") || pad.equals("/health");
        String id = pad.startsWith(WEG) ? pad.substring(WEG.length()) : "";
        if (!overOns && !Verslagnummer.isGeldig(id)) {
            return weiger(
                    verzoek,
                    Weigering.van(
                            "niet-gevonden",
                            404,
                            "Dit adres bestaat niet",
                            "Bekend zijn /v1/verwerkingsverslagen/{id}, /v1/openapi.json en /health."));
        }
        List<String> methoden = overOns ? List.of("GET", "HEAD") : List.of("POST");
        if (!methoden.contains(verzoek.method())) {
            return weiger(verzoek, Weigering.methode(methoden));
        }
        if (overOns) {
            return pad.equals("/health") ? bereikbaar() : document();
        }
        return besluit(verzoek, id);
    }

    private Response besluit(Request verzoek, String id) throws IOException {
        ByteArrayOutputStream inhoud = new ByteArrayOutputStream();
        return switch (ontvangst.neem(verzoek, GROOTSTE, inhoud)) {
            case Ontvangst.Uitkomst.Geweigerd(Weigering weigering) -> weiger(verzoek, weigering);
            case Ontvangst.Uitkomst.Aanvaard aanvaard -> {
                Optional<Besluit> besluit = Besluit.lees(inhoud.toByteArray());
                yield besluit.isEmpty()
                        ? weiger(verzoek, geenBesluit())
                        : gelogd(verzoek, id, besluit.get(), aanvaard.handtekening());
            }
        };
    }

    private Response gelogd(Request verzoek, String id, Besluit besluit, Verdict.Verified echt) throws IOException {
        Optional<Besluiten.Zaak> zaak = besluiten.over(id, echt).filter(_ -> regels.isAan());
        return zaak.isEmpty()
                ? besluit(verzoek, id, besluit, echt)
                : regels.besluit(verzoek, zaak.get(), besluit, lopend -> {
                    Response antwoord = besluit(verzoek, id, besluit, echt);
                    lopend.httpStatus(antwoord.status());
                    return antwoord;
                });
    }

    private static Weigering geenBesluit() {
        return Weigering.onjuist(List.of(
                new Fault("", "Verwacht werd {\"besluit\":\"goedgekeurd\"} of {\"besluit\":\"ingetrokken\"}.")));
    }

    private Response besluit(Request verzoek, String id, Besluit besluit, Verdict.Verified echt) {
        return switch (besluiten.neem(id, besluit, echt)) {
            case Besluiten.Uitslag.Aangenomen(String toestand) -> aangenomen(id, besluit, toestand);
            case Besluiten.Uitslag.Onbekend onbekend ->
                weiger(
                        verzoek,
                        Weigering.van(
                                "verslag-onbekend",
                                404,
                                "Dit verslag kennen wij niet",
                                "Kijk het id in het verslag na."));
            case Besluiten.Uitslag.NietVanU ander ->
                weiger(
                        verzoek,
                        Weigering.van(
                                "toegang-geweigerd",
                                403,
                                "Geen toegang",
                                "Alleen de leverancier van deze levering kan hierover besluiten."));
            case Besluiten.Uitslag.KanNiet(String waarom) ->
                weiger(verzoek, Weigering.van("besluit-kan-niet", 409, "Dit besluit kan niet meer", waarom));
        };
    }

    private Response aangenomen(String id, Besluit besluit, String toestand) {
        byte[] inhoud = JsonObject.EMPTY
                .with("id", id)
                .with("besluit", besluit.tekst())
                .with("status", toestand)
                .toBytes();
        Headers headers = problemen.getekend(Headers.of("Content-Type", "application/json"), inhoud);
        return Response.of(200, headers, inhoud);
    }

    /// The answer of `/health` on the port of the API, where whoever has a certificate of an anchor may ask:
    /// one word. Who looks whether we are there is no unexpected sender, so a no rings no alarm.
    private Response bereikbaar() {
        Optional<Weigering> bezwaar = gezondheid.bezwaar();
        if (bezwaar.isPresent()) {
            return problemen.antwoord(bezwaar.get());
        }
        byte[] goed = JsonObject.EMPTY.with("status", "goed").toBytes();
        return Response.of(200, Headers.of("Content-Type", "application/json"), goed);
    }

    private Response document() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(openapi.length);
        bytes.writeBytes(openapi);
        return Response.of(
                200,
                Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*"),
                bytes.toByteArray());
    }
}
