// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.generator.Fout.Toestand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Errors in the dates and phases of a traject.
final class Fasefouten {

    private static final String START = "startdatum";
    private static final String EINDE = "einddatum";
    private static final String REGELING = "schuldregeling";

    private Fasefouten() {}

    static Optional<String> dwangakkoordZonderToegekend(ObjectNode traject, Toestand toestand) {
        if (!(traject.get(REGELING) instanceof ObjectNode regeling) || regeling.has("toegekend")) {
            return Optional.empty();
        }
        regeling.put("dwangakkoord", true);
        return Optional.of("/schuldregeling/dwangakkoord");
    }

    static Optional<String> toegekendEnAfgewezen(ObjectNode traject, Toestand toestand) {
        if (!(traject.get(REGELING) instanceof ObjectNode regeling)
                || !regeling.has("toegekend")
                || regeling.path("dwangakkoord").asBoolean(false)) {
            return Optional.empty();
        }
        regeling.set("afgewezen", regeling.get("toegekend"));
        return Optional.of("/schuldregeling/afgewezen");
    }

    static Optional<String> zonderUitstroom(ObjectNode traject, Toestand toestand) {
        if (!traject.has(EINDE)) {
            return Optional.empty();
        }
        traject.remove("uitstroom");
        return Optional.of("/einddatum");
    }

    static Optional<String> einddatumsVerschillen(ObjectNode traject, Toestand toestand) {
        if (!(traject.get("uitstroom") instanceof ObjectNode uitstroom)) {
            return Optional.empty();
        }
        LocalDate einde = datum(uitstroom, "datum");
        uitstroom.put("datum", einde.minusDays(1).toString());
        uitstroom.put("datumBeeindigingsbeschikking", einde.minusDays(5).toString());
        return Optional.of("/uitstroom/datum");
    }

    static Optional<String> eindeVoorStart(ObjectNode traject, Toestand toestand) {
        if (!traject.has(EINDE)) {
            return Optional.empty();
        }
        traject.put(EINDE, datum(traject, START).minusDays(20).toString());
        return Optional.of("/einddatum");
    }

    /// The whole traject goes back in time until it ends before the period.
    static Optional<String> buitenPeriode(ObjectNode traject, Toestand toestand) {
        if (!traject.has(EINDE)) {
            return Optional.empty();
        }
        LocalDate doel = toestand.tijdvak().start().minusDays(30);
        schuif(traject, ChronoUnit.DAYS.between(doel, datum(traject, EINDE)));
        return Optional.of("");
    }

    static Optional<String> fasenVerwisseld(ObjectNode traject, Toestand toestand) {
        if (!(traject.get(REGELING) instanceof ObjectNode regeling) || !traject.has("stabilisatie")) {
            return Optional.empty();
        }
        LocalDate eerder = datum((ObjectNode) traject.get("stabilisatie"), START);
        regeling.put("datum", eerder.minusDays(10).toString());
        return Optional.of("/schuldregeling/datum");
    }

    static Optional<String> langMoratorium(ObjectNode traject, Toestand toestand) {
        LocalDate start = datum(traject, START).plusDays(20);
        if (traject.has(EINDE)
                || !traject.has("stabilisatie")
                || start.isAfter(toestand.tijdvak().eind())) {
            return Optional.empty();
        }
        ArrayNode moratoria = traject.get("moratoria") instanceof ArrayNode al ? al : traject.putArray("moratoria");
        ObjectNode lang = moratoria.addObject();
        lang.put("datumAanvraag", start.minusDays(9).toString());
        lang.put("datumGoedkeuring", start.minusDays(2).toString());
        lang.put(START, start.toString());
        lang.put(EINDE, start.plusMonths(9).toString());
        return Optional.of("/moratoria/" + (moratoria.size() - 1));
    }

    private static LocalDate datum(ObjectNode object, String veld) {
        return LocalDate.parse(object.path(veld).asString());
    }

    private static void schuif(JsonNode knoop, long dagen) {
        if (knoop instanceof ArrayNode lijst) {
            lijst.forEach(deel -> schuif(deel, dagen));
        } else if (knoop instanceof ObjectNode object) {
            List<String> namen = new ArrayList<>(object.propertyNames());
            for (String naam : namen) {
                JsonNode waarde = object.path(naam);
                if (waarde instanceof StringNode && !naam.equals("Geboortedatum") && isDatum(waarde.asString())) {
                    object.put(
                            naam,
                            LocalDate.parse(waarde.asString()).minusDays(dagen).toString());
                } else {
                    schuif(waarde, dagen);
                }
            }
        }
    }

    private static boolean isDatum(String tekst) {
        return tekst.length() == 10 && tekst.charAt(4) == '-' && tekst.charAt(7) == '-';
    }
}
