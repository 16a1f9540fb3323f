// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One place of a schema, compiled: what may stand there and what may stand below it. Made by [Vormbouwer].
final class Vorm {

    static final int OBJECT = 1;
    static final int LIJST = 2;
    static final int TEKST = 4;
    static final int GEHEEL = 8;
    static final int BREUK = 16;
    static final int JA_NEE = 32;
    static final int NIETS = 64;
    static final int ALLE_TYPEN = 127;

    /// The types of JSON that may stand here, one bit each. GEHEEL without BREUK is `integer`.
    final int typen;

    /// Per number of the [Woordenlijst] the place in `velden`, -1 for a field that the schema does not name.
    final short[] slotVanWoord;

    final Vorm[] velden;
    final List<String> namen;

    /// One bit for each required slot.
    final long verplicht;

    final boolean gesloten;
    final @Nullable Vorm elementen;
    final List<String> keuzes;
    final int minimumAantal;
    final int maximumAantal;

    /// Long.MIN_VALUE when the schema has no minimum.
    final long minimum;

    final Formaat formaat;
    final boolean toetstTekst;
    final boolean onthoudtBegin;

    Vorm(Vormdelen delen) {
        this.typen = delen.typen;
        this.slotVanWoord = delen.slotVanWoord;
        this.velden = delen.velden.toArray(Vorm[]::new);
        this.namen = List.copyOf(delen.namen);
        this.verplicht = delen.verplicht;
        this.gesloten = delen.gesloten;
        this.elementen = delen.elementen;
        this.keuzes = List.copyOf(delen.keuzes);
        this.minimumAantal = delen.minimumAantal;
        this.maximumAantal = delen.maximumAantal;
        this.minimum = delen.minimum;
        this.formaat = delen.formaat;
        this.toetstTekst = !keuzes.isEmpty() || formaat != Formaat.GEEN;
        this.onthoudtBegin = verplicht != 0 || minimumAantal > 0 || maximumAantal < Integer.MAX_VALUE;
    }

    /// What may stand here, in Dutch.
    String verwachtType() {
        return switch (typen) {
            case OBJECT -> "een object { ... }";
            case LIJST -> "een lijst [ ... ]";
            case TEKST -> formaat == Formaat.GEEN ? "een tekst" : "een tekst met " + formaat.omschrijving();
            case GEHEEL -> "een geheel getal";
            case GEHEEL | BREUK -> "een getal";
            case JA_NEE -> "true of false";
            case NIETS -> "null";
            default -> "een ander soort waarde";
        };
    }
}
