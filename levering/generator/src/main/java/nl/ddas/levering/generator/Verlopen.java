// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static nl.ddas.levering.generator.Dagen.NOOIT;
import static nl.ddas.levering.generator.Dagen.werkdag;

import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.ddas.levering.generator.Verloop.Regeling;
import nl.ddas.levering.generator.Verloop.Uitkomst;
import nl.ddas.levering.generator.Verloop.Uitvoering;
import nl.ddas.levering.model.Oplossingssoort;
import nl.ddas.levering.model.Uitstroomreden;

/// Draws what happens in a traject: how long each step takes and how it ends.
final class Verlopen {

    /// Solutions asked for before this day lasted 36 months, later ones 18.
    private static final int KORTER = Dagen.dag(LocalDate.of(2023, 7, 1));

    private static final Kansen<Oplossingssoort> OPLOSSINGEN = Kansen.<Oplossingssoort>leeg()
            .met(50, Oplossingssoort.SANERINGSKREDIET)
            .met(22, Oplossingssoort.SCHULDBEMIDDELING)
            .met(13, Oplossingssoort.BETALINGSREGELING)
            .met(10, Oplossingssoort.NUL_PROCENT_AANBOD)
            .met(5, Oplossingssoort.HERFINANCIERING);

    private Verlopen() {}

    static Verloop trek(RandomGenerator toeval, int start) {
        Pad pad = Pad.KANSEN.trek(toeval);
        boolean crisis = toeval.nextDouble() < 0.04;
        int wachten = crisis ? toeval.nextInt(3) : (int) Math.min(60, Loting.gamma2(toeval, 5.5));
        int gesprek = werkdag(start + wachten);
        if (pad == Pad.ADVIES) {
            int einde = werkdag(gesprek + Loting.dagen(toeval, 18, 1.0, 0, 150));
            return zonder(pad, start, crisis, gesprek, NOOIT, NOOIT, einde, Redenen.NA_ADVIES.trek(toeval));
        }
        int beschikking = Math.max(werkdag(start + Loting.dagen(toeval, 34, 0.27, 2, 100)), werkdag(gesprek + 1));
        if (pad == Pad.UITVAL_IN_INTAKE) {
            int einde = werkdag(Loting.tussen(toeval, gesprek, beschikking));
            return zonder(pad, start, crisis, gesprek, NOOIT, NOOIT, einde, Redenen.UITVAL.trek(toeval));
        }
        if (pad == Pad.AFGEWEZEN) {
            return zonder(
                    pad, start, crisis, gesprek, beschikking, NOOIT, beschikking, Redenen.NA_AFWIJZING.trek(toeval));
        }
        int plan = werkdag(beschikking + toeval.nextInt(8));
        if (pad == Pad.TOEGELATEN) {
            int einde = werkdag(plan + Loting.dagen(toeval, 60, 0.8, 3, 400));
            return zonder(pad, start, crisis, gesprek, beschikking, plan, einde, Redenen.NA_TOELATING.trek(toeval));
        }
        int stabilisatie = werkdag(plan + toeval.nextInt(8));
        Verloop tot = zonder(pad, start, crisis, gesprek, beschikking, plan, NOOIT, Uitstroomreden.OVERIG);
        return vanaf(toeval, tot, stabilisatie);
    }

    private static Verloop zonder(
            Pad pad, int start, boolean crisis, int gesprek, int besluit, int plan, int einde, Uitstroomreden reden) {
        return new Verloop(
                pad, start, crisis, gesprek, besluit, plan, NOOIT, Regeling.GEEN, Uitvoering.GEEN, einde, reden);
    }

    private static Verloop verder(
            Verloop tot, int stabilisatie, Regeling regeling, Uitvoering uitvoering, int einde, Uitstroomreden reden) {
        return new Verloop(
                tot.pad(),
                tot.start(),
                tot.crisis(),
                tot.gesprek(),
                tot.beschikking(),
                tot.plan(),
                stabilisatie,
                regeling,
                uitvoering,
                einde,
                reden);
    }

    private static Verloop vanaf(RandomGenerator toeval, Verloop tot, int stabilisatie) {
        int rustig = werkdag(stabilisatie + Loting.dagen(toeval, 120, 0.7, 7, 700));
        if (tot.pad() == Pad.STABILISATIE) {
            return verder(
                    tot, stabilisatie, Regeling.GEEN, Uitvoering.GEEN, rustig, Redenen.NA_STABILISATIE.trek(toeval));
        }
        int antwoord = werkdag(rustig + Loting.dagen(toeval, 110, 0.344, 14, 400));
        double deel = toeval.nextDouble();
        Uitkomst uitkomst = deel < 0.032
                ? Uitkomst.DWANGAKKOORD
                : deel < 0.61 ? Uitkomst.TOEGEKEND : deel < 0.89 ? Uitkomst.AFGEWEZEN : Uitkomst.INGETROKKEN;
        Regeling regeling = new Regeling(rustig, Optional.of(uitkomst), antwoord);
        if (!regeling.toegekend()) {
            int einde = werkdag(antwoord + toeval.nextInt(45));
            Uitstroomreden reden = uitkomst == Uitkomst.AFGEWEZEN
                    ? Redenen.NA_WEIGERING.trek(toeval)
                    : Redenen.NA_INTREKKING.trek(toeval);
            return verder(tot, stabilisatie, regeling, Uitvoering.GEEN, einde, reden);
        }
        return metOplossing(toeval, tot, stabilisatie, regeling);
    }

    private static Verloop metOplossing(RandomGenerator toeval, Verloop tot, int stabilisatie, Regeling regeling) {
        Oplossingssoort soort = OPLOSSINGEN.trek(toeval);
        int start = soort == Oplossingssoort.SANERINGSKREDIET
                ? regeling.dag()
                : werkdag(regeling.dag() + toeval.nextInt(31));
        int lang = start < KORTER ? 36 : 18;
        int maanden =
                switch (soort) {
                    case SANERINGSKREDIET, SCHULDBEMIDDELING, NUL_PROCENT_AANBOD -> lang;
                    case BETALINGSREGELING -> Loting.tussen(toeval, 6, 36);
                    case HERFINANCIERING -> Loting.tussen(toeval, 12, 36);
                };
        double slagen =
                switch (soort) {
                    case SANERINGSKREDIET -> 0.92;
                    case SCHULDBEMIDDELING -> 0.51;
                    case BETALINGSREGELING, HERFINANCIERING -> 0.75;
                    case NUL_PROCENT_AANBOD -> 0.80;
                };
        int vol = Dagen.naMaanden(start, maanden);
        if (toeval.nextDouble() >= slagen) {
            int einde = werkdag(Loting.tussen(toeval, start + 14, vol - 30));
            Uitvoering gestopt = new Uitvoering(Optional.of(soort), start, einde, NOOIT);
            return verder(tot, stabilisatie, regeling, gestopt, einde, Redenen.GESTOPT.trek(toeval));
        }
        boolean nazorg = toeval.nextDouble() < 0.4;
        int eerste = nazorg ? werkdag(vol + 1 + toeval.nextInt(14)) : NOOIT;
        int einde = nazorg ? werkdag(eerste + Loting.tussen(toeval, 60, 190)) : vol;
        Uitvoering volbracht = new Uitvoering(Optional.of(soort), start, vol, eerste);
        return verder(tot, stabilisatie, regeling, volbracht, einde, Uitstroomreden.AFGEROND);
    }
}
