// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verkeer.Ddaskenmerk.AANTAL_BEVINDINGEN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.AANTAL_TRAJECTEN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.AFNEMER_OIN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.BERICHT_SOORT;
import static nl.ddas.levering.verkeer.Ddaskenmerk.FSC_FOUTCODE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.GEGEVENSLEVERANCIER_CODE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.LEVERING_ID;
import static nl.ddas.levering.verkeer.Ddaskenmerk.PERIODE_EIND;
import static nl.ddas.levering.verkeer.Ddaskenmerk.PERIODE_START;
import static nl.ddas.levering.verkeer.Ddaskenmerk.SCHEMA_VERSIE;
import static nl.ddas.levering.verkeer.Ddaskenmerk.VALIDATIE_RESULTAAT;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.levering.model.Versie;
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
        return gelogd("Levering inlezen", Ddaskenmerk.ANTWOORD, stap);
    }

    private Stap gelogd(String naam, String soort, Stap stap) {
        return aansluiting.isEmpty()
                ? stap
                : (rij, leverancier) -> {
                    try {
                        return run(actie(naam, Verwerking.CBS_VERZAMELEN, rij), lopend -> {
                            boek.traces().bewaarTrace(rij, lopend.traceparent());
                            Ophaling daarna = stap.zet(rij, leverancier);
                            beschrijf(lopend, soort, daarna, leverancier);
                            return daarna;
                        });
                    } catch (IOException | InterruptedException | RuntimeException bekend) {
                        throw bekend;
                    } catch (Exception anders) {
                        throw new IllegalStateException(anders);
                    }
                };
    }

    /// A decision of a supplier, within its own trace when it sends one.
    ///
    /// @param werk takes in the decision
    <T> T besluit(Request verzoek, Ophaling rij, Besluit besluit, Werk<T> werk) throws IOException {
        boolean isIntrekking = besluit == Besluit.INGETROKKEN;
        Actie actie = actie(
                isIntrekking ? "Levering intrekken" : "Goedkeuring van levering verwerken",
                isIntrekking ? Verwerking.CBS_CORRECTIE : Verwerking.CBS_VERZAMELEN,
                rij);
        Aanroep aanroep = Aanroep.of(trace(verzoek.headers()), Optional.empty());
        return metEigenFouten(aanroep.actie().isValid() ? actie.van(aanroep) : actie, werk);
    }

    /// Files of a delivery that are removed because they were kept long enough.
    void vernietig(long ophaling, Logboek.Stap stap) throws IOException {
        Actie actie = actie(
                "Levering en kopieën vernietigen na bewaartermijn", Verwerking.CBS_VERNIETIGING, boek.lees(ophaling));
        boolean _ = metEigenFouten(actie, lopend -> {
            stap.run(lopend);
            return true;
        });
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

    private <T> T metEigenFouten(Actie actie, Werk<T> werk) throws IOException {
        try {
            return run(actie, werk);
        } catch (IOException | RuntimeException bekend) {
            throw bekend;
        } catch (Exception anders) {
            throw new IllegalStateException(anders);
        }
    }

    private <T> T run(Actie actie, Werk<T> werk) throws Exception {
        return aansluiting.orElseThrow().logboek().run(actie, werk);
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
        Map<Ddaskenmerk, String> kenmerken = new HashMap<>(Map.of(
                // What came is no answer yet while nobody could look into it.
                BERICHT_SOORT, isGetoetst ? soort : Ddaskenmerk.VRAAG,
                SCHEMA_VERSIE, schema(leverancier),
                GEGEVENSLEVERANCIER_CODE, leverancier.berichten().software().orElse(leverancier.naam()),
                AFNEMER_OIN, afnemer.value(),
                PERIODE_START, rij.periode().start().toString(),
                PERIODE_EIND, rij.periode().eind().toString()));
        rij.aangeleverd()
                .or(rij::ontvangen)
                .map(moment -> Leveringkenmerk.van(leverancier.oin().value(), rij.periode(), moment))
                .ifPresent(id -> kenmerken.put(LEVERING_ID, id.toString()));
        if (isGetoetst) {
            uitslag(rij, kenmerken);
        }
        rij.mislukking()
                .map(Mislukking::reden)
                .filter(reden -> reden.matches("ERROR_CODE_[A-Z_]+"))
                .ifPresent(code -> kenmerken.put(FSC_FOUTCODE, code));
        kenmerken.forEach((kenmerk, waarde) -> lopend.met(kenmerk.sleutel(), waarde));
        // Only an action that calls the other party tells where that party can be read.
        aansluiting
                .filter(_ -> !soort.equals(Ddaskenmerk.ANTWOORD))
                .map(log -> log.adressen().get(leverancier.oin().value()))
                .ifPresent(adres -> lopend.met(LEES_API, adres.toString()));
    }

    private void uitslag(Ophaling rij, Map<Ddaskenmerk, String> kenmerken) {
        Ophaling.Uitslag uitslag = rij.uitslag().orElseThrow();
        long bevindingen = boek.traces().bevindingen(rij);
        kenmerken.put(AANTAL_TRAJECTEN, Long.toString(uitslag.trajecten()));
        kenmerken.put(
                VALIDATIE_RESULTAAT, !uitslag.bruikbaar() ? "afgekeurd" : bevindingen > 0 ? "waarschuwingen" : "ok");
        kenmerken.put(AANTAL_BEVINDINGEN, Long.toString(bevindingen));
    }

    private static String schema(Leverancier leverancier) {
        return leverancier.berichten().versie().orElse(Versie.V1_0).tekst().substring(1);
    }

    private static Map<String, List<String>> trace(Headers headers) {
        Map<String, List<String>> trace = new HashMap<>();
        for (String naam : List.of("traceparent", "tracestate")) {
            trace.put(
                    naam,
                    headers.lines().stream()
                            .filter(regel -> regel.name().equalsIgnoreCase(naam))
                            .map(Headers.Line::value)
                            .toList());
        }
        return trace;
    }
}
