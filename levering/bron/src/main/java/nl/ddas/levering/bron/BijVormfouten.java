// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

/// What to do with a source that breaks the schema.
public enum BijVormfouten {
    /// Make no new snapshot, keep the old one, and say what is wrong.
    WEIGEREN,
    /// Deliver it as it is: CBS reports the faults in its Verwerkingsverslag.
    LEVEREN
}
