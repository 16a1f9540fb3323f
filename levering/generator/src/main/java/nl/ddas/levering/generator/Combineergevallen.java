// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Tijdzone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The combining cases as deliveries: a file for each organisation and moment, and which
/// trajecten belong together.
record Combineergevallen(Path map) {

    private static final JsonMapper JSON = JsonMapper.shared();
    /// A place in one of the files.
    record Plek(String bestand, String plaats) {}

    /// What combining must give.
    ///
    /// @param instellingen settings of combining, by name
    /// @param groepen each traject once: those that become one stand together
    /// @param vervangen older reports of the same traject by the same organisation
    record Verwacht(
            String titel,
            List<String> bestanden,
            Map<String, String> instellingen,
            List<List<Plek>> groepen,
            List<Plek> vervangen,
            List<String> signalen) {}

    List<Testset.Geval> schrijf() throws IOException {
        List<Testset.Geval> gevallen = new ArrayList<>();
        String naam = "combineergevallen.json";
        try (InputStream in = Objects.requireNonNull(Combineergevallen.class.getResourceAsStream(naam), naam)) {
            for (JsonNode geval : JSON.readTree(in)) {
                gevallen.add(geval(geval));
            }
        }
        return gevallen;
    }

    private Testset.Geval geval(JsonNode geval) throws IOException {
        String waar = "combineren/" + geval.path("nr").asString();
        Files.createDirectories(map.resolve(waar));
        Map<String, List<ObjectNode>> perBron = new LinkedHashMap<>();
        for (JsonNode traject : geval.path("trajecten")) {
            String bron = traject.path("_org").asString() + "-"
                    + traject.path("_aangeleverd").asString();
            perBron.computeIfAbsent(bron, b -> new ArrayList<>()).add((ObjectNode) traject);
        }
        Map<String, Plek> plekken = new LinkedHashMap<>();
        List<String> bestanden = new ArrayList<>();
        for (Map.Entry<String, List<ObjectNode>> bron : perBron.entrySet()) {
            String bestand = bron.getKey() + ".json";
            bestanden.add(bestand);
            for (int i = 0; i < bron.getValue().size(); i++) {
                String id = bron.getValue().get(i).path("_id").asString();
                plekken.put(id, new Plek(bestand, "/leveringen/0/schuldhulptrajecten/" + i));
            }
            HeelBestand.schrijf(map.resolve(waar).resolve(bestand), uit -> {
                schrijf(bron.getValue(), uit);
                return bestand;
            });
        }
        String titel = geval.path("titel").asString();
        Testset.schrijfJson(map.resolve(waar).resolve("verwacht.json"), verwacht(titel, bestanden, geval, plekken));
        List<String> signalen = teksten(geval.path("verwacht").path("signalen"));
        List<Testset.Verwacht> codes =
                signalen.stream().map(s -> new Testset.Verwacht(s, "", "")).toList();
        return new Testset.Geval(waar, "combineren", titel, bestanden, codes, List.of());
    }

    private static Verwacht verwacht(String titel, List<String> bestanden, JsonNode geval, Map<String, Plek> plekken) {
        Map<String, String> instellingen = new LinkedHashMap<>();
        geval.path("opties")
                .properties()
                .forEach(o -> instellingen.put(o.getKey(), o.getValue().asString()));
        JsonNode verwacht = geval.path("verwacht");
        List<List<Plek>> groepen = new ArrayList<>();
        for (JsonNode groep : verwacht.path("groepen")) {
            groepen.add(waar(groep, plekken));
        }
        return new Verwacht(
                titel,
                bestanden,
                instellingen,
                groepen,
                waar(verwacht.path("vervangen"), plekken),
                teksten(verwacht.path("signalen")));
    }

    private static List<Plek> waar(JsonNode namen, Map<String, Plek> plekken) {
        return teksten(namen).stream()
                .map(n -> Objects.requireNonNull(plekken.get(n), n))
                .toList();
    }

    private static List<String> teksten(JsonNode lijst) {
        List<String> teksten = new ArrayList<>();
        lijst.forEach(deel -> teksten.add(deel.asString()));
        return teksten;
    }

    /// The file is about the year before its delivery, or about the half-year when it is delivered in the
    /// summer.
    private static void schrijf(List<ObjectNode> trajecten, OutputStream uit) throws IOException {
        LocalDate op = LocalDate.parse(trajecten.getFirst().path("_aangeleverd").asString());
        LocalDate eind =
                op.getMonthValue() > 6 ? LocalDate.of(op.getYear(), 6, 30) : LocalDate.of(op.getYear() - 1, 12, 31);
        LocalDate start =
                op.getMonthValue() > 6 ? LocalDate.of(op.getYear(), 1, 1) : LocalDate.of(op.getYear() - 1, 1, 1);
        OffsetDateTime moment = op.atTime(12, 0).atZone(Tijdzone.NEDERLAND).toOffsetDateTime();
        Kop kop = new Kop(
                Optional.of(start),
                Optional.of(eind),
                Optional.of(new Moment(moment, Optional.of(moment.getOffset().getId()))),
                Optional.of(Merk.op("Testset " + Testset.VERSIE)));
        String organisatie = trajecten.getFirst().path("_org").asString();
        int nummer = 900 + Math.floorMod(organisatie.hashCode(), 90);
        try (BerichtSchrijver bericht = new BerichtSchrijver(uit, kop)) {
            bericht.levering(new LeveringKop(
                    Optional.of(1L), Organisaties.ander("Schuldhulporganisatie " + organisatie, nummer)));
            for (ObjectNode traject : trajecten) {
                ObjectNode kaal = traject.deepCopy();
                kaal.remove(List.of("_id", "_org", "_aangeleverd"));
                bericht.traject(JSON.writeValueAsBytes(kaal));
            }
        }
    }
}
