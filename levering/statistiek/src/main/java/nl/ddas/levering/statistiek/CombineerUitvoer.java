// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Gemeentecode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the outcome of combining as JSON while it comes: `trajecten`, `vervangen`, `signalen` (see docs/nl/json.md).
///
/// `signalen` holds the doubts in which something was left uncombined (C-02, C-03, C-05, C-06, C-07). What only informs
/// stands elsewhere: C-08 in `opmerkingen`, C-01 and C-04 with the traject, in `bevindingen`. Never holds a BSN or key.
public final class CombineerUitvoer implements CombineerOntvanger, AutoCloseable {
    private final JsonGenerator json;
    private final Pseudoniem pseudoniem;
    private Optional<Combinatie> combinatie = Optional.empty();

    /// @param uit is flushed, not closed
    public CombineerUitvoer(OutputStream uit, Pseudoniem pseudoniem) {
        json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), new TabelSchrijver.Open(uit));
        this.pseudoniem = pseudoniem;
    }

    @Override
    public void combinatie(Combinatie gevonden) {
        combinatie = Optional.of(gevonden);
        json.writeStartObject();
        json.writeArrayPropertyStart("trajecten");
    }

    @Override
    public void traject(GecombineerdTraject traject, Indicatorscore score) {
        Groep groep = traject.groep();
        json.writeStartObject();
        json.writeStringProperty("id", pseudoniem.trajectId(groep));
        datum("start", groep.looptijd().begindatum().map(Object::toString));
        datum("eind", groep.looptijd().einddatum().map(Object::toString));
        json.writeStringProperty(
                "gemeentecode", groep.gemeente().map(Gemeentecode::code).orElse(Gemeentecode.ONBEKEND));
        plaatsen("bronnen", groep.bronnen().stream().map(Bronrecord::plaats).toList());
        json.writeObjectPropertyStart("indicator");
        json.writeNumberProperty("score", score.score());
        json.writeStringProperty("klasse", score.klasse().name());
        json.writeEndObject();
        if (groep.bronnen().size() > 1) {
            bevindingen(traject);
        }
        json.writeEndObject();
    }

    private void bevindingen(GecombineerdTraject traject) {
        json.writeArrayPropertyStart("bevindingen");
        json.writeStartObject();
        json.writeStringProperty("code", Signaalcode.C_01.code());
        json.writeEndObject();
        for (String veld : traject.tegenspraken()) {
            json.writeStartObject();
            boolean gemeente = veld.equals("gemeentecode");
            json.writeStringProperty("code", (gemeente ? Signaalcode.C_06 : Signaalcode.C_04).code());
            json.writeStringProperty("veld", veld);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void datum(String naam, Optional<String> datum) {
        json.writeName(naam);
        datum.ifPresentOrElse(json::writeString, json::writeNull);
    }

    private void plaatsen(String naam, List<Bronplaats> plaatsen) {
        json.writeArrayPropertyStart(naam);
        for (Bronplaats plaats : plaatsen) {
            json.writeStartObject();
            json.writeStringProperty("bestand", plaats.bericht().naam());
            json.writeStringProperty("plaats", plaats.pointer());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void signalen(String naam, List<Signaal> signalen) {
        json.writeArrayPropertyStart(naam);
        for (Signaal signaal : signalen) {
            json.writeStartObject();
            json.writeStringProperty("code", signaal.code().code());
            plaatsen("plaatsen", signaal.plaatsen());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Writes what comes after the trajecten. When combining broke off, the document stays unfinished: no half result
    /// that looks whole.
    public void voltooi() {
        combinatie.ifPresent(gevonden -> {
            json.writeEndArray();
            plaatsen(
                    "vervangen",
                    gevonden.vervangen().stream()
                            .map(vervanging -> vervanging.oud().plaats())
                            .toList());
            List<Signaal> alle = gevonden.signalen();
            signalen(
                    "signalen",
                    alle.stream().filter(een -> een.code().isTwijfel()).toList());
            signalen(
                    "opmerkingen",
                    alle.stream().filter(een -> !een.code().isTwijfel()).toList());
            json.writeEndObject();
        });
        json.flush();
    }

    @Override
    public void close() {
        json.flush();
    }
}
