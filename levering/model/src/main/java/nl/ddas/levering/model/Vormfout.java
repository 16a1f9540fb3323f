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

    /// What is wrong with what stands at the place, in Dutch. Ready to print behind the place and a colon, so without
    /// capital and full stop.
    public String reden() {
        return switch (soort) {
            case REQUIRED -> verwacht + " ontbreekt";
            case ADDITIONAL_PROPERTIES ->
                "het veld \"" + Toonbaar.van(naam()) + "\" bestaat niet in het uitwisselmodel";
            case TYPE ->
                gevonden.equals(Vondst.NIETS)
                        ? "dit is null (leeg); laat het weg of vul het: verwacht " + verwacht
                        : verwachting();
            case ENUM, MIN_ITEMS, MAX_ITEMS, MINIMUM, FORMAT -> verwachting();
        };
    }

    private String verwachting() {
        return "verwacht " + verwacht + ", gevonden " + Toonbaar.van(gevonden);
    }

    private String naam() {
        String pointer = plaats.pointer();
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

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
