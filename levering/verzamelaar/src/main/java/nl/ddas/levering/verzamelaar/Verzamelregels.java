// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verkeer.Ddaskenmerk.AANTAL_TRAJECTEN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.AFNEMER_OIN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.BERICHT_SOORT;
import static nl.ddas.levering.verkeer.Ddaskenmerk.FSC_FOUTCODE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.GEGEVENSLEVERANCIER_CODE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.LEVERING_ID;
import static nl.ddas.levering.verkeer.Ddaskenmerk.SCHEMA_VERSIE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.VERVANGEN_LEVERING_ID;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.ddas.basis.Request;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Klus;
import nl.ddas.levering.verkeer.Leveringkenmerk;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verkeer.Tracekoppen;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.logboek.client.Aanroep;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Lopend;
import nl.ddas.logboek.client.Werk;
import nl.ddas.trust.Oin;

/// How what the collector does becomes lines in the Logboek Dataverwerkingen. A collection from one supplier is one
/// trace, which goes along with its requests and lasts over restarts. Lines are about a delivery as a whole, never
/// about a person.
final class Verzamelregels {

    private static final String LEES_API = "dpl.read.externalReadAPI_id";

    private final Optional<Logboekaansluiting> aansluiting;
    private final Boekhouding boek;
    private final Oin afnemer;

    /// @param aansluiting without one nothing is written
    /// @param afnemer who collects
    Verzamelregels(Optional<Logboekaansluiting> aansluiting, Boekhouding boek, Oin afnemer) {
        this.aansluiting = aansluiting;
        this.boek = boek;
        this.afnemer = afnemer;
    }

    Stap vraag(Stap stap) {
        return gelogd("Schuldhulpgegevens opvragen bij leverancier", Ddaskenmerk.VRAAG, stap);
    }

    Stap toets(Stap stap) {
        return gelogd("Levering technisch en functioneel controleren", Ddaskenmerk.ANTWOORD, stap);
    }

    Stap verslag(Stap stap) {
        return gelogd("Verwerkingsverslag sturen", Ddaskenmerk.VERSLAG, stap);
    }

    Stap inlezen(Stap stap) {
        return gelogd("Levering inlezen", Ddaskenmerk.ANTWOORD, aansluiting.isEmpty() ? stap : vervangend(stap));
    }

    /// What takes the place of an earlier delivery is a correction too: a line of its own, below that of reading
    /// in, names both.
    private Stap vervangend(Stap stap) {
        return (rij, leverancier) -> {
            Optional<Ophaling> eerder = boek.traces().geldend(rij);
            Ophaling daarna = stap.zet(rij, leverancier);
            if (daarna.toestand() == Toestand.INGELEZEN && eerder.isPresent()) {
                vervangen(eerder.get(), daarna, leverancier);
            }
            return daarna;
        };
    }

    private void vervangen(Ophaling eerder, Ophaling rij, Leverancier leverancier) throws IOException {
        String oin = leverancier.oin().value();
        Optional<UUID> oud = kenmerk(boek.traces().ondertekenaar(eerder).orElse(oin), eerder);
        if (oud.isEmpty() || oud.equals(kenmerk(oin, rij))) {
            return;
        }
        Actie actie = Actie.of(
                "Opnieuw aangeleverde levering verwerken",
                Activiteit.zonderBetrokkenen(Verwerking.CBS_CORRECTIE.uri()));
        boolean _ = aansluiting.orElseThrow().doe(actie, lopend -> {
            Ddaskenmerk.zetPeriode(lopend, rij.periode());
            AFNEMER_OIN.zet(lopend, afnemer.value());
            zetLevering(lopend, oin, rij);
            VERVANGEN_LEVERING_ID.zet(lopend, oud.get().toString());
            return true;
        });
    }

    private static Optional<UUID> kenmerk(String leverancier, Ophaling rij) {
        return rij.moment().map(moment -> Leveringkenmerk.van(leverancier, rij.periode(), moment));
    }

    private Stap gelogd(String naam, String soort, Stap stap) {
        return aansluiting.isEmpty()
                ? stap
                : (rij, leverancier) -> aansluiting
                        .get()
                        .doeStopbaar(actie(naam, Verwerking.CBS_VERZAMELEN, rij), lopend -> {
                            boek.traces().bewaarTrace(rij, lopend.traceparent());
                            // Also for a step that breaks off; what it finds out comes on the line afterwards.
                            beschrijf(lopend, soort, rij, leverancier);
                            Ophaling daarna = stap.zet(rij, leverancier);
                            beschrijf(lopend, soort, daarna, leverancier);
                            // Only an action that calls the other party tells where that party can be read.
                            if (!soort.equals(Ddaskenmerk.ANTWOORD)) {
                                leesadres(lopend, leverancier);
                            }
                            return daarna;
                        });
    }

    private void leesadres(Lopend lopend, Leverancier leverancier) {
        aansluiting
                .map(log -> log.adressen().get(leverancier.oin().value()))
                .ifPresent(adres -> lopend.met(LEES_API, adres.toString()));
    }

