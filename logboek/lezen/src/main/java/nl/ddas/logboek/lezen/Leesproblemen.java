// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Response;

/// What the read API answers when it cannot answer: problem+json in Dutch, never with anything from the question.
final class Leesproblemen {

    /// Of the API.
    static final String VERSIE = "1.0.0";

    private static final String SOORTEN = "https://ddas.example/problemen/logboek/";

    private Leesproblemen() {}

    static Response of(int status, String kind, String title, String detail) {
        return of(status, kind, title, detail, List.of());
    }

    private static Response of(int status, String kind, String title, String detail, List<Problem.Fault> faults) {
        Problem problem = new Problem(SOORTEN + kind, title, status, detail, SOORTEN + kind, faults);
        return Response.of(status, headers("application/problem+json"), problem.toJson());
    }

    static Headers headers(String type) {
        return Headers.of("Content-Type", type, "API-Version", VERSIE, "Cache-Control", "no-store");
    }

    static Response wrong(List<Problem.Fault> faults) {
        return of(
                400,
                "ongeldige-vraag",
                "De vraag klopt niet",
                "Bij errors staat per veld wat er verwacht werd.",
                faults);
    }

    static Response wrong(String detail) {
        return of(400, "ongeldige-vraag", "De vraag klopt niet", detail);
    }

    static Response stranger() {
        Response problem = of(
                401,
                "onbekende-lezer",
                "Wie leest, is niet bekend",
                "Lezen kan met een certificaat dat bij dit logboek bekend is. Vraag de beheerder om u op te nemen.");
        return with(problem, "WWW-Authenticate", "ClientCertificate realm=\"logboek\"");
    }

    static Response forbidden(String detail) {
        return of(403, "geen-recht", "Dit mag u niet vragen", detail);
    }

    static Response notThere(String base) {
        return of(
                404,
                "niet-gevonden",
                "Dit adres bestaat niet",
                "Er zijn " + base + LeesApi.VRAAG + " en " + base + LeesApi.BESCHRIJVING + ".");
    }

    static Response notAllowed(String allow) {
        Response problem =
                of(405, "andere-methode", "Deze methode kan hier niet", "Op dit adres kan wel: " + allow + ".");
        return with(problem, "Allow", allow);
    }

    static Response otherKind() {
        return of(
                415,
                "andere-inhoud",
                "De vraag is geen JSON",
                "Stuur de vraag als JSON, met Content-Type: application/json.");
    }

    static Response tooLarge(int most) {
        return of(413, "te-groot", "De vraag is te groot", "Verwacht: een vraag van ten hoogste " + most + " bytes.");
    }

    static Response later() {
        Response problem = of(
                503,
                "nu-niet",
                "Lezen kan nu niet",
                "Het logboek, het register of de vastlegging van inzage is niet bereikbaar. Probeer het later opnieuw.");
        return with(problem, "Retry-After", "5");
    }

    private static Response with(Response response, String name, String value) {
        return new Response(response.status(), response.headers().with(name, value), response.body());
    }
}
