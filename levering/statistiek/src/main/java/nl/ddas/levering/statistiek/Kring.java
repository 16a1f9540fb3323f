// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The records that share persons: replaces old snapshots, then joins what belongs together.
final class Kring {
    private final Herkenning herkenning;
    private final int[] leden;
    private final Instellingen instellingen;

    /// @param leden places in `herkenning`, ascending
    Kring(Herkenning herkenning, int[] leden, Instellingen instellingen) {
        this.herkenning = herkenning;
        this.leden = leden;
        this.instellingen = instellingen;
    }

    void verwerk(Combineerder.Opbrengst opbrengst) {
        if (leden.length == 1) {
            opbrengst.groepen.add(new Groep(List.of(bron(leden[0]))));
            return;
        }
        int[] over = zonderOudeMomentopnames(opbrengst);
        List<Knoop> knopen = new ArrayList<>();
        for (int plek : over) {
            int[] personen = herkenning.bruikbaar(plek);
            if (personen.length > 0 && bron(plek).looptijd().isBekend()) {
                knopen.add(new Knoop(bron(plek), personen));
            } else {
                opbrengst.groepen.add(new Groep(List.of(bron(plek))));
            }
        }
        Verbinding verbinding = Verbinding.van(knopen, instellingen);
        List<Groep> groepen = groepen(knopen, verbinding);
        opbrengst.groepen.addAll(groepen);
        opbrengst.signalen.addAll(verbinding.signalen());
        opbrengst.signalen.addAll(Voortzettingen.zoek(groepen, instellingen.maxgat()));
    }

    private Bronrecord bron(int plek) {
        return herkenning.bronnen().get(plek);
    }

    /// Step 1: of the same organisation, persons, begin and gemeente only the newest stays; of two of the same moment
    /// the first. A record of which a person cannot be recognised, or without begin, replaces nothing.
    private int[] zonderOudeMomentopnames(Combineerder.Opbrengst opbrengst) {
        Comparator<Integer> zelfde = Comparator.comparing(
                        (Integer plek) -> bron(plek).organisatie())
                .thenComparing(plek -> bron(plek).gemeentenummer())
                .thenComparing(plek -> bron(plek).looptijd().begin())
                .thenComparing(herkenning::personen, Arrays::compare);
        List<Integer> volgorde = new ArrayList<>(
                Arrays.stream(leden).boxed().filter(this::isHerkenbaar).toList());
        volgorde.sort(zelfde.thenComparing(plek -> bron(plek).herkomst(), Herkomst.NIEUWSTE)
                .thenComparing(Comparator.naturalOrder()));
        boolean[] oud = new boolean[leden.length];
        int nieuwste = -1;
        for (int plek : volgorde) {
            if (nieuwste >= 0 && zelfde.compare(nieuwste, plek) == 0) {
                opbrengst.vervangen.add(new Vervanging(bron(plek), bron(nieuwste)));
                oud[Arrays.binarySearch(leden, plek)] = true;
            } else {
                nieuwste = plek;
            }
        }
        return IntStream.range(0, leden.length)
                .filter(i -> !oud[i])
                .map(i -> leden[i])
                .toArray();
    }

    private boolean isHerkenbaar(int plek) {
        return herkenning.personen(plek).length > 0 && bron(plek).looptijd().isBekend();
    }

    private static List<Groep> groepen(List<Knoop> knopen, Verbinding verbinding) {
        Map<Integer, List<Bronrecord>> perGroep = new TreeMap<>();
        for (int i = 0; i < knopen.size(); i++) {
            perGroep.computeIfAbsent(verbinding.groepVan(i), nieuw -> new ArrayList<>())
                    .add(knopen.get(i).bron());
        }
        return perGroep.values().stream()
                .map(bronnen -> new Groep(List.copyOf(bronnen)))
                .toList();
    }

    /// A record that can be combined.
    ///
    /// @param personen sorted, at least one
    record Knoop(Bronrecord bron, int[] personen) {

        boolean deeltPersoonMet(Knoop ander) {
            for (int persoon : personen) {
                if (Arrays.binarySearch(ander.personen, persoon) >= 0) {
                    return true;
                }
            }
            return false;
        }

        boolean bevat(Knoop ander) {
            for (int persoon : ander.personen) {
                if (Arrays.binarySearch(personen, persoon) < 0) {
                    return false;
                }
            }
            return true;
        }

        boolean zelfdePersonen(Knoop ander) {
            return Arrays.equals(personen, ander.personen);
        }
    }
}
