// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import tools.jackson.databind.node.ObjectNode;

/// One typical error of the [Foutencatalogus].
///
/// @param nummer number in the catalogue, from 1
/// @param naam short Dutch name
/// @param code of the rule that must find it
/// @param bijcodes of rules that may find something too because of it
/// @param vormfout whether the schema refuses it, so that A-03 stands beside the code
/// @param ingreep how it is put in
record Fout(int nummer, String naam, String code, List<String> bijcodes, boolean vormfout, Ingreep ingreep) {

    /// What a change has to go by.
    ///
    /// @param gemeente that the levering is about
    /// @param organisatie that delivers
    /// @param uitvoerder whether the traject is delivered as the executing part of one that a gemeente delivers
    /// too
    record Toestand(
            RandomGenerator toeval, Tijdvak tijdvak, Gemeente gemeente, Organisatie organisatie, boolean uitvoerder) {}

    /// A way to put in an error.
    sealed interface Ingreep {}

    /// Changes one traject, or gives empty when this traject cannot have the error (then it must be left as it
    /// was). Gives the JSON pointer of the place within the traject.
    non-sealed interface InTraject extends Ingreep {
        Optional<String> pas(ObjectNode traject, Toestand toestand);
    }

    /// Changes all or part of the trajecten of one levering.
    non-sealed interface InAlleTrajecten extends Ingreep {
        void pas(ObjectNode traject, Toestand toestand, int index);
    }

    /// Leaves trajecten out of one levering.
    record Weglaten(double deel) implements Ingreep {}

    /// Changes counter or organisation of one levering.
    non-sealed interface InLevering extends Ingreep {
        LeveringKop pas(LeveringKop kop);
    }

    /// Changes the header of the message.
    non-sealed interface InKop extends Ingreep {
        Kop pas(Kop kop, Tijdvak tijdvak);
    }

    /// Changes the files.
    record InBestand(Bestandsfout soort) implements Ingreep {}

    /// Errors of whole files.
    enum Bestandsfout {
        LATIN1,
        PAGINA_WEG,
        TWEEMAAL
    }

    /// Whether it may be drawn by chance: not the errors of whole files, nor what changes the version of the
    /// message.
    boolean naarKans() {
        return switch (ingreep) {
            case InTraject t -> nummer != Foutencatalogus.OUDE_VERSIE;
            case InKop k -> nummer != Foutencatalogus.TE_VROEG;
            case InAlleTrajecten a -> true;
            case InLevering l -> true;
            case Weglaten w -> true;
            case InBestand b -> false;
        };
    }
}
