// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.ToetsOntvanger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The report on files as JSON, written while findings come in; the shape is promised in `docs/nl/json.md`.
public final class ControleJson implements AutoCloseable {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    /// @param uit is flushed, not closed
    public ControleJson(OutputStream uit) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), uit);
        json.writeStartObject();
        json.writeArrayPropertyStart("bestanden");
    }

    /// Starts a file; give what comes back to the check, and end with [#einde].
    public ToetsOntvanger bestand(String naam) {
        json.writeStartObject();
        json.writeStringProperty("bestand", naam);
        json.writeArrayPropertyStart("bevindingen");
        return new ToetsOntvanger() {
            @Override
            public void bevinding(Bevinding bevinding) {
                schrijf(bevinding);
            }
        };
    }

    private void schrijf(Bevinding bevinding) {
        json.writeStartObject();
        json.writeStringProperty("code", bevinding.code());
        json.writeStringProperty("ernst", bevinding.ernst().tekst());
        json.writeStringProperty("plaats", bevinding.plaats().pointer());
        json.writeNumberProperty("regel", bevinding.plaats().regel());
        json.writeNumberProperty("positie", bevinding.plaats().positie());
        json.writeStringProperty("melding", bevinding.melding());
        json.writeEndObject();
    }

    /// Ends a file with its outcome.
    public void einde(Oordeel oordeel) {
        json.writeEndArray();
        json.writeStringProperty("versie", oordeel.versie().map(Versie::tekst).orElse("onbekend"));
        json.writeStringProperty("status", oordeel.status().name());
        json.writeObjectPropertyStart("aantallen");
        json.writeNumberProperty("leveringen", oordeel.leveringen());
        json.writeNumberProperty("trajecten", oordeel.trajecten());
        json.writeNumberProperty("clienten", oordeel.clienten());
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Ends the document.
    ///
    /// @throws IOException when the stream refuses
    @Override
    public void close() throws IOException {
        try {
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw("\n");
            json.close();
        } catch (JacksonException | UncheckedIOException failed) {
            throw new IOException("cannot write the report", failed);
        }
    }
}
