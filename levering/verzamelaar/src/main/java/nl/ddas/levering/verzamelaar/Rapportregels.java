// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verkeer.Ddaskenmerk.AANTAL_TRAJECTEN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.AFNEMER_OIN;
import static nl.ddas.levering.verkeer.Ddaskenmerk.ALGORITME_IDS;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Klus;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Lopend;
import nl.ddas.trust.Oin;

/// How what is made of all deliveries together becomes lines in the Logboek Dataverwerkingen: one line a run, about a
/// period and never about a person.
///
/// @param aansluiting without one nothing is written
/// @param afnemer who collected
/// @param periode of the deliveries
/// @param algoritmes addresses in the Algoritmeregister of what combines; empty while it is not in there
public record Rapportregels(
        Optional<Logboekaansluiting> aansluiting, Oin afnemer, Aanleverperiode periode, List<String> algoritmes) {

    public Rapportregels {
        algoritmes = List.copyOf(algoritmes);
    }

    /// Finds what belongs together.
    ///
    /// @param trajecten how many of them there were
    /// @throws IOException what the work throws
    public <T> T combineren(Klus<T> klus, ToLongFunction<T> trajecten) throws IOException {
        return gelogd("Trajecten combineren", Verwerking.CBS_COMBINEREN, klus, (lopend, uitkomst) -> {
            AANTAL_TRAJECTEN.zet(lopend, Long.toString(trajecten.applyAsLong(uitkomst)));
            if (!algoritmes.isEmpty()) {
                lopend.metLijst(ALGORITME_IDS.sleutel(), algoritmes);
            }
        });
    }

    /// Makes tables of it.
    ///
    /// @param trajecten how many there are after combining
    /// @throws IOException what the work throws
    public <T> T rapport(long trajecten, Klus<T> klus) throws IOException {
        return gelogd(
                "Rapport maken",
                Verwerking.CBS_PUBLICEREN,
                klus,
                (lopend, _) -> AANTAL_TRAJECTEN.zet(lopend, Long.toString(trajecten)));
    }

    /// What is said when the work is done.
    private interface Slot<T> {
        void zeg(Lopend lopend, T uitkomst);
    }

    private <T> T gelogd(String naam, Verwerking verwerking, Klus<T> klus, Slot<T> slot) throws IOException {
        if (aansluiting.isEmpty()) {
            return klus.doe();
        }
        Actie actie = Actie.of(naam, Activiteit.zonderBetrokkenen(verwerking.uri()));
        return aansluiting.get().doe(actie, lopend -> {
            Ddaskenmerk.zetPeriode(lopend, periode);
            AFNEMER_OIN.zet(lopend, afnemer.value());
            T uitkomst = klus.doe();
            slot.zeg(lopend, uitkomst);
            return uitkomst;
        });
    }
}
