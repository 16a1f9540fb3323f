// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// The work around which a line is written.
///
/// @param <T> what it gives
@FunctionalInterface
public interface Werk<T> {

    /// Does it. What it throws goes on to the caller unchanged, and the line says that it failed.
    ///
    /// @param actie to say what becomes known on the way
    T run(Lopend actie) throws Exception;
}
