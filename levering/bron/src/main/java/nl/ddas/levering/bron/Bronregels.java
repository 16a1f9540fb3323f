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
import static nl.ddas.levering.verkeer.Ddaskenmerk.PAGINA;
import static nl.ddas.levering.verkeer.Ddaskenmerk.SCHEMA_VERSIE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.TOTAAL_PAGINAS;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.ddas.basis.Request;
import nl.ddas.levering.bron.MomentopnameIndex.Ingang;
import nl.ddas.levering.bron.Momentopnamemaker.Uitkomst;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Klus;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verkeer.Tracekoppen;
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
        opDezeRegel(lopend -> beschrijf(lopend, Ddaskenmerk.VRAAG, wie, periode, naam));
    }

    /// Says on the line in which this thread is which delivery a report is about. When the report does not tell, the
    /// line says no more than who sent it and over which period.
    void overVerslag(Afnemer wie, Verslagkop kop) {
        opDezeRegel(lopend -> beschrijf(lopend, wie, kop));
    }

    /// Who sent a request, as the line of it tells.
    Afnemer afnemer(String ondertekenaar, Request verzoek) {
        return afzenders
                .bepaal(verzoek)
                .map(afzender -> Afnemer.van(ondertekenaar, afzender))
                .orElseGet(() -> Afnemer.van(ondertekenaar));
    }

    private void opDezeRegel(Consumer<Lopend> wat) {
        if (aansluiting.isPresent()) {
            Logboek.huidige().ifPresent(wat);
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
            Ddaskenmerk.zetLevering(
                    lopend, eigenOin, selectie.periode(), index.moment().toInstant());
            long hier = Math.max(0, Math.min(selectie.pageSize(), selectie.totaal() - selectie.ervoor()));
            AANTAL_TRAJECTEN.zet(lopend, Long.toString(hier));
            if (selectie.paginas() > 1) {
                PAGINA.zet(lopend, Integer.toString(selectie.page()));
                TOTAAL_PAGINAS.zet(lopend, Long.toString(selectie.paginas()));
            }
            organisaties(lopend, selectie.delen().stream().map(deel -> index.leveringen()
                    .get(deel.levering())));
            Pagina pagina = klus.doe();
            BERICHT_DIGEST.zet(lopend, pagina.handtekening().digest());
            return pagina;
        });
    }

    /// A snapshot that is made of the source: put together, checked, and kept ready for whoever may ask.
    Uitkomst momentopname(Aanleverperiode periode, Klus<Uitkomst> klus) throws IOException {
        if (aansluiting.isEmpty()) {
            return klus.doe();
        }
        Actie actie = actie("Levering samenstellen uit bronsysteem en valideren", Verwerking.LEVERANCIER_VOORBEREIDEN);
        return run(actie, lopend -> {
            Ddaskenmerk.zetPeriode(lopend, periode);
            Uitkomst uitkomst = klus.doe();
            if (uitkomst instanceof Uitkomst.Mislukt mislukt) {
                mislukt(lopend, mislukt);
            }
            return uitkomst;
        });
    }

    /// Says on the line of a snapshot what is in it.
    ///
    /// @param vormfouten how many elements of the source break the schema
    void samengesteld(MomentopnameIndex index, long vormfouten) {
        opDezeRegel(lopend -> {
            beschrijf(lopend, index);
            Ddaskenmerk.zetOordeel(lopend, false, vormfouten);
        });
    }

    /// A snapshot and its pages that are removed: another came in its place, or it is of no use.
    ///
    /// @param klus removes them
    void vernietig(MomentopnameIndex index, Klus<Boolean> klus) throws IOException {
        boolean _ = aansluiting.isEmpty()
                ? klus.doe()
                : run(actie("Levering en kopieën vernietigen", Verwerking.LEVERANCIER_VERNIETIGING), lopend -> {
                    beschrijf(lopend, index);
                    return klus.doe();
                });
    }

    private void beschrijf(Lopend lopend, MomentopnameIndex index) {
        Ddaskenmerk.zetPeriode(lopend, index.periode());
        SCHEMA_VERSIE.zet(lopend, VERSIE);
        GEGEVENSLEVERANCIER_CODE.zet(lopend, index.software());
        Ddaskenmerk.zetLevering(
                lopend, eigenOin, index.periode(), index.moment().toInstant());
        AANTAL_TRAJECTEN.zet(lopend, Integer.toString(index.aantal()));
        organisaties(lopend, index.leveringen().stream());
    }

    private static void mislukt(Lopend lopend, Uitkomst.Mislukt mislukt) {
        switch (mislukt.reden()) {
            case VORMFOUTEN -> Ddaskenmerk.zetOordeel(lopend, true, mislukt.aantal());
            case ONLEESBAAR -> lopend.mislukt();
            case GEEN_GEGEVENS -> AANTAL_TRAJECTEN.zet(lopend, "0");
        }
    }

    /// Removes reports that were kept long enough, each with a line of its own.
    void vernietig(Verslagvoorraad verslagen) throws IOException {
        for (String id : verslagen.verlopen()) {
            if (aansluiting.isEmpty()) {
                verslagen.verwijder(id);
            } else {
                Actie actie = actie("Verslag vernietigen na bewaartermijn", Verwerking.LEVERANCIER_VERNIETIGING);
                boolean _ = run(actie, lopend -> {
                    verslagen.lees(id).ifPresent(verslag -> beschrijfVernietigd(lopend, verslag));
                    verslagen.verwijder(id);
                    return true;
                });
            }
        }
    }

    /// What is removed is no message that goes anywhere, so its kind is not on the line.
    private void beschrijfVernietigd(Lopend lopend, VerslagenArchief.Gelezen verslag) {
        verslag.kop().periode().ifPresent(periode -> {
            Ddaskenmerk.zetPeriode(lopend, periode);
            AFNEMER_OIN.zet(lopend, verslag.afzender());
            verslag.kop().aangeleverd().ifPresent(moment -> Ddaskenmerk.zetLevering(lopend, eigenOin, periode, moment));
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

    /// How it stands with the log, for health.
    String stand() {
        return aansluiting.map(log -> log.stand().get()).orElse(Logboekaansluiting.GEEN);
    }

    private static Actie actie(String naam, Verwerking verwerking) {
        return Actie.of(naam, Activiteit.zonderBetrokkenen(verwerking.uri()));
    }

    private static void beschrijf(Lopend lopend, String soort, Afnemer wie, Aanleverperiode periode, String software) {
        BERICHT_SOORT.zet(lopend, soort);
        SCHEMA_VERSIE.zet(lopend, VERSIE);
        GEGEVENSLEVERANCIER_CODE.zet(lopend, software);
        zetAfnemer(lopend, wie, periode);
    }

    private static void zetAfnemer(Lopend lopend, Afnemer wie, Aanleverperiode periode) {
        AFNEMER_OIN.zet(lopend, wie.organisatie().value());
        Ddaskenmerk.zetPeriode(lopend, periode);
        wie.transactie().filter(id -> id.matches(UUID)).ifPresent(id -> FSC_TRANSACTIE_ID.zet(lopend, id));
    }

    private void beschrijf(Lopend lopend, Afnemer wie, Verslagkop kop) {
        if (kop.periode().isPresent() && kop.aangeleverd().isPresent()) {
            Aanleverperiode periode = kop.periode().get();
            beschrijf(lopend, Ddaskenmerk.VERSLAG, wie, periode, naam);
            Ddaskenmerk.zetLevering(lopend, eigenOin, periode, kop.aangeleverd().get());
            Ddaskenmerk.zetOordeel(lopend, kop.isGeweigerd(), kop.bevindingen());
        } else {
            kop.periode().ifPresent(periode -> zetAfnemer(lopend, wie, periode));
        }
    }

    /// Gemeentecodes only: a KvK number may point at a person.
    private static void organisaties(Lopend lopend, Stream<Ingang> leveringen) {
        List<String> codes = leveringen
                .map(levering -> levering.kop().aanleverendeOrganisatie())
                .flatMap(organisatie -> organisatie.gemeentecode().flatMap(Gemeentecode::lees).stream())
                .map(Gemeentecode::code)
                .distinct()
                .toList();
        lopend.metLijst(AANLEVERENDE_ORGANISATIE.sleutel(), codes);
    }

    /// The address of the caller comes from its certificate by our own list, never from a header.
    private Aanroep aanroep(Request verzoek) {
        Optional<URI> adres = afzenders
                .bepaal(verzoek)
                .map(Afzender::oin)
                .map(oin -> aansluiting.orElseThrow().adressen().get(oin));
        return Aanroep.of(Tracekoppen.van(verzoek.headers()), adres);
    }

    private <T> T run(Actie actie, Werk<T> werk) throws IOException {
        return aansluiting.orElseThrow().doe(actie, werk);
    }
}
