// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Receives a message while it is read. Calls come in the order of the message, except that [#kop] and [#levering]
/// always come before the trajecten they belong to, also when the message writes them later.
public interface BerichtOntvanger {

    /// The header, once.
    default void kop(Kop kop) {}

    /// The next levering; its trajecten follow.
    ///
    /// @param index from 0
    /// @param heeftTrajecten whether the array `schuldhulptrajecten` is there at all
    /// @param pointer JSON pointer of the levering
    default void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {}

    /// Something that was converted, because the message follows an older version than v1.0. Those of a header come
    /// right before it, those of a traject right before that traject.
    ///
    /// @param plaats where the value stands in the message as delivered
    default void omzetting(Omzetting omzetting, Plaats plaats) {}

    /// One readable traject. A traject with form errors comes too, as far as it could be read.
    default void traject(Schuldhulptraject traject, TrajectPlek plek) {}

    /// A place that breaks the schema or a format.
    default void vormfout(Vormfout fout) {}

    /// Something outside the trajecten that does not fit the model: unknown or empty fields of header, organisation or
    /// paging.
    default void afwijking(Afwijking afwijking, Plaats plaats) {}

    /// The paging block, when the message has one.
    default void paginering(Paginering paginering) {}
}
