// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// The door of a witness: `POST .../add-checkpoint` (C2SP tlog-witness).
public final class Getuigeweg implements Handler {

    /// Largest request: a note and 63 hashes.
    private static final int MEESTE = SignedNote.MAX_BYTES + 4096;

    private final String pad;
    private final Getuige getuige;

    /// @param pad what stands before `/add-checkpoint`, such as `/getuige`
    public Getuigeweg(String pad, Getuige getuige) {
        this.pad = pad;
        this.getuige = getuige;
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (!request.path().equals(pad + "/add-checkpoint")) {
            return problem(404, "Dit is er niet", "Verwacht: " + pad + "/add-checkpoint.", request);
        }
        if (!request.method().equals("POST")) {
            Response refused =
                    problem(405, "Alleen POST wordt hier beantwoord", "Stuur een checkpoint met POST.", request);
            return new Response(405, refused.headers().with("Allow", "POST"), refused.body());
        }
        byte[] body = request.body().readNBytes(MEESTE + 1);
        return body.length > MEESTE
                ? problem(413, "Het bericht is te groot", "Verwacht: ten hoogste " + MEESTE + " bytes.", request)
                : answer(getuige.add(body), request);
    }

    private static Response answer(Getuigeantwoord antwoord, Request request) {
        return switch (antwoord) {
            case Getuigeantwoord.Getekend(List<SignedNote.Regel> regels) ->
                Response.text(
                        200,
                        "text/plain; charset=utf-8",
                        regels.stream().map(SignedNote.Regel::tekst).collect(Collectors.joining()));
            case Getuigeantwoord.Andere(long size) -> Response.text(409, "text/x.tlog.size", size + "\n");
            case Getuigeantwoord.AndereWortel _ ->
                problem(
                        409,
                        "Een andere boom van dezelfde grootte",
                        "Van dit logboek is hier al een checkpoint van deze grootte ondertekend, met een andere wortel.",
                        request);
            case Getuigeantwoord.Bewijsfout _ ->
                problem(
                        422,
                        "Het bewijs klopt niet",
                        "Deze boom gaat niet verder op de boom die hier het laatst is ondertekend.",
                        request);
            case Getuigeantwoord.Ongetekend _ ->
                problem(
                        403,
                        "Niet ondertekend door dit logboek",
                        "Geen handtekening is van een sleutel die hier van dit logboek bekend is.",
                        request);
            case Getuigeantwoord.Onbekend _ ->
                problem(
                        404,
                        "Dit logboek is hier niet bekend",
                        "Vraag de beheerder van de getuige om het toe te voegen.",
                        request);
            case Getuigeantwoord.Onleesbaar _ -> unreadable(request);
        };
    }

    private static Response unreadable(Request request) {
        String detail =
                "Verwacht: 'old GROOTTE', het bewijs, een lege regel en een checkpoint dat niet kleiner is (C2SP"
                        + " tlog-witness).";
        return problem(400, "Geen leesbaar verzoek", detail, request);
    }

    private static Response problem(int status, String title, String detail, Request request) {
        return new Problem("about:blank", title, status, detail, request.path(), List.of()).toResponse();
    }
}
