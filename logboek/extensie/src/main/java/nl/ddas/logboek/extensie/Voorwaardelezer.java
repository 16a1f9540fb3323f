// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.ddas.logboek.extensie.Voorwaarde.Teken;
import nl.ddas.logboek.extensie.Voorwaarde.Term;
import nl.ddas.logboek.extensie.Woordenstroom.Stop;
import nl.ddas.logboek.extensie.Woordenstroom.Woord;

/// Reads a condition, such as `dpl.x.soort in [a, b] and not (dpl.x.datum present)`. A word that starts with `dpl.`
/// is a key, any other word is itself; quotes around a word that has blanks. `not` goes before `and`, `and` before
/// `or`.
final class Voorwaardelezer {

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_DEPTH = 20;
    private static final Set<String> OPERATORS =
            Set.of("==", "!=", ">=", "<=", "in", "present", "and", "or", "not", "(", ")", "[", "]", ",", "");

    private final Woordenstroom woorden;
    private int diepte;

    private Voorwaardelezer(Woordenstroom woorden) {
        this.woorden = woorden;
    }

    /// What reading came to.
    sealed interface Lezing {
        record Gelezen(Voorwaarde voorwaarde) implements Lezing {}

        /// @param teken from 1
        /// @param melding Dutch
        record Fout(int teken, String melding) implements Lezing {}
    }

    static Lezing read(String tekst) {
        if (tekst.length() > MAX_LENGTH) {
            return new Lezing.Fout(MAX_LENGTH, "een voorwaarde is hoogstens " + MAX_LENGTH + " tekens lang.");
        }
        try {
            Voorwaardelezer lezer = new Voorwaardelezer(Woordenstroom.of(tekst));
            Voorwaarde voorwaarde = lezer.or();
            if (!lezer.woorden.atEnd()) {
                throw lezer.stop("verwacht is and, or of het einde.");
            }
            return new Lezing.Gelezen(voorwaarde);
        } catch (Stop stop) {
            return new Lezing.Fout(stop.teken(), stop.melding());
        }
    }

    private Voorwaarde or() {
        List<Voorwaarde> delen = new ArrayList<>(List.of(and()));
        while (woorden.take("or")) {
            delen.add(and());
        }
        return delen.size() == 1 ? delen.getFirst() : new Voorwaarde.Of(List.copyOf(delen));
    }

    private Voorwaarde and() {
        List<Voorwaarde> delen = new ArrayList<>(List.of(not()));
        while (woorden.take("and")) {
            delen.add(not());
        }
        return delen.size() == 1 ? delen.getFirst() : new Voorwaarde.En(List.copyOf(delen));
    }

    private Voorwaarde not() {
        diepte++;
        if (diepte > MAX_DEPTH) {
            throw stop("er staan te veel haakjes of not in elkaar.");
        }
        Voorwaarde deel = woorden.take("not") ? new Voorwaarde.Niet(not()) : primary();
        diepte--;
        return deel;
    }

    private Voorwaarde primary() {
        if (woorden.take("(")) {
            Voorwaarde binnen = or();
            expect(")");
            return binnen;
        }
        Term links = term();
        Woord teken = woorden.peek();
        if (teken.is("present")) {
            return present(links);
        }
        if (teken.is("in")) {
            woorden.next();
            return new Voorwaarde.EenVan(links, choices());
        }
        return new Voorwaarde.Vergelijking(links, operator(), term());
    }

    private Voorwaarde present(Term links) {
        if (links instanceof Term.Sleutel(String sleutel)) {
            woorden.next();
            return new Voorwaarde.Aanwezig(sleutel);
        }
        throw stop("voor present staat een sleutel die met dpl. begint.");
    }

    private List<Term> choices() {
        expect("[");
        List<Term> keuzes = new ArrayList<>(List.of(term()));
        while (woorden.take(",")) {
            keuzes.add(term());
        }
        expect("]");
        return List.copyOf(keuzes);
    }

    private Teken operator() {
        int waar = woorden.teken();
        return switch (woorden.next().tekst()) {
            case "==" -> Teken.GELIJK;
            case "!=" -> Teken.ONGELIJK;
            case ">=" -> Teken.MINSTENS;
            case "<=" -> Teken.HOOGSTENS;
            default -> throw new Stop(waar, "verwacht is ==, !=, >=, <=, in of present.");
        };
    }

    private Term term() {
        Woord woord = woorden.peek();
        if (!woord.citaat() && OPERATORS.contains(woord.tekst())) {
            throw stop("verwacht is een sleutel of een waarde.");
        }
        woorden.next();
        return !woord.citaat() && woord.tekst().startsWith("dpl.")
                ? new Term.Sleutel(woord.tekst())
                : new Term.Woord(woord.tekst());
    }

    private void expect(String teken) {
        if (!woorden.take(teken)) {
            throw stop("verwacht is " + teken + ".");
        }
    }

    private Stop stop(String melding) {
        return new Stop(woorden.teken(), melding);
    }
}