    /// A decision of a supplier, within its own trace when it sends one.
    ///
    /// @param werk takes in the decision
    <T> T besluit(Request verzoek, Besluiten.Zaak zaak, Besluit besluit, Werk<T> werk) throws IOException {
        boolean isIntrekking = besluit == Besluit.INGETROKKEN;
        Actie actie = actie(
                isIntrekking ? "Levering intrekken" : "Goedkeuring van levering verwerken",
                isIntrekking ? Verwerking.CBS_CORRECTIE : Verwerking.CBS_VERZAMELEN,
                zaak.rij());
        Aanroep aanroep = Aanroep.of(Tracekoppen.van(verzoek.headers()), toepassing(zaak.leverancier()));
        return aansluiting.orElseThrow().doe(aanroep.actie().isValid() ? actie.van(aanroep) : actie, lopend -> {
            beschrijf(lopend, Ddaskenmerk.VERSLAG, zaak.rij(), zaak.leverancier());
            return werk.run(lopend);
        });
    }

    /// The address of the supplier itself: of its API, and behind a gateway of ours what the settings say.
    private Optional<URI> toepassing(Leverancier leverancier) {
        return Optional.of(leverancier.verbinding())
                .filter(verbinding -> verbinding.headers().lines().isEmpty())
                .map(Leverancier.Verbinding::url)
                .or(() -> aansluiting.map(
                        log -> log.adressen().get(leverancier.oin().value())));
    }

    /// Files of a delivery that are removed because they were kept long enough. What is removed is no message
    /// that goes anywhere, so its kind is not on the line.
    void vernietig(long ophaling, Klus<Boolean> klus) throws IOException {
        if (aansluiting.isEmpty()) {
            boolean _ = klus.doe();
            return;
        }
        Ophaling rij = boek.lees(ophaling);
        Actie actie = actie("Levering en kopieën vernietigen na bewaartermijn", Verwerking.CBS_VERNIETIGING, rij);
        boolean _ = aansluiting.get().doe(actie, lopend -> {
            Ddaskenmerk.zetPeriode(lopend, rij.periode());
            AFNEMER_OIN.zet(lopend, afnemer.value());
            // The supplier may have left the list since: who signed is kept.
            boek.traces().ondertekenaar(rij).ifPresent(oin -> zetLevering(lopend, oin, rij));
            rij.uitslag().ifPresent(uitslag -> AANTAL_TRAJECTEN.zet(lopend, Long.toString(uitslag.trajecten())));
            return klus.doe();
        });
    }

    boolean isAan() {
        return aansluiting.isPresent();
    }

    /// How it stands with the log, for health.
    String stand() {
        return aansluiting.map(log -> log.stand().get()).orElse(Logboekaansluiting.GEEN);
    }

    private Actie actie(String naam, Verwerking verwerking, Ophaling rij) {
        String trace = boek.traces().trace(rij);
        Actie actie = Actie.of(naam, Activiteit.zonderBetrokkenen(verwerking.uri()));
        return trace.isEmpty() ? actie : actie.van(Aanroep.eigen(trace));
    }

    private void beschrijf(Lopend lopend, String soort, Ophaling rij, Leverancier leverancier) {
        boolean isGetoetst = rij.uitslag().isPresent() && !soort.equals(Ddaskenmerk.VRAAG);
        // What came is no answer yet while nobody could look into it.
        BERICHT_SOORT.zet(lopend, isGetoetst ? soort : Ddaskenmerk.VRAAG);
        SCHEMA_VERSIE.zet(lopend, schema(leverancier));
        GEGEVENSLEVERANCIER_CODE.zet(lopend, leverancier.berichten().software().orElse(leverancier.naam()));
        AFNEMER_OIN.zet(lopend, afnemer.value());
        Ddaskenmerk.zetPeriode(lopend, rij.periode());
        zetLevering(lopend, leverancier.oin().value(), rij);
        if (isGetoetst) {
            uitslag(lopend, rij);
        }
        rij.mislukking()
                .map(Mislukking::reden)
                .filter(reden -> reden.matches("ERROR_CODE_[A-Z_]+"))
                .ifPresent(code -> FSC_FOUTCODE.zet(lopend, code));
    }

    private static void zetLevering(Lopend lopend, String leverancier, Ophaling rij) {
        kenmerk(leverancier, rij).ifPresent(id -> LEVERING_ID.zet(lopend, id.toString()));
    }

    private void uitslag(Lopend lopend, Ophaling rij) {
        Ophaling.Uitslag uitslag = rij.uitslag().orElseThrow();
        AANTAL_TRAJECTEN.zet(lopend, Long.toString(uitslag.trajecten()));
        Ddaskenmerk.zetOordeel(lopend, !uitslag.bruikbaar(), boek.traces().bevindingen(rij));
    }

    private static String schema(Leverancier leverancier) {
        return leverancier.berichten().versie().orElse(Versie.V1_0).tekst().substring(1);
    }
}
