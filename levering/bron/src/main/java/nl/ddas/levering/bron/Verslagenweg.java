// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Bewaarstroom.ArchiefStuk;
import nl.ddas.levering.bron.VerslagenArchief.Bewaard;
import nl.ddas.levering.bron.VerslagenArchief.Binnengekomen;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Verslagnummer;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.PayloadVerifier.Verdict.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /v1/verwerkingsverslagen`: CBS delivers what it found in a delivery (S78). Only `id` is looked at
/// here, and for the log what delivery it is about; the report itself is kept as it came.
final class Verslagenweg implements Weg {

    private static final Logger LOG = LoggerFactory.getLogger(Verslagenweg.class);

    private final Ontvangst ontvangst;
    private final VerslagenArchief archief;
    private final Verslagvoorraad voorraad;
    private final long grootste;
    private final Problemen problemen;
    private final Bronregels regels;

    /// @param grootste most bytes of a report
    /// @param problemen signs the answers
    /// @param regels what is written into the log
    Verslagenweg(
            Ontvangst ontvangst,
            VerslagenArchief archief,
            Verslagvoorraad voorraad,
            long grootste,
            Problemen problemen,
            Bronregels regels) {
        this.ontvangst = ontvangst;
        this.archief = archief;
        this.voorraad = voorraad;
        this.grootste = grootste;
        this.problemen = problemen;
        this.regels = regels;
    }

    @Override
    public Uitslag bewandel(Request verzoek) throws IOException {
        Optional<Weigering> bezwaar = ontvangst.bezwaar(verzoek);
        if (bezwaar.isPresent()) {
            return Uitslag.geweigerd(bezwaar.get());
        }
        long ruimte = ruimte(verzoek.headers());
        if (!voorraad.reserveer(ruimte)) {
            return new Uitslag.Geweigerd(Weigeringen.archiefVol(), "verslag");
        }
        try {
            return ontvang(verzoek);
        } catch (ArchiefStuk stuk) {
            LOG.error("a report could not be kept", stuk);
            return new Uitslag.Geweigerd(Weigeringen.archiefStuk(), "verslag");
        } finally {
            voorraad.geefVrij(ruimte);
        }
    }

    /// How much room a report needs: as much as it says, or the most it may be.
    private long ruimte(Headers headers) {
        Optional<String> lengte = headers.first("Content-Length").filter(tekst -> tekst.matches("\\d{1,18}"));
        return lengte.map(Long::parseLong)
                .map(bytes -> Math.min(bytes, grootste))
                .orElse(grootste);
    }

    private Uitslag ontvang(Request verzoek) throws IOException {
        String naam = archief.nieuweNaam();
        Ontvangst.Uitkomst uitkomst;
        try (Bewaarstroom uit = archief.ontvang(naam)) {
            uitkomst = ontvangst.neem(verzoek, grootste, uit);
            if (uitkomst instanceof Ontvangst.Uitkomst.Aanvaard) {
                uit.houd();
            }
        }
        return switch (uitkomst) {
            case Ontvangst.Uitkomst.Geweigerd(Weigering weigering) -> Uitslag.geweigerd(weigering);
            case Ontvangst.Uitkomst.Aanvaard(Verified handtekening, long grootte) ->
                bewaar(verzoek, new Binnengekomen(naam, grootte, handtekening));
        };
    }

    private Uitslag bewaar(Request verzoek, Binnengekomen verslag) throws IOException {
        try {
            Optional<Verslagkop> kop = kop(verslag);
            kop.ifPresent(gelezen ->
                    regels.overVerslag(regels.afnemer(verslag.handtekening().oin(), verzoek), gelezen));
            Optional<String> id = kop.flatMap(Verslagkop::id).filter(Verslagnummer::isGeldig);
            if (id.isEmpty()) {
                return Uitslag.geweigerd(Weigering.onjuist(List.of(new Fault(
                        "/id",
                        "Verwacht werd een JSON-object met een id van 1 tot 64 letters, cijfers en streepjes."))));
            }
            return switch (archief.bewaar(id.get(), verslag)) {
                case NIEUW -> {
                    voorraad.bij(id.get(), verslag.grootte());
                    yield ontvangen(201, id.get(), Bewaard.NIEUW);
                }
                case HERHAALD -> ontvangen(200, id.get(), Bewaard.HERHAALD);
                case BOTST -> new Uitslag.Geweigerd(Weigeringen.andereInhoud(), "verslag");
            };
        } finally {
            archief.verwerp(verslag.naam());
        }
    }

    private Uitslag ontvangen(int status, String id, Bewaard bewaard) {
        byte[] inhoud = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        Headers headers = problemen.getekend(Headers.of("Content-Type", "application/json"), inhoud);
        String uitkomst = bewaard == Bewaard.NIEUW ? "verslag-ontvangen" : "verslag-herhaald";
        return new Uitslag.Gegeven(Response.of(status, headers, inhoud), uitkomst, "verslag");
    }

    private Optional<Verslagkop> kop(Binnengekomen verslag) throws IOException {
        try (InputStream in = archief.lees(verslag)) {
            return Verslagkop.lees(in);
        }
    }
}
