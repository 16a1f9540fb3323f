// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

/// Is told how a collection goes; called by several threads at once.
public interface Voortgang {

    /// Wants to know nothing.
    Voortgang STIL = new Voortgang() {};

    /// @param paginas of the delivery
    default void pagina(String leverancier, int pagina, int paginas, long bytes) {}

    /// The supplier gives no pages of the size that was asked for; from now on they hold so many trajecten at most.
    default void kleinerePaginas(String leverancier, int trajecten) {}

    /// So many trajecten were checked until now.
    default void getoetst(String leverancier, long trajecten) {}

    /// So many trajecten were read in.
    default void ingelezen(String leverancier, long trajecten) {}

    /// The row has come to this state.
    default void toestand(String leverancier, Toestand toestand) {}

    /// The row stands still for now.
    default void mislukt(String leverancier, Mislukking mislukking) {}
}
