// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// A JSON file `{"uitleg": ..., "<naam>": [...]}` that is written item by item, one on a line.
final class JsonLijst implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream bestand;
    private final JsonGenerator uit;

    JsonLijst(Path pad, String uitleg, String naam) throws IOException {
        this.bestand = Files.newOutputStream(pad);
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

    @Override
    public void close() throws IOException {
        try {
            uit.writeRaw('\n');
            uit.writeEndArray();
            uit.writeEndObject();
            uit.close();
        } catch (JacksonException e) {
            throw new IOException("JsonLijst: could not write", e);
        } finally {
            bestand.close();
        }
    }
}
