// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Momentopnamemaker.Reden;
import nl.ddas.levering.bron.Momentopnamen.Toegang;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Weigering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /v1/gegevens`: who may ask, what is asked, which page goes back. Source: DDAS-SHV.yaml 1.0.0.
final class Gegevensweg implements Weg {

    private static final Logger LOG = LoggerFactory.getLogger(Gegevensweg.class);

    /// When the snapshot was made, and how many seconds ago that is.
    static final String MOMENTOPNAME = "DDAS-Momentopname";

    private static final int GROOTSTE_VERZOEK = 64 * 1024;
    private static final int POGINGEN = 3;

    private final Ontvangst ontvangst;
    private final Momentopnamen momentopnamen;
    private final Paginas paginas;
    private final BronConfig config;
    private final Clock clock;
    private final VerzoekLezer lezer = new VerzoekLezer();

    Gegevensweg(Ontvangst ontvangst, Momentopnamen momentopnamen, Paginas paginas, BronConfig config, Clock clock) {
        this.ontvangst = ontvangst;
        this.momentopnamen = momentopnamen;
        this.paginas = paginas;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uitslag bewandel(Request verzoek) throws IOException {
        Optional<Duration> wacht = config.beschikbaarheid().totOpen(clock.instant());
        if (wacht.isEmpty() || wacht.get().isPositive()) {
            return Uitslag.geweigerd(Weigeringen.gesloten(wacht.orElse(Duration.ofDays(1))));
        }
        ByteArrayOutputStream inhoud = new ByteArrayOutputStream();
        return switch (ontvangst.neem(verzoek, GROOTSTE_VERZOEK, inhoud)) {
            case Ontvangst.Uitkomst.Geweigerd(Weigering weigering) -> Uitslag.geweigerd(weigering);
            case Ontvangst.Uitkomst.Aanvaard aanvaard -> lees(verzoek, inhoud.toByteArray());
        };
    }

    private Uitslag lees(Request verzoek, byte[] inhoud) throws IOException {
        if (verzoek.path().indexOf('?') >= 0) {
            return Uitslag.geweigerd(Weigering.onjuist(List.of(
                    new Fault("", "Zet de parameters in de inhoud van het verzoek, niet achter een vraagteken."))));
        }
        return switch (lezer.lees(inhoud)) {
            case VerzoekLezer.Uitkomst.Onjuist(List<Fault> fouten) -> Uitslag.geweigerd(Weigering.onjuist(fouten));
            case VerzoekLezer.Uitkomst.Gelezen(Gegevensverzoek vraag) -> lever(vraag);
        };
    }

    private Uitslag lever(Gegevensverzoek vraag) throws IOException {
        Optional<Aanleverperiode> periode = Periodekeuze.van(vraag, momentopnamen.vandaag());
        if (periode.isEmpty()) {
            return new Uitslag.Geweigerd(Weigeringen.eindVoorStart(), vraag.soorten());
        }
        for (int poging = 1; ; poging++) {
            try {
                return lever(vraag, periode.get());
            } catch (NoSuchFileException vervangen) {
                // Between choosing the snapshot and opening it, a new one took its place: choose again.
                if (poging == POGINGEN) {
                    throw vervangen;
                }
            }
        }
    }

    private Uitslag lever(Gegevensverzoek vraag, Aanleverperiode periode) throws IOException {
        return switch (momentopnamen.voor(periode)) {
            case Toegang.Beschikbaar(Momentopname momentopname) -> pagina(vraag, periode, momentopname);
            case Toegang.TeOud teOud -> geweigerd(Weigeringen.teOud(opnieuwNa()), vraag);
            case Toegang.Bezig bezig -> geweigerd(Weigeringen.bezig(), vraag);
            case Toegang.Geen(Reden reden) ->
                geweigerd(
                        reden == Reden.GEEN_GEGEVENS
                                ? Weigeringen.geenGegevens()
                                : Weigeringen.geenMomentopname(opnieuwNa()),
                        vraag);
        };
    }

    private static Uitslag geweigerd(Weigering weigering, Gegevensverzoek vraag) {
        return new Uitslag.Geweigerd(weigering, vraag.soorten());
    }

    private Duration opnieuwNa() {
        return config.verversing().opnieuwNa();
    }

    private Uitslag pagina(Gegevensverzoek vraag, Aanleverperiode periode, Momentopname momentopname)
            throws IOException {
        Optional<Selectie> selectie = Selectie.van(momentopname.index(), periode, vraag);
        if (selectie.isEmpty()) {
            return geweigerd(
                    vraag.organisatie().isPresent() ? Weigeringen.onbekendeOrganisatie() : Weigeringen.geenGegevens(),
                    vraag);
        }
        Pagina pagina;
        try {
            pagina = paginas.geef(momentopname, selectie.get());
        } catch (IllegalStateException geenSleutel) {
            return geweigerd(Weigeringen.ondertekenenLuktNiet(), vraag);
        } catch (PaginaMislukt stuk) {
            LOG.error("a page could not be put together", stuk);
            return geweigerd(Weigeringen.schijfStuk(), vraag);
        }
        Headers headers = pagina.handtekening()
                .addTo(Headers.of("Content-Type", "application/json", MOMENTOPNAME, stand(momentopname)));
        Response.Body inhoud = new Response.Body.Stream(pagina.lengte(), uit -> {
            try (pagina) {
                pagina.kopieerNaar(uit);
            }
        });
        return new Uitslag.Gegeven(new Response(200, headers, inhoud), "geleverd", vraag.soorten());
    }

    private String stand(Momentopname momentopname) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        momentopname.index().moment()) + "; leeftijd="
                + Math.max(0, momentopname.leeftijd(clock.instant()).toSeconds());
    }
}
