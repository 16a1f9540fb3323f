// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a [Vorm] while its schema is being read.
final class Vormdelen {

    int typen = Vorm.ALLE_TYPEN;
    short[] slotVanWoord = new short[0];
    final List<Vorm> velden = new ArrayList<>();
    final List<String> namen = new ArrayList<>();
    long verplicht;
    boolean gesloten;

    @Nullable
    Vorm elementen;

    final List<String> keuzes = new ArrayList<>();
    int minimumAantal;
    int maximumAantal = Integer.MAX_VALUE;
    long minimum = Long.MIN_VALUE;
    Formaat formaat = Formaat.GEEN;
}
