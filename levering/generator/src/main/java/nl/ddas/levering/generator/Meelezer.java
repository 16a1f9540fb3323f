// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// Follows what is written: progress, errors put in, and the place of each traject.
public interface Meelezer {

    /// Follows nothing.
    Meelezer NIEMAND = new Meelezer() {};

    /// So many trajecten of a supplier have been written; called every thousand and at the end.
    default void voortgang(String leverancier, long trajecten) {}

    /// An error was put in.
    default void injectie(Injectie injectie) {}

    /// A traject was left out on purpose: it ran on, and the delivery does not have it (L-07).
    default void weggelaten(String leverancier) {}

    /// A traject that more than one organisation delivers was written.
    ///
    /// @param traject number of the traject in its world: the same at every place
    /// @param personen numbers of its persons in the world, from `eerstePersoon`
    /// @param tweeGemeenten whether it stands under two gemeenten, else it is shared with who carries it out
    /// @param bestand file, as a path below the folder of the generated data
    /// @param plaats JSON pointer within that file
    default void gedeeld(
            long traject, long eerstePersoon, int personen, boolean tweeGemeenten, String bestand, String plaats) {}
}
