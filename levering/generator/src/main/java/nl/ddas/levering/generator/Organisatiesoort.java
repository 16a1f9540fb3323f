// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// Kinds of organisation that deliver, with their share.
public enum Organisatiesoort {
    GEMEENTE(45),
    SAMENWERKINGSVERBAND(25),
    KREDIETBANK(15),
    BUREAU(10),
    MAATSCHAPPELIJK_WERK(5);

    private final int aandeel;

    Organisatiesoort(int aandeel) {
        this.aandeel = aandeel;
    }

    /// Per cent of the trajecten that this kind carries out.
    int aandeel() {
        return aandeel;
    }
}
