// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;

/// Writes down what a check hands over.
record Opschrijver(List<Bevinding> bevindingen, List<String> aanroepen) implements ToetsOntvanger {

    @Override
    public void kop(Kop kop) {
        aanroepen.add("kop");
    }

    @Override
    public void levering(int index, LeveringKop kop) {
        aanroepen.add("levering " + index);
    }

    @Override
    public void bevinding(Bevinding bevinding) {
        bevindingen.add(bevinding);
        aanroepen.add(bevinding.code());
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> eigen, boolean geweigerd) {
        aanroepen.add("traject " + plek.index() + (geweigerd ? " geweigerd" : ""));
    }

    @Override
    public void inhoud(byte[] sha256) {
        aanroepen.add("inhoud");
    }
}
