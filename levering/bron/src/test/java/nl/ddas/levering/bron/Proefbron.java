// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// A source for tests: leveringen made by hand, faults on demand.
final class Proefbron implements Gegevensbron {

    static final Aanleverperiode HALFJAAR =
            new Aanleverperiode(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30"));

    /// One levering with its trajecten.
    record Levering(Aanleverperiode periode, LeveringKop kop, List<Schuldhulptraject> trajecten) {}

    final List<Levering> leveringen = new ArrayList<>();
    final List<Bronfout> fouten = new ArrayList<>();
    boolean stuk;
    int gelezen;

    /// Adds a levering of a gemeente with trajecten that touch the half-year, numbered from a start.
    Proefbron met(String naam, String gemeentecode, int vanaf, int aantal) {
        List<Schuldhulptraject> trajecten = new ArrayList<>();
        for (int i = vanaf; i < vanaf + aantal; i++) {
            trajecten.add(traject(
                    gemeentecode.replace("GM", ""), i, Optional.of(LocalDate.parse("2026-02-01")), Optional.empty()));
        }
        leveringen.add(new Levering(HALFJAAR, kop(naam, gemeentecode, leveringen.size() + 1L), trajecten));
        return this;
    }

    static LeveringKop kop(String naam, String gemeentecode, long teller) {
        return new LeveringKop(
                Optional.of(teller),
                new Organisatie(
                        Optional.of(naam), Optional.empty(), Optional.empty(), Optional.of(gemeentecode), List.of()));
    }

    static Schuldhulptraject traject(int nummer, Optional<LocalDate> start, Optional<LocalDate> eind) {
        return traject("0518", nummer, start, eind);
    }

    private static Schuldhulptraject traject(
            String gemeente, int nummer, Optional<LocalDate> start, Optional<LocalDate> eind) {
        return new Schuldhulptraject(
                Optional.of(gemeente),
                start,
                eind,
                Optional.empty(),
                Optional.of("t" + nummer),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Override
    public synchronized void lees(Aanleverperiode periode, BronOntvanger ontvanger) throws IOException {
        gelezen++;
        if (stuk) {
            throw new IOException("the source is not there");
        }
        ontvanger.software("Proefpakket 1.0");
        fouten.forEach(ontvanger::vormfout);
        for (Levering levering : leveringen) {
            if (levering.periode().overlapt(periode)) {
                ontvanger.levering(levering.periode(), levering.kop());
                for (Schuldhulptraject traject : levering.trajecten()) {
                    ontvanger.traject(traject);
                }
            }
        }
    }
}
