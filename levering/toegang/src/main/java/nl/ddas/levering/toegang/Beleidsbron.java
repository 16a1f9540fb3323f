// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.io.IOException;
import nl.ddas.basis.JsonValue.JsonObject;

/// Where the rules in force come from.
@FunctionalInterface
public interface Beleidsbron {

    /// Rules, and which ones they are.
    ///
    /// @param versie names them, for the log of decisions
    record Stand(Beleid beleid, JsonObject versie) {}

    /// The rules at this moment.
    ///
    /// @throws IOException when they cannot be read; nothing is granted then
    Stand nu() throws IOException;
}
