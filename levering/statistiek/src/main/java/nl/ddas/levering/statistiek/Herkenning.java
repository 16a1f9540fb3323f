// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Step 2: who is who. Gives each person a number and each record the numbers of its persons.
///
/// A client that fits more than one BSN has a number too, but of no use for combining: only to see that a newer
/// snapshot of the same organisation is about the same client.
final class Herkenning {
    private static final int[] NIEMAND = {};

    private final List<Bronrecord> bronnen;
    private final int[][] personen;
    private final int[][] bruikbaar;
    private final List<Signaal> signalen = new ArrayList<>();
    private final Map<Sleutel, Integer> nummers = new HashMap<>();

    /// @param gesorteerd the records, sorted by place
    Herkenning(List<Bronrecord> gesorteerd) {
        Adreskandidaten kandidaten = new Adreskandidaten(gesorteerd);
        bronnen = new ArrayList<>(gesorteerd.size());
        personen = new int[gesorteerd.size()][];
        bruikbaar = new int[gesorteerd.size()][];
        for (int i = 0; i < gesorteerd.size(); i++) {
            bronnen.add(herken(i, gesorteerd.get(i), kandidaten));
        }
    }

    private Bronrecord herken(int plek, Bronrecord bron, Adreskandidaten kandidaten) {
        List<Persoonssleutels> herkend = new ArrayList<>(bron.personen().size());
        int[] zeker = NIEMAND;
        int[] alle = NIEMAND;
        boolean onherkenbaar = false;
        boolean twijfel = false;
        for (Persoonssleutels persoon : bron.personen()) {
            Persoonssleutels wie = persoon;
            boolean ditTwijfel = false;
            if (!persoon.bsn().isBekend() && persoon.adres().isBekend()) {
                Adreskandidaten.Uitkomst uitkomst = kandidaten.uitkomst(persoon);
                ditTwijfel = uitkomst == Adreskandidaten.Uitkomst.TWIJFEL;
                wie = uitkomst == Adreskandidaten.Uitkomst.EEN ? persoon.metBsn(kandidaten.bsn(persoon)) : persoon;
            }
            herkend.add(wie);
            twijfel |= ditTwijfel;
            if (wie.isOnherkenbaar()) {
                onherkenbaar = true;
            } else {
                int nummer = nummer(wie.persoon());
                alle = met(alle, nummer);
                zeker = ditTwijfel ? zeker : met(zeker, nummer);
            }
        }
        meld(onherkenbaar, Signaalcode.C_02, bron);
        meld(twijfel, Signaalcode.C_03, bron);
        bruikbaar[plek] = zeker;
        personen[plek] = onherkenbaar ? NIEMAND : alle;
        return herkend.equals(bron.personen()) ? bron : bron.metPersonen(List.copyOf(herkend));
    }

    private void meld(boolean gevonden, Signaalcode code, Bronrecord bron) {
        if (gevonden) {
            signalen.add(new Signaal(code, List.of(bron.plaats())));
        }
    }

    private int nummer(Sleutel persoon) {
        return nummers.computeIfAbsent(persoon, nieuw -> nummers.size());
    }

    private static int[] met(int[] verzameling, int nummer) {
        int plek = Arrays.binarySearch(verzameling, nummer);
        if (plek >= 0) {
            return verzameling;
        }
        int[] groter = Arrays.copyOf(verzameling, verzameling.length + 1);
        groter[verzameling.length] = nummer;
        Arrays.sort(groter);
        return groter;
    }

    /// The records in the same order, with the BSN key filled in where the address gave it.
    List<Bronrecord> bronnen() {
        return bronnen;
    }

    /// The persons of a record as a newer snapshot would have them; empty when one cannot be recognised.
    int[] personen(int plek) {
        return personen[plek];
    }

    /// The persons on whom a record may be combined, sorted.
    int[] bruikbaar(int plek) {
        return bruikbaar[plek];
    }

    /// How many numbers were given out.
    int aantalPersonen() {
        return nummers.size();
    }

    /// The signals C-02 and C-03.
    List<Signaal> signalen() {
        return signalen;
    }
}
