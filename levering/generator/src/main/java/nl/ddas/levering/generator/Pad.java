// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// How far somebody comes, with the share of all who ask for help: 45 % only advice; intake 55, admission 45,
/// stabilisatie 35, schuldregeling 28 %.
enum Pad {
    ADVIES(0.45),
    UITVAL_IN_INTAKE(0.04),
    AFGEWEZEN(0.06),
    TOEGELATEN(0.10),
    STABILISATIE(0.07),
    SCHULDREGELING(0.28);

    static final Kansen<Pad> KANSEN = kansen();

    private final double aandeel;

    Pad(double aandeel) {
        this.aandeel = aandeel;
    }

    private static Kansen<Pad> kansen() {
        Kansen<Pad> kansen = Kansen.leeg();
        for (Pad pad : values()) {
            kansen = kansen.met(pad.aandeel, pad);
        }
        return kansen;
    }

    boolean toegelaten() {
        return compareTo(TOEGELATEN) >= 0;
    }

    boolean gestabiliseerd() {
        return compareTo(STABILISATIE) >= 0;
    }
}
