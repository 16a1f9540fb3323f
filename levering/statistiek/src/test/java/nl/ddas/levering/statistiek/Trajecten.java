// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.ddas.levering.model.Aanmelding;
import nl.ddas.levering.model.Begeleiding;
import nl.ddas.levering.model.Begeleidingssoort;
import nl.ddas.levering.model.Beschikkingssoort;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Intake;
import nl.ddas.levering.model.Oplossing;
import nl.ddas.levering.model.Oplossingssoort;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldeiser;
import nl.ddas.levering.model.Schuldensoort;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Schuldregeling;
import nl.ddas.levering.model.Uitstroom;
import nl.ddas.levering.model.Uitstroomreden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads trajecten of tests from JSON with the wire names; single quotes will do.
final class Trajecten {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Trajecten() {}

    static Schuldhulptraject van(String json) {
        return van(MAPPER.readTree(json.replace('\'', '"')));
    }

    static Schuldhulptraject van(JsonNode json) {
        return new Schuldhulptraject(
                tekst(json, "gemeentecode"),
                datum(json, "startdatum"),
                datum(json, "einddatum"),
                datum(json, "toekenningsdatum"),
                tekst(json, "omschrijving"),
                getal(json, "totaalSchuldbedragBijAanvangSchuld"),
                stroom(json, "client").map(Trajecten::client).toList(),
                deel(json, "aanmelding").map(d -> new Aanmelding(ja(d, "crisisinterventie"), periode(d))),
                deel(json, "intake")
                        .map(d -> new Intake(
                                periode(d),
                                datum(d, "beschikkingsdatum"),
                                tekst(d, "beschikkingssoort").flatMap(Beschikkingssoort::lees))),
                Optional.empty(),
                deel(json, "stabilisatie").map(Trajecten::periode),
                deel(json, "schuldregeling").map(Trajecten::schuldregeling),
                deel(json, "oplossing")
                        .map(d -> new Oplossing(
                                periode(d), getal(d, "vtlb"), tekst(d, "soort").flatMap(Oplossingssoort::lees))),
                deel(json, "nazorg").map(Trajecten::periode),
                deel(json, "informatieEnAdvies").map(Trajecten::periode),
                stroom(json, "begeleiding")
                        .map(d -> new Begeleiding(periode(d), tekst(d, "soort").flatMap(Begeleidingssoort::lees)))
                        .toList(),
                stroom(json, "crisisinterventies").map(Trajecten::periode).toList(),
                List.of(),
                List.of(),
                stroom(json, "schulden").map(Trajecten::schuld).toList(),
                deel(json, "uitstroom")
                        .map(d -> new Uitstroom(
                                datum(d, "datum"),
                                datum(d, "datumBeeindigingsbeschikking"),
                                tekst(d, "omschrijving"),
                                tekst(d, "reden").flatMap(Uitstroomreden::lees))),
                List.of());
    }

    private static Client client(JsonNode json) {
        return new Client(
                tekst(json, "Burgerservicenummer").map(Bsn::new),
                tekst(json, "Geboortedatum"),
                tekst(json, "Geslachtsaanduiding"),
                tekst(json, "Postcode"),
                tekst(json, "Huisnummer"),
                tekst(json, "Huisnummertoevoeging"));
    }

    private static Schuldregeling schuldregeling(JsonNode json) {
        return new Schuldregeling(
                datum(json, "datum"),
                datum(json, "toegekend"),
                datum(json, "afgewezen"),
                datum(json, "ingetrokken"),
                ja(json, "dwangakkoord"),
                datum(json, "datumVerzoekDwangakkoord"));
    }

    private static Schuld schuld(JsonNode json) {
        return new Schuld(
                getal(json, "bedrag"),
                datum(json, "peildatum"),
                ja(json, "zakelijkeSchuld"),
                tekst(json, "schuldsoort").flatMap(Schuldensoort::lees),
                tekst(json, "schuldeiser")
                        .map(naam -> new Schuldeiser(
                                Optional.of(naam),
                                Optional.of(naam),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    static Optional<String> tekst(JsonNode json, String veld) {
        return deel(json, veld).map(JsonNode::asString);
    }

    static Stream<JsonNode> stroom(JsonNode json, String veld) {
        return deel(json, veld).stream()
                .flatMap(lijst -> StreamSupport.stream(new ArrayList<>(lijst.values()).spliterator(), false));
    }

    private static Optional<JsonNode> deel(JsonNode json, String veld) {
        return Optional.ofNullable(json.get(veld)).filter(node -> !node.isNull());
    }

    private static Periode periode(JsonNode json) {
        return new Periode(datum(json, "startdatum"), datum(json, "einddatum"));
    }

    private static Optional<LocalDate> datum(JsonNode json, String veld) {
        return tekst(json, veld).map(LocalDate::parse);
    }

    private static Optional<Long> getal(JsonNode json, String veld) {
        return deel(json, veld).map(JsonNode::asLong);
    }

    private static Optional<Boolean> ja(JsonNode json, String veld) {
        return deel(json, veld).map(JsonNode::asBoolean);
    }
}
