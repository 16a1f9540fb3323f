// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Optional;
import nl.ddas.levering.model.Oplossingssoort;
import nl.ddas.levering.model.Uitstroomreden;

/// What happens in one traject and when, from the first day to the last. Days as in [Dagen]; what does not
/// happen is [Dagen#NOOIT]. Every phase has ended on `einde`.
///
/// @param start day of aanmelding
/// @param crisis whether there was a crisis at the start
/// @param gesprek day of the first talk: end of aanmelding, start of intake or of informatie en advies
/// @param beschikking day of the decision that ends the intake
/// @param plan day the plan of action was ready
/// @param stabilisatie first day
/// @param einde last day of the traject
record Verloop(
        Pad pad,
        int start,
        boolean crisis,
        int gesprek,
        int beschikking,
        int plan,
        int stabilisatie,
        Regeling regeling,
        Uitvoering uitvoering,
        int einde,
        Uitstroomreden reden) {

    /// How an attempt at a schuldregeling ended.
    enum Uitkomst {
        TOEGEKEND,
        DWANGAKKOORD,
        AFGEWEZEN,
        INGETROKKEN
    }

    /// @param aanvraag day it was asked for
    /// @param uitkomst empty when it is not asked for, or ended without an answer
    /// @param dag day of the outcome
    record Regeling(int aanvraag, Optional<Uitkomst> uitkomst, int dag) {

        static final Regeling GEEN = new Regeling(Dagen.NOOIT, Optional.empty(), Dagen.NOOIT);

        boolean toegekend() {
            return uitkomst.filter(u -> u == Uitkomst.TOEGEKEND || u == Uitkomst.DWANGAKKOORD)
                    .isPresent();
        }

        int toegekendOp() {
            return toegekend() ? dag : Dagen.NOOIT;
        }

        int op(Uitkomst soort) {
            return uitkomst.filter(u -> u == soort).isPresent() ? dag : Dagen.NOOIT;
        }
    }

    /// @param nazorg first day of the aftercare, which lasts until the end of the traject
    record Uitvoering(Optional<Oplossingssoort> soort, int start, int eind, int nazorg) {

        static final Uitvoering GEEN = new Uitvoering(Optional.empty(), Dagen.NOOIT, Dagen.NOOIT, Dagen.NOOIT);
    }

    int stabilisatieEind() {
        return Math.min(regeling.aanvraag(), einde);
    }
}
