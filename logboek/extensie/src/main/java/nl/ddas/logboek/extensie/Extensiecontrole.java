// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds definitions against the guideline for extensions: each alone, and all together as the set that one logbook
/// would load. The same input gives the same report, byte for byte.
public final class Extensiecontrole {

    private static final Comparator<Bevinding> BY_PLACE = Comparator.comparingInt(
                    (Bevinding bevinding) -> bevinding.plek().regel())
            .thenComparingInt(bevinding -> bevinding.plek().teken());

    private final Kern kern;
    private final Bekend bekend;
    private final Function<Definitie, Profiel> profiel;

    /// @param profiel which text of the guideline counts for a definition, such as [Profiel#of(Definitie)]
    public Extensiecontrole(Kern kern, Bekend bekend, Function<Definitie, Profiel> profiel) {
        this.kern = kern;
        this.bekend = bekend;
        this.profiel = profiel;
    }

    /// Judges all of them.
    public Verslag check(List<Definitielezing> lezingen) {
        List<String> sleutels = lezingen.stream()
                .flatMap(lezing -> lezing.definitie().stream())
                .flatMap(definitie -> definitie.attributen().stream())
                .map(Attribuut::sleutel)
                .toList();
        return new Verslag(
                IntStream.range(0, lezingen.size())
                        .mapToObj(i -> check(lezingen.get(i), others(lezingen, i)))
                        .toList(),
                sleutels.size(),
                sleutels.stream().mapToInt(String::length).max().orElse(0));
    }

    /// The definitions of all files but this one.
    private static List<Definitie> others(List<Definitielezing> lezingen, int eigen) {
        return IntStream.range(0, lezingen.size())
                .filter(i -> i != eigen)
                .mapToObj(lezingen::get)
                .flatMap(lezing -> lezing.definitie().stream())
                .toList();
    }

    private Bestandsverslag check(Definitielezing lezing, List<Definitie> anderen) {
        List<Bevinding> bevindingen = new ArrayList<>(
                lezing.fouten().stream().map(Extensiecontrole::fault).toList());
        return lezing.definitie()
                .map(eigen -> judge(eigen, anderen, bevindingen))
                .orElseGet(
                        () -> new Bestandsverslag(lezing.bestand(), "", Profiel.VERSIE_1_0_0, List.of(), bevindingen));
    }

    private Bestandsverslag judge(Definitie eigen, List<Definitie> anderen, List<Bevinding> bevindingen) {
        Zicht zicht = new Zicht(eigen, anderen, bekend, profiel.apply(eigen), kern);
        List<Regeluitkomst> uitkomsten = new ArrayList<>();
        for (Regel regel : Regels.ALLE) {
            regel.niveau(zicht.profiel()).ifPresent(niveau -> {
                Uitslag uitslag = regel.proef().judge(zicht);
                uitkomsten.add(Regeluitkomst.of(regel, uitslag));
                findings(regel, niveau, uitslag, eigen).forEach(bevindingen::add);
            });
        }
        bevindingen.sort(BY_PLACE); // stable: at one place the order of the rules stays
        return new Bestandsverslag(eigen.bestand(), eigen.roepnaam(), zicht.profiel(), uitkomsten, bevindingen);
    }

    private static Stream<Bevinding> findings(Regel regel, Niveau niveau, Uitslag uitslag, Definitie eigen) {
        return uitslag.meldingen()
                .map(melding -> new Bevinding(
                        regel.id(),
                        melding.niveau().orElse(niveau),
                        melding.pointer(),
                        eigen.plaatsen().of(melding.pointer()),
                        melding.tekst()));
    }

    private static Bevinding fault(Leesfout fout) {
        return new Bevinding(fout.code(), Niveau.FOUT, fout.pointer(), fout.plek(), fout.melding());
    }
}
