// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.io.IOException;

/// Work of ours that can fail as files and connections do.
///
/// @param <T> what it gives
@FunctionalInterface
public interface Klus<T> {

    /// Does it.
    T doe() throws IOException;
}
