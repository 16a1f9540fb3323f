// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// A place where a message breaks the schema of its version, or a format that the schema only annotates.
///
/// @param plaats where the value stands
/// @param soort which rule of the schema
/// @param verwacht what was expected, in Dutch, ready to print; never a value from the message
/// @param gevonden the kind of value that came, in Dutch, ready to print; the text itself only for field names and enum
/// values
public record Vormfout(Plaats plaats, Soort soort, String verwacht, String gevonden) {

    /// The keyword that was broken; [#FORMAT] is the second layer, which JSON Schema 2020-12 leaves as annotation.
    public enum Soort {
        TYPE,
        REQUIRED,
        ADDITIONAL_PROPERTIES,
        ENUM,
        MIN_ITEMS,
        MAX_ITEMS,
        MINIMUM,
        FORMAT
    }
}
