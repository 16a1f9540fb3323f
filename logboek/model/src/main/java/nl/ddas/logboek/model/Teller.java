// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// Counts what one body asks for.
final class Teller {

    /// How much larger than its body what it becomes may be.
    private static final int KEER = 4;

    private final Grenzen grenzen;
    private int groepen;
    private int regels;
    private int waarden;
    private long kopie;

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

    /// A group takes memory too, even when there is nothing in it.
    void groep() throws InvoerTeGroot {
        if (++groepen > grenzen.regels()) {
            throw new InvoerTeGroot(Invoer.Reden.TE_VEEL);
        }
    }

    /// A resource that is written once stands in each of its lines later.
    void kopie(long bytes) throws InvoerTeGroot {
        kopie += bytes;
        if (kopie > KEER * grenzen.bytes()) {
            throw new InvoerTeGroot(Invoer.Reden.TE_GROOT);
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
