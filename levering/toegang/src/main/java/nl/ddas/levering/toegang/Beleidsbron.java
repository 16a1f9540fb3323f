// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.io.IOException;

/// Where the rules in force come from.
@FunctionalInterface
public interface Beleidsbron {

    /// The rules at this moment.
    ///
    /// @throws IOException when they cannot be read; nothing is granted then
    Beleid nu() throws IOException;
}
