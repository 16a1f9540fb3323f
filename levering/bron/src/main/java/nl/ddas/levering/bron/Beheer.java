// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ddas.access.AccessEndpoint;
import nl.ddas.access.RemoteDecisionPoint;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Momentopnamemaker.Reden;
import nl.ddas.levering.bron.Momentopnamemaker.Uitkomst;

/// What only the administrator of this machine sees: `/health`, `/metrics`, `/tellingen.csv`, `POST /ververs`, and
/// the decision point (see [AccessEndpoint]).
final class Beheer implements Handler {

    private static final Pattern EIGEN = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    private final Gezondheid gezondheid;
    private final Verzoektelling telling;
    private final Metrics cijfers;
    private final Momentopnamen momentopnamen;
    private final AccessEndpoint beslispunt;

    /// @param beslispunt lets other programs on this machine ask who gets what
    Beheer(
            Gezondheid gezondheid,
            Verzoektelling telling,
            Metrics cijfers,
            Momentopnamen momentopnamen,
            AccessEndpoint beslispunt) {
        this.gezondheid = gezondheid;
        this.telling = telling;
        this.cijfers = cijfers;
        this.momentopnamen = momentopnamen;
        this.beslispunt = beslispunt;
    }

    /// Registers what the state of the snapshot is in figures.
    static void meld(Metrics cijfers, Gezondheid gezondheid, Paginas paginas) {
        cijfers.gauge(
                "ddas_bron_momentopname_leeftijd_seconden",
                "Leeftijd van de momentopname van het laatste afgesloten halfjaar",
                () -> gezondheid
                        .stand()
                        .momentopname()
                        .map(momentopname ->
                                (double) gezondheid.leeftijd(momentopname).toSeconds())
                        .orElse(Double.NaN));
        cijfers.gauge("ddas_bron_momentopname_trajecten", "Trajecten in die momentopname", () -> gezondheid
                .stand()
                .momentopname()
                .map(momentopname -> (double) momentopname.index().aantal())
                .orElse(Double.NaN));
        cijfers.gauge(
                "ddas_bron_verversen_mislukt",
                "1 als de laatste keer verversen mislukte",
                () -> gezondheid.stand().mislukking().isPresent() ? 1 : 0);
        cijfers.gauge("ddas_bron_paginas_bytes", "Schijfruimte van klaargezette pagina's", paginas::bezet);
    }

    /// Registers how full the archive of reports is.
    static void meld(Metrics cijfers, Verslagvoorraad verslagen) {
        cijfers.gauge("ddas_bron_verslagen", "Bewaarde verwerkingsverslagen", () -> verslagen
                .stand()
                .aantal());
        cijfers.gauge("ddas_bron_verslagen_bytes", "Ruimte die zij innemen", () -> verslagen
                .stand()
                .bytes());
        cijfers.gauge("ddas_bron_verslagen_hoogstens_bytes", "Ruimte die zij mogen innemen", () -> verslagen
                .stand()
                .hoogstens());
    }

    @Override
    public Response handle(Request verzoek) throws IOException {
        boolean beschrijving = verzoek.path().equals(AccessEndpoint.DESCRIPTION);
        Response antwoord =
                vanElders(verzoek.headers()) && !beschrijving ? nietVanElders().toResponse() : antwoord(verzoek);
        Headers headers = antwoord.headers();
        return headers.first("API-Version").isPresent()
                ? antwoord
                : new Response(antwoord.status(), headers.with("API-Version", Openapi.VERSIE), antwoord.body());
    }

    private static Problem nietVanElders() {
        return new Problem(
                "about:blank",
                "Dit mag hier niet",
                403,
                "Dit verzoek komt van een pagina van een ander adres, en dat mag hier niet.",
                "about:blank",
                List.of());
    }

    /// Whether a page of another site asks, by way of the browser of whoever sits at this machine. A page that gave
    /// its own name to this address is such a page too, so the name must be one of this machine.
    private static boolean vanElders(Headers headers) {
        Optional<String> eigen =
                headers.first("Host").filter(host -> EIGEN.matcher(host).matches());
        return headers.all("Origin").stream()
                .anyMatch(herkomst ->
                        eigen.filter(host -> herkomst.equals("http://" + host)).isEmpty());
    }

    private Response antwoord(Request verzoek) throws IOException {
        if (AccessEndpoint.knows(verzoek.path())) {
            return beslispunt.handle(verzoek);
        }
        return switch (verzoek.method() + " " + verzoek.path()) {
            case "GET /health" -> gezondheid.antwoord();
            case "GET /metrics" -> cijfers.toResponse();
            case "GET /tellingen.csv" -> Response.text(200, "text/csv; charset=utf-8", telling.csv());
            case "POST /ververs" -> ververs();
            default ->
                tekst(
                        404,
                        "Bekend zijn GET /health, GET /metrics, GET /tellingen.csv, POST /ververs en POST "
                                + RemoteDecisionPoint.PATH + ".\n");
        };
    }

    private Response ververs() {
        return switch (momentopnamen.ververs(momentopnamen.standaardperiode())) {
            case Uitkomst.Gelukt(Momentopname nieuw) ->
                tekst(200, "De momentopname is ververst: " + nieuw.index().aantal() + " trajecten.\n");
            case Uitkomst.Mislukt mislukt -> tekst(409, uitleg(mislukt));
        };
    }

    private static Response tekst(int status, String tekst) {
        return Response.of(
                status,
                Headers.of("Content-Type", "text/plain; charset=utf-8"),
                tekst.getBytes(StandardCharsets.UTF_8));
    }

    private static String uitleg(Uitkomst.Mislukt mislukt) {
        String kop = "De momentopname is niet ververst; de oude blijft in gebruik als die er is.";
        String aantal = mislukt.aantal() > 1 ? " Aantal fouten: " + mislukt.aantal() + ". De eerste:" : "";
        return fouten(mislukt).stream()
                .map(Bronfout::toString)
                .collect(Collectors.joining("\n", kop + aantal + "\n", "\n"));
    }

    /// What stood in the way, never empty.
    static List<Bronfout> fouten(Uitkomst.Mislukt mislukt) {
        return mislukt.reden() == Reden.GEEN_GEGEVENS
                ? List.of(new Bronfout("bron", "", "De bron heeft geen levering over het laatste afgesloten halfjaar."))
                : mislukt.fouten();
    }
}
