// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes a message as a stream, compact UTF-8, fields in the order of the model, absent fields left out.
public final class BerichtSchrijver implements AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator uit;
    private final VeldSchrijver velden;
    private final TrajectSchrijver trajecten;
    private boolean inLevering;
    private boolean klaar;

    /// Starts a message; close writes its end, but does not close `uit`.
    public BerichtSchrijver(OutputStream uit, Kop kop) throws IOException {
        this.uit = JSON.createGenerator(ObjectWriteContext.empty(), uit, JsonEncoding.UTF8);
        this.velden = new VeldSchrijver(this.uit);
        this.trajecten = new TrajectSchrijver(this.uit);
        schrijf(() -> begin(kop));
    }

    /// Starts the next levering and ends the one before.
    public void levering(LeveringKop kop) throws IOException {
        schrijf(() -> {
            eindeLevering();
            uit.writeStartObject();
            velden.getal(Veld.TELLER, kop.teller());
            uit.writeName(Veld.AANLEVERENDE_ORGANISATIE.klaar());
            uit.writeStartObject();
            organisatie(kop.aanleverendeOrganisatie());
            uit.writeEndObject();
            uit.writeName(Veld.SCHULDHULPTRAJECTEN.klaar());
            uit.writeStartArray();
            inLevering = true;
        });
    }

    /// Writes one traject into the levering; its `afwijkingen` are not written.
    public void traject(Schuldhulptraject traject) throws IOException {
        eisLevering();
        schrijf(() -> trajecten.schrijf(traject));
    }

    /// Writes one traject from bytes that hold exactly one JSON object.
    public void traject(byte[] bytes) throws IOException {
        eisLevering();
        schrijf(() -> uit.writeRawValue(new RuweWaarde(bytes)));
    }

    /// One traject on its own, compact.
    public static byte[] bytes(Schuldhulptraject traject) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator uit = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            new TrajectSchrijver(uit).schrijf(traject);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (klaar) {
            return;
        }
        klaar = true;
        schrijf(() -> {
            eindeLevering();
            uit.writeEndArray();
            uit.writeEndObject();
            uit.close();
        });
    }

    private void begin(Kop kop) {
        uit.writeStartObject();
        velden.datum(Veld.STARTDATUM_LEVERING, kop.startdatumLevering());
        velden.datum(Veld.EINDDATUM_LEVERING, kop.einddatumLevering());
        velden.moment(Veld.AANLEVERDATUM_EN_TIJD, kop.aanleverdatumEnTijd());
        velden.tekst(Veld.CODE_GEGEVENSLEVERANCIER, kop.codeGegevensleverancier());
        uit.writeName(Veld.LEVERINGEN.klaar());
        uit.writeStartArray();
    }

    private void organisatie(Organisatie organisatie) {
        velden.tekst(Veld.STATUTAIRE_NAAM, organisatie.statutaireNaam());
        velden.tekst(Veld.KVK_NUMMER, organisatie.kvkNummer());
        velden.tekst(Veld.POSTCODE, organisatie.postcode());
        velden.tekst(Veld.GEMEENTECODE, organisatie.gemeentecode());
        velden.lijst(Veld.CONTACTPERSONEN, organisatie.contactpersonen(), persoon -> {
            velden.tekst(Veld.EMAIL, persoon.email());
            velden.tekst(Veld.FUNCTIETITEL, persoon.functietitel());
            velden.tekst(Veld.NAAM, persoon.naam());
            velden.tekst(Veld.TELEFOONNUMMER, persoon.telefoonnummer());
        });
    }

    private void eindeLevering() {
        if (inLevering) {
            uit.writeEndArray();
            uit.writeEndObject();
            inLevering = false;
        }
    }

    private void eisLevering() {
        if (!inLevering) {
            throw new IllegalStateException("BerichtSchrijver: expected a levering before its first traject");
        }
    }

    /// The generator wraps what the stream throws; a full disk must reach the caller as the IOException it is.
    private static void schrijf(Runnable werk) throws IOException {
        try {
            werk.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException("BerichtSchrijver: could not write", e);
        }
    }
}
