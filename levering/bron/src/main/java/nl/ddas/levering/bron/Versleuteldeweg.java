// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.BronConfig.Versleuteling;
import nl.ddas.levering.verkeer.Inhoudssoort;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;
import nl.ddas.trust.jose.Recipients;

/// A request of profile `seed-2024-07` (DDAS July 2024, sections 4 and 5): a JWT that is signed and then encrypted, and
/// the same page back in such a JWT. The page is encrypted while it is sent; it is never whole in memory.
final class Versleuteldeweg {

    /// An encrypted message is longer than what is in it.
    private static final int GROOTSTE_VERZOEK = Gegevensweg.GROOTSTE_VERZOEK * 7 / 5;

    /// The collector looks at it when it has all of it.
    private static final Duration ANTWOORD_GELDT = Duration.ofHours(1);

    private final Ontvangst ontvangst;
    private final Paginazoeker zoeker;
    private final Versleuteling instelling;
    private final Optional<Middelen> middelen;
    private final VerzoekLezer lezer = VerzoekLezer.voorSeed();

    /// What it works with.
    record Middelen(NestedJwtReader opener, NestedJwtWriter sluiter, Recipients ontvangers) {}

    /// @param inrichting without means when nothing is agreed with anybody
    Versleuteldeweg(
            Ontvangst ontvangst, Paginazoeker zoeker, Versleuteling instelling, Versleutelinrichting inrichting) {
        this.ontvangst = ontvangst;
        this.zoeker = zoeker;
        this.instelling = instelling;
        this.middelen = inrichting.middelen();
    }

    Uitslag bewandel(Request verzoek) throws IOException {
        Optional<Weigering> bezwaar = bezwaar(verzoek);
        if (bezwaar.isPresent()) {
            return Uitslag.geweigerd(bezwaar.get());
        }
        if (middelen.isEmpty()) {
            return Uitslag.geweigerd(Weigeringen.versleutelingNietVerwacht());
        }
        byte[] bericht;
        try {
            bericht = verzoek.body().readNBytes(GROOTSTE_VERZOEK + 1);
        } catch (BodyTooLarge teGroot) {
            return Uitslag.geweigerd(Weigering.teGroot(GROOTSTE_VERZOEK));
        }
        return bericht.length > GROOTSTE_VERZOEK
                ? Uitslag.geweigerd(Weigering.teGroot(GROOTSTE_VERZOEK))
                : open(verzoek, bericht, middelen.get());
    }

    private Optional<Weigering> bezwaar(Request verzoek) {
        if (!Inhoudssoort.JOSE.isGewenst(verzoek.headers())) {
            return Optional.of(Weigeringen.alleenJose());
        }
        return ontvangst.beller(verzoek).or(() -> Gegevensweg.achterVraagteken(verzoek));
    }

    private Uitslag open(Request verzoek, byte[] bericht, Middelen middelen) throws IOException {
        if (isAlleenOndertekend(bericht)) {
            return Uitslag.geweigerd(Weigeringen.versleutelingVereist());
        }
        NestedJwtReader.Outcome uitkomst = verzoek.peer().isEmpty()
                ? middelen.opener().read(bericht)
                : middelen.opener().read(bericht, verzoek.peer().getFirst());
        return switch (uitkomst) {
            case NestedJwtReader.Outcome.Refused(Verdict.Refused(String code, int status, String detail)) ->
                Uitslag.geweigerd(Weigering.versleuteling(code, status, detail));
            case NestedJwtReader.Outcome.Opened geopend -> lees(verzoek, geopend, middelen);
        };
    }

    /// Three parts instead of five: a JWS. To tell so helps more than that it cannot be decrypted.
    private static boolean isAlleenOndertekend(byte[] bericht) {
        int punten = 0;
        for (byte teken : bericht) {
            punten += teken == '.' ? 1 : 0;
        }
        return punten == 2;
    }

    private Uitslag lees(Request verzoek, NestedJwtReader.Outcome.Opened geopend, Middelen middelen)
            throws IOException {
        Oin afnemer = new Oin(geopend.signature().oin());
        Optional<Weigering> bezwaar = ontvangst.ondertekenaar(verzoek, geopend.signature());
        if (bezwaar.isPresent()) {
            return Uitslag.geweigerd(bezwaar.get());
        }
        if (!instelling.kent(afnemer.value())) {
            return Uitslag.geweigerd(Weigeringen.versleutelingNietVerwacht());
        }
        return switch (lezer.lees(geopend.content().bytes())) {
            case VerzoekLezer.Uitkomst.Onjuist(List<Fault> fouten) -> Uitslag.geweigerd(Weigering.onjuist(fouten));
            case VerzoekLezer.Uitkomst.Gelezen(Gegevensverzoek vraag) ->
                switch (middelen.ontvangers().find(afnemer)) {
                    case Recipient.Outcome.Unfit onbruikbaar ->
                        new Uitslag.Geweigerd(Weigeringen.versleutelenLuktNiet(onbruikbaar.detail()), vraag.soorten());
                    case Recipient.Outcome.Fit(Recipient ontvanger) ->
                        zoeker.zoek(
                                Gegevensweg.afnemer(verzoek, afnemer.value(), ontvangst),
                                vraag,
                                (pagina, stand, _) -> verpak(pagina, stand, vraag, () -> middelen.sluiter()
                                        .answer(ontvanger, ANTWOORD_GELDT, geopend.hash())));
                };
        };
    }

    /// Makes the letter when the page is there: its time counts from then.
    @FunctionalInterface
    private interface Brief {
        NestedJwtWriter.Letter maak();
    }

    private Uitslag verpak(Pagina pagina, Headers stand, Gegevensverzoek vraag, Brief brief) throws IOException {
        if (pagina.lengte() > instelling.grootstePagina()) {
            pagina.close();
            return new Uitslag.Geweigerd(
                    Weigeringen.paginaTeGroot(instelling.grootstePagina(), pagina.lengte()), vraag.soorten());
        }
        NestedJwtWriter.Letter bericht;
        try {
            bericht = brief.maak();
        } catch (IllegalStateException geenSleutel) {
            pagina.close();
            throw geenSleutel;
        }
        Response.Body inhoud = new Response.Body.Stream(bericht.length(pagina.lengte()), uit -> {
            try (pagina) {
                String _ = bericht.writeTo(uit, pagina::kopieerNaar);
            }
        });
        return new Uitslag.Gegeven(
                new Response(200, stand.with("Content-Type", "application/jose"), inhoud),
                "versleuteld-geleverd",
                vraag.soorten());
    }
}
