// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// What the rules need besides the delivery; made once, shared by all runs.
record Regelset(Catalogus catalogus, Gemeenten gemeenten) {

    static Regelset eigen() {
        return new Regelset(Catalogus.eigen(), Gemeenten.eigen());
    }
}
