// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.logboek.dienst.Inzagen;
import nl.ddas.logboek.dienst.Logregels;
import nl.ddas.logboek.dienst.Vraagmerk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The read API (logboek-extensie-lezen): `POST /v1/processing-activities` with the question in the body, and its
/// description at `/v1/openapi.json`. Nothing of a question or an answer goes into an address or a log.
public final class LeesApi implements Handler {

    /// Below the base.
    static final String VRAAG = "/v1/processing-activities";
    static final String BESCHRIJVING = "/v1/openapi.json";

    private static final Logger LOG = LoggerFactory.getLogger(LeesApi.class);
    private static final int GROOTSTE = 64 * 1024;
    private static final String JSON = "application/json";

    private final String base;
    private final Lezers lezers;
    private final Bladwijzer bladwijzer;
    private final Vraaglezer vraaglezer;
    private final Leesloket loket;
    private final byte[] beschrijving;

    /// What reading needs of other parts.
    ///
    /// @param inzagen where reading is recorded: outside the log (READ-16)
    /// @param vraagmerk makes of a question what is recorded of it, and the key under which places in pages go
    /// @param clock says whether confidentiality has ended, and when was read
    public record Onderdelen(
            Logregels regels,
            Lezers lezers,
            Vertrouwelijkheid vertrouwelijkheid,
            Inzagen inzagen,
            Vraagmerk vraagmerk,
            Pseudoniemen pseudoniemen,
            Clock clock) {}

    /// @param base of the addresses, such as `/lezen`; may be empty
    /// @param extensies keys of loaded extensions, by which may be asked too, each with its JSON Schema
    ///     (with `type` and `description`)
    public LeesApi(String base, Onderdelen onderdelen, JsonObject extensies) {
        this.base = base;
        this.lezers = onderdelen.lezers();
        this.bladwijzer =
                new Bladwijzer(onderdelen.vraagmerk().of(List.of("bladwijzer")).bytes());
        this.vraaglezer = new Vraaglezer(extensies.members().keySet(), onderdelen.pseudoniemen(), bladwijzer);
        this.loket = new Leesloket(onderdelen);
        this.beschrijving = Leesbeschrijving.write(base, extensies);
    }

    /// Whether a path is one of this API.
    ///
    /// @param path perhaps with a query
    public boolean knows(String path) {
        String plain = plain(path);
        return plain.equals(base + VRAAG) || plain.equals(base + BESCHRIJVING);
    }

    private static String plain(String path) {
        return path.split("\\?", 2)[0];
    }

    @Override
    public Response handle(Request request) throws IOException {
        String plain = plain(request.path());
        if (plain.equals(base + VRAAG)) {
            return request.method().equals("POST") ? ask(request) : Leesproblemen.notAllowed("POST");
        }
        if (plain.equals(base + BESCHRIJVING)) {
            boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
            return isRead ? description() : Leesproblemen.notAllowed("GET, HEAD");
        }
        return Leesproblemen.notThere(base);
    }

    private Response description() {
        Headers headers = Leesproblemen.headers(JSON).with("Access-Control-Allow-Origin", "*");
        return Response.of(200, headers, beschrijving);
    }

    private Response ask(Request request) throws IOException {
        Optional<Lezer> lezer = lezers.find(request);
        if (lezer.isEmpty()) {
            return Leesproblemen.stranger();
        }
        if (request.path().contains("?")) {
            return Leesproblemen.wrong(
                    "Adressen komen in logboeken terecht. Stel de vraag alleen in het bericht, en laat"
                            + " alles vanaf het vraagteken weg.");
        }
        String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals(JSON)) {
            return Leesproblemen.otherKind();
        }
        try {
            return switch (JsonReading.of(request.body(), GROOTSTE)) {
                case JsonReading.Read(JsonObject body) -> ask(lezer.get(), body);
                case JsonReading.Read _ -> Leesproblemen.wrong("Verwacht: een JSON-object, tussen { en }.");
                case JsonReading.Refused refused ->
                    refused.reason() == JsonReading.Reason.TOO_LARGE
                            ? Leesproblemen.tooLarge(GROOTSTE)
                            : Leesproblemen.wrong(refused.detail());
            };
        } catch (BodyTooLarge _) {
            return Leesproblemen.tooLarge(GROOTSTE);
        }
    }

    private Response ask(Lezer lezer, JsonObject body) {
        return switch (vraaglezer.read(body)) {
            case Vraaglezing.Fout(var fouten) -> Leesproblemen.wrong(fouten);
            case Vraaglezing.Goed(Leesvraag vraag) -> answer(lezer, vraag);
        };
    }

    /// Whatever fails may name what was asked for, so only its kind is told.
    private Response answer(Lezer lezer, Leesvraag vraag) {
        try {
            return switch (loket.answer(lezer, vraag)) {
                case Leesloket.Uitkomst.Geweigerd(String waarom) -> Leesproblemen.forbidden(waarom);
                case Leesloket.Uitkomst.Pagina(List<byte[]> regels, var volgende) ->
                    Response.of(
                            200,
                            Leesproblemen.headers(JSON),
                            Paginaschrijver.write(regels, volgende.map(bladwijzer::write)));
            };
        } catch (RuntimeException failed) {
            LOG.error("lines could not be read: {}", failed.getClass().getName());
            return Leesproblemen.later();
        }
    }
}
