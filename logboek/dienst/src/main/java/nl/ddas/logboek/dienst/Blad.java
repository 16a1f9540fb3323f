// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// A leaf of the tree of a controller, with what it commits to. The commitment itself is
/// [nl.ddas.logboek.boom.Verbintenis] of salt and bytes.
public sealed interface Blad {

    /// Counted from 0, in the order in which leaves became durable.
    long nummer();

    /// A line that is there.
    ///
    /// @param zout the salt, of 16 bytes
    /// @param vorm the line as it is hashed ([nl.ddas.logboek.model.Regelvorm])
    record Regel(long nummer, byte[] zout, byte[] vorm) implements Blad {}

    /// A line whose time is over: salt and content are gone, the commitment stays.
    record Verwijderd(long nummer) implements Blad {}

    /// Evidence that lines were removed.
    ///
    /// @param zout the salt, of 16 bytes
    /// @param vorm what [Vernietiging#read] understands
    record Bewijs(long nummer, byte[] zout, byte[] vorm) implements Blad {}
}
