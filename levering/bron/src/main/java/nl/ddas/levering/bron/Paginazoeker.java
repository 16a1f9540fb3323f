// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.levering.bron.Momentopnamemaker.Reden;
import nl.ddas.levering.bron.Momentopnamen.Toegang;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Weigering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the page that a request means, in the snapshot of its period. All profiles are served from the same one.
final class Paginazoeker {

    private static final Logger LOG = LoggerFactory.getLogger(Paginazoeker.class);

    /// When the snapshot was made, and how many seconds ago that is.
    static final String MOMENTOPNAME = "DDAS-Momentopname";

    private static final int POGINGEN = 3;

    private final Momentopnamen momentopnamen;
    private final Paginas paginas;
    private final Toegangspoort poort;
    private final BronConfig config;
    private final Bronregels regels;
    private final Clock clock;

    /// @param regels what is written into the log
    Paginazoeker(
            Momentopnamen momentopnamen,
            Paginas paginas,
            Toegangspoort poort,
            BronConfig config,
            Bronregels regels,
            Clock clock) {
        this.regels = regels;
        this.momentopnamen = momentopnamen;
        this.paginas = paginas;
        this.poort = poort;
        this.config = config;
        this.clock = clock;
    }

    /// @param verpakking of the page, when there is one
    /// @throws IOException when the snapshot cannot be read
    Uitslag zoek(Afnemer afnemer, Gegevensverzoek vraag, Verpakking verpakking) throws IOException {
        Optional<Aanleverperiode> periode = Periodekeuze.van(vraag, momentopnamen.vandaag());
        if (periode.isEmpty()) {
            return geweigerd(Weigeringen.eindVoorStart(), vraag);
        }
        regels.gevraagd(afnemer, periode.get());
        return switch (poort.vraag(afnemer, periode.get())) {
            case Toegangspoort.Antwoord.Dicht(Weigering weigering) -> geweigerd(weigering, vraag);
            case Toegangspoort.Antwoord.Open(Reikwijdte reikwijdte) ->
                zoek(new Gevraagd(afnemer, vraag, periode.get(), reikwijdte), verpakking);
        };
    }

    /// What is wanted, and how much of it may go.
    private record Gevraagd(Afnemer afnemer, Gegevensverzoek vraag, Aanleverperiode periode, Reikwijdte reikwijdte) {}

    private Uitslag zoek(Gevraagd gevraagd, Verpakking verpakking) throws IOException {
        for (int poging = 1; ; poging++) {
            try {
                return eenmaal(gevraagd, verpakking);
            } catch (NoSuchFileException vervangen) {
                // Between choosing the snapshot and opening it, a new one took its place: choose again.
                if (poging == POGINGEN) {
                    throw vervangen;
                }
            }
        }
    }

    private Uitslag eenmaal(Gevraagd gevraagd, Verpakking verpakking) throws IOException {
        Gegevensverzoek vraag = gevraagd.vraag();
        return switch (momentopnamen.voor(gevraagd.periode())) {
            case Toegang.Beschikbaar(Momentopname momentopname) -> pagina(gevraagd, momentopname, verpakking);
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
        return config.gegevens().verversing().opnieuwNa();
    }

    private Uitslag pagina(Gevraagd gevraagd, Momentopname momentopname, Verpakking verpakking) throws IOException {
        Gegevensverzoek vraag = gevraagd.vraag();
        Optional<Selectie> selectie =
                Selectie.van(momentopname.index(), gevraagd.periode(), gevraagd.reikwijdte(), vraag);
        if (selectie.isEmpty()) {
            return geweigerd(
                    vraag.organisatie().isPresent() ? Weigeringen.onbekendeOrganisatie() : Weigeringen.geenGegevens(),
                    vraag);
        }
        try {
            Pagina pagina = regels.pagina(
                    gevraagd.afnemer(),
                    momentopname.index(),
                    selectie.get(),
                    () -> paginas.geef(momentopname, selectie.get()));
            return verpakking.verpak(pagina, Headers.of(MOMENTOPNAME, stand(momentopname)), vraag);
        } catch (IllegalStateException geenSleutel) {
            LOG.error("a page could not be signed", geenSleutel);
            return geweigerd(Weigering.ondertekenenLuktNiet(), vraag);
        } catch (PaginaMislukt stuk) {
            LOG.error("a page could not be put together", stuk);
            return geweigerd(Weigeringen.schijfStuk(), vraag);
        }
    }

    private String stand(Momentopname momentopname) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        momentopname.index().moment()) + "; leeftijd="
                + Math.max(0, momentopname.leeftijd(clock.instant()).toSeconds());
    }
}
