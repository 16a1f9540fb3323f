// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static nl.ddas.levering.verkeer.Ddaskenmerk.AANLEVERENDE_ORGANISATIE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.AANTAL_TRAJECTEN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.AFNEMER_OIN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.BERICHT_DIGEST;
import static nl.ddas.levering.verkeer.Ddaskenmerk.BERICHT_SOORT;
import static nl.ddas.levering.verkeer.Ddaskenmerk.FSC_TRANSACTIE_ID;
import static nl.ddas.levering.verkeer.Ddaskenmerk.GEGEVENSLEVERANCIER_CODE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.LEVERING_ID;
import static nl.ddas.levering.verkeer.Ddaskenmerk.PAGINA;
import static nl.ddas.levering.verkeer.Ddaskenmerk.PERIODE_EIND;
import static nl.ddas.levering.verkeer.Ddaskenmerk.PERIODE_START;
import static nl.ddas.levering.verkeer.Ddaskenmerk.SCHEMA_VERSIE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.TOTAAL_PAGINAS;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Leveringkenmerk;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.logboek.client.Aanroep;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Lopend;
import nl.ddas.logboek.client.Werk;
import nl.ddas.trust.Oin;

/// How what the supplier's API does becomes lines in the Logboek Dataverwerkingen. A request belongs to the
/// trace of who asks, and each page is a line below it. Lines are about a delivery as a whole, never about a
/// person.
final class Bronregels {

    private static final String VERSIE = "1.0";
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Optional<Logboekaansluiting> aansluiting;
    private final Afzenderbepaling afzenders;
    private final String eigenOin;
    private final String naam;

    /// @param aansluiting without one nothing is written
    /// @param eigenOin of who signs the deliveries
    /// @param naam what the deliveries are called after while the software is not known
    Bronregels(
            Optional<Logboekaansluiting> aansluiting, Afzenderbepaling afzenders, Optional<Oin> eigenOin, String naam) {
        this.aansluiting = aansluiting;
        this.afzenders = afzenders;
        this.eigenOin = eigenOin.map(Oin::value).orElse("");
        this.naam = naam;
    }

    /// Work of ours that can fail as files do.
    @FunctionalInterface
    interface Klus<T> {
        T doe() throws IOException;
    }

    /// A request for gegevens: received and judged.
    Weg verzoek(Weg weg) {
        return gelogd("Verzoek om schuldhulpgegevens ontvangen en beoordelen", weg);
    }

    /// A Verwerkingsverslag that comes in.
    Weg verslag(Weg weg) {
        return gelogd("Verwerkingsverslag verwerken", weg);
    }

    private Weg gelogd(String wat, Weg weg) {
        return aansluiting.isEmpty()
                ? weg
                : verzoek -> run(actie(wat, Verwerking.LEVERANCIER_VERSTREKKEN).van(aanroep(verzoek)), lopend -> {
                    Uitslag uitslag = weg.bewandel(verzoek);
                    lopend.httpStatus(
                            switch (uitslag) {
                                case Uitslag.Gegeven gegeven ->
                                    gegeven.antwoord().status();
                                case Uitslag.Geweigerd geweigerd ->
                                    geweigerd.weigering().status();
                            });
                    return uitslag;
                });
    }

    /// Says on the line of the request what was asked for.
    void gevraagd(Afnemer wie, Aanleverperiode periode) {
        if (aansluiting.isPresent()) {
            Logboek.huidige().ifPresent(lopend -> beschrijf(lopend, Ddaskenmerk.VRAAG, wie, periode, naam));
        }
    }

    /// A page that is put together, signed and given, a line below that of its request.
    Pagina pagina(Afnemer wie, MomentopnameIndex index, Selectie selectie, Klus<Pagina> klus) throws IOException {
        if (aansluiting.isEmpty()) {
            return klus.doe();
        }
        Actie actie = actie("Levering ondertekenen en verstrekken", Verwerking.LEVERANCIER_VERSTREKKEN);
        return run(actie, lopend -> {
            beschrijf(lopend, Ddaskenmerk.ANTWOORD, wie, selectie.periode(), index.software());
            zet(
                    lopend,
                    LEVERING_ID,
                    Leveringkenmerk.van(
                                    eigenOin, selectie.periode(), index.moment().toInstant())
                            .toString());
            long hier = Math.max(0, Math.min(selectie.pageSize(), selectie.totaal() - selectie.ervoor()));
            zet(lopend, AANTAL_TRAJECTEN, Long.toString(hier));
            if (selectie.paginas() > 1) {
                zet(lopend, PAGINA, Integer.toString(selectie.page()));
                zet(lopend, TOTAAL_PAGINAS, Long.toString(selectie.paginas()));
            }
            lopend.metLijst(AANLEVERENDE_ORGANISATIE.sleutel(), organisaties(index, selectie));
            Pagina pagina = klus.doe();
            zet(lopend, BERICHT_DIGEST, pagina.handtekening().digest());
            return pagina;
        });
    }

