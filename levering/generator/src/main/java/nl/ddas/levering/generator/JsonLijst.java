// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// A JSON file `{"uitleg": ..., "<naam>": [...]}` that is written item by item, one on a line.
final class JsonLijst {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonGenerator uit;

    /// @param bestand is flushed at the end, not closed
    JsonLijst(OutputStream bestand, String uitleg, String naam) {
        this.uit = JSON.createGenerator(bestand);
        uit.writeStartObject();
        uit.writeStringProperty("uitleg", uitleg);
        uit.writeArrayPropertyStart(naam);
    }

    /// Writes one item; a record becomes an object with its components as fields.
    void zet(Object waarde) {
        uit.writeRaw('\n');
        uit.writePOJO(waarde);
    }

    /// Writes the end.
    void sluit() {
        uit.writeRaw('\n');
        uit.writeEndArray();
        uit.writeEndObject();
        uit.flush();
    }
}
