// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.PlainText;

/// Names with their values, one below the other; values as others may have written them.
final class Velden {

    private record Veld(String naam, String waarde) {}

    private final List<Veld> velden = new ArrayList<>();

    /// One more; without a name it goes on below the one before.
    Velden met(String naam, String waarde) {
        velden.add(new Veld(naam, PlainText.shown(waarde)));
        return this;
    }

    /// Prints each with an indent of two.
    void druk(PrintStream uit) {
        int breed = velden.stream().mapToInt(veld -> veld.naam().length()).max().orElse(0) + 2;
        velden.forEach(veld ->
                uit.println("  " + veld.naam() + " ".repeat(breed - veld.naam().length()) + veld.waarde()));
    }
}
