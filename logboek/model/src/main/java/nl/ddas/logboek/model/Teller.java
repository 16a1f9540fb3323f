// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// Counts what one body asks for.
final class Teller {

    private final Grenzen grenzen;
    private int regels;
    private int waarden;

    Teller(Grenzen grenzen) {
        this.grenzen = grenzen;
    }

    Grenzen grenzen() {
        return grenzen;
    }

    void regel() throws InvoerTeGroot {
        if (++regels > grenzen.regels()) {
            throw new InvoerTeGroot(Invoer.Reden.TE_VEEL);
        }
    }

    void waarde() throws InvoerTeGroot {
        if (++waarden > grenzen.waarden()) {
            throw new InvoerTeGroot(Invoer.Reden.TE_VEEL);
        }
    }

    boolean isTeDiep(int diepte) {
        return diepte > grenzen.diepte();
    }
}
