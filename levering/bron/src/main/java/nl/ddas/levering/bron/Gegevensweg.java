// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Inhoudssoort;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Weigering;

/// `POST /v1/gegevens`: who may ask, what is asked, which page goes back. The kind of content decides on the profile:
/// JSON is v1.0 (DDAS-SHV.yaml 1.0.0), what is encrypted goes to [Versleuteldeweg].
final class Gegevensweg implements Weg {

    static final int GROOTSTE_VERZOEK = 64 * 1024;

    private final Ontvangst ontvangst;
    private final Versleuteldeweg versleuteld;
    private final Paginazoeker zoeker;
    private final BronConfig config;
    private final Clock clock;
    private final VerzoekLezer lezer = VerzoekLezer.voorV1();

    Gegevensweg(Ontvangst ontvangst, Versleuteldeweg versleuteld, Paginazoeker zoeker, BronConfig config, Clock clock) {
        this.ontvangst = ontvangst;
        this.versleuteld = versleuteld;
        this.zoeker = zoeker;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uitslag bewandel(Request verzoek) throws IOException {
        Optional<Duration> wacht = config.toegang().beschikbaarheid().totOpen(clock.instant());
        if (wacht.isEmpty() || wacht.get().isPositive()) {
            return Uitslag.geweigerd(Weigeringen.gesloten(wacht.orElse(Duration.ofDays(1))));
        }
        if (Inhoudssoort.JOSE.isVan(verzoek.headers())) {
            return versleuteld.bewandel(verzoek);
        }
        ByteArrayOutputStream inhoud = new ByteArrayOutputStream();
        return switch (ontvangst.neem(verzoek, GROOTSTE_VERZOEK, inhoud)) {
            case Ontvangst.Uitkomst.Geweigerd(Weigering weigering) -> Uitslag.geweigerd(weigering);
            case Ontvangst.Uitkomst.Aanvaard aanvaard ->
                config.toegang().versleuteling().vereist(aanvaard.handtekening().oin())
                        ? Uitslag.geweigerd(Weigeringen.versleutelingVereist())
                        : lees(
                                verzoek,
                                afnemer(verzoek, aanvaard.handtekening().oin(), ontvangst),
                                inhoud.toByteArray());
        };
    }

    private Uitslag lees(Request verzoek, Afnemer afnemer, byte[] inhoud) throws IOException {
        Optional<Weigering> bezwaar = achterVraagteken(verzoek);
        if (bezwaar.isPresent()) {
            return Uitslag.geweigerd(bezwaar.get());
        }
        return switch (lezer.lees(inhoud)) {
            case VerzoekLezer.Uitkomst.Onjuist(List<Fault> fouten) -> Uitslag.geweigerd(Weigering.onjuist(fouten));
            case VerzoekLezer.Uitkomst.Gelezen(Gegevensverzoek vraag) ->
                zoeker.zoek(afnemer, vraag, Gegevensweg::openlijk);
        };
    }

    /// Who gets the page, once it is known who signed and that who called may pass that on.
    static Afnemer afnemer(Request verzoek, String ondertekenaar, Ontvangst ontvangst) {
        return Afnemer.van(ondertekenaar, ontvangst.afzender(verzoek).orElseThrow());
    }

    /// Parameters in the address would end up in logs.
    static Optional<Weigering> achterVraagteken(Request verzoek) {
        return verzoek.path().indexOf('?') < 0
                ? Optional.empty()
                : Optional.of(Weigering.onjuist(List.of(
                        new Fault("", "Zet de parameters in de inhoud van het verzoek, niet achter een vraagteken."))));
    }

    private static Uitslag openlijk(Pagina pagina, Headers stand, Gegevensverzoek vraag) {
        Headers headers = pagina.handtekening().addTo(Headers.of("Content-Type", "application/json"));
        for (Headers.Line regel : stand.lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        Response.Body inhoud = new Response.Body.Stream(pagina.lengte(), uit -> {
            try (pagina) {
                pagina.kopieerNaar(uit);
            }
        });
        return new Uitslag.Gegeven(new Response(200, headers, inhoud), "geleverd", vraag.soorten());
    }
}