    /// A snapshot that is made of the source: put together, checked, and kept ready for whoever may ask.
    Momentopnamemaker.Uitkomst momentopname(Klus<Momentopnamemaker.Uitkomst> klus) throws IOException {
        return aansluiting.isEmpty()
                ? klus.doe()
                : run(
                        actie(
                                "Levering samenstellen uit bronsysteem en valideren",
                                Verwerking.LEVERANCIER_VOORBEREIDEN),
                        lopend -> {
                            Momentopnamemaker.Uitkomst uitkomst = klus.doe();
                            if (uitkomst instanceof Momentopnamemaker.Uitkomst.Mislukt mislukt
                                    && mislukt.reden() == Momentopnamemaker.Reden.ONLEESBAAR) {
                                lopend.mislukt();
                            }
                            return uitkomst;
                        });
    }

    /// Removes reports that were kept long enough.
    void vernietig(Verslagvoorraad verslagen) throws IOException {
        if (aansluiting.isEmpty() || !verslagen.heeftVerlopen()) {
            verslagen.verwijderVerlopen();
            return;
        }
        Actie actie = actie("Verslagen vernietigen na bewaartermijn", Verwerking.LEVERANCIER_VERNIETIGING);
        boolean _ = run(actie, lopend -> {
            verslagen.verwijderVerlopen();
            return true;
        });
    }

    /// A decision of ours about a delivery, sent to who received it.
    <T> T besluit(Besluit besluit, Klus<T> klus) throws IOException {
        boolean isIntrekking = besluit == Besluit.INGETROKKEN;
        return aansluiting.isEmpty()
                ? klus.doe()
                : run(
                        actie(
                                isIntrekking ? "Levering intrekken" : "Levering goedkeuren",
                                isIntrekking ? Verwerking.LEVERANCIER_CORRECTIE : Verwerking.LEVERANCIER_VERSTREKKEN),
                        lopend -> klus.doe());
    }

    /// The trace of the action in which this thread is, for a request to another party.
    static Headers metTrace(Headers headers) {
        Headers met = headers;
        for (Map.Entry<String, String> regel :
                Logboek.huidige().map(Lopend::headers).orElse(Map.of()).entrySet()) {
            met = met.with(regel.getKey(), regel.getValue());
        }
        return met;
    }

    /// How it stands with the log, for health.
    String stand() {
        return aansluiting.map(log -> log.stand().get()).orElse(Logboekaansluiting.GEEN);
    }

    private static Actie actie(String naam, Verwerking verwerking) {
        return Actie.of(naam, Activiteit.zonderBetrokkenen(verwerking.uri()));
    }

    private void beschrijf(Lopend lopend, String soort, Afnemer wie, Aanleverperiode periode, String software) {
        zet(lopend, BERICHT_SOORT, soort);
        zet(lopend, SCHEMA_VERSIE, VERSIE);
        zet(lopend, GEGEVENSLEVERANCIER_CODE, software);
        zet(lopend, AFNEMER_OIN, wie.organisatie().value());
        zet(lopend, PERIODE_START, periode.start().toString());
        zet(lopend, PERIODE_EIND, periode.eind().toString());
        wie.transactie().filter(id -> id.matches(UUID)).ifPresent(id -> zet(lopend, FSC_TRANSACTIE_ID, id));
    }

    private static void zet(Lopend lopend, Ddaskenmerk kenmerk, String waarde) {
        lopend.met(kenmerk.sleutel(), waarde);
    }

    /// Gemeentecodes only: a KvK number may point at a person.
    private static List<String> organisaties(MomentopnameIndex index, Selectie selectie) {
        return selectie.delen().stream()
                .map(deel -> index.leveringen().get(deel.levering()).kop().aanleverendeOrganisatie())
                .flatMap(organisatie -> organisatie.gemeentecode().flatMap(Gemeentecode::lees).stream())
                .map(Gemeentecode::code)
                .distinct()
                .toList();
    }

    /// The address of the caller comes from its certificate by our own list, never from a header.
    private Aanroep aanroep(Request verzoek) {
        Map<String, List<String>> trace = new HashMap<>();
        for (String kop : List.of("traceparent", "tracestate")) {
            trace.put(
                    kop,
                    verzoek.headers().lines().stream()
                            .filter(regel -> regel.name().equalsIgnoreCase(kop))
                            .map(Headers.Line::value)
                            .toList());
        }
        Optional<URI> adres = afzenders
                .bepaal(verzoek)
                .map(Afzender::oin)
                .map(oin -> aansluiting.orElseThrow().adressen().get(oin));
        return Aanroep.of(trace, adres);
    }

    private <T> T run(Actie actie, Werk<T> werk) throws IOException {
        try {
            return aansluiting.orElseThrow().logboek().run(actie, werk);
        } catch (IOException | RuntimeException bekend) {
            throw bekend;
        } catch (Exception anders) {
            throw new IllegalStateException(anders);
        }
    }
}
