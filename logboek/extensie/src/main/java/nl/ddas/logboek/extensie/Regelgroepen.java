// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// The attributes of one log line, sorted by the extension they belong to, with labels instead of keys where a
/// definition gives them: first the core, then the extensions that are loaded in their order, then what nobody
/// knows.
///
/// @param groepen those that have something on this line
public record Regelgroepen(List<Groep> groepen) {

    private static final String OTHER = "";

    public Regelgroepen {
        groepen = List.copyOf(groepen);
    }

    /// What one extension has on the line.
    ///
    /// @param naamruimte empty for keys without one
    /// @param titel for people
    public record Groep(String naamruimte, String titel, List<Veld> velden) {}

    /// @param opschrift for people; the key when there is no better
    /// @param waarde as it stands on the line; this view is for who may read the line
    public record Veld(String opschrift, String sleutel, String waarde) {}

    /// Sorts the attributes of a line.
    public static Regelgroepen of(JsonObject attributes, List<Definitie> geladen) {
        Map<String, Definitie> definities = new LinkedHashMap<>();
        geladen.forEach(definitie -> definities.put(definitie.kop().naamruimte(), definitie));
        Map<String, List<Veld>> velden = new LinkedHashMap<>();
        velden.put("core", new ArrayList<>());
        definities.keySet().forEach(ruimte -> velden.put(ruimte, new ArrayList<>()));
        attributes.members().forEach((sleutel, waarde) -> velden.computeIfAbsent(
                        namespace(sleutel), _ -> new ArrayList<>())
                .add(new Veld(label(sleutel, definities), sleutel, text(waarde))));
        return new Regelgroepen(velden.entrySet().stream()
                .filter(groep -> !groep.getValue().isEmpty())
                .map(groep ->
                        new Groep(groep.getKey(), title(groep.getKey(), definities), List.copyOf(groep.getValue())))
                .toList());
    }

    private static String namespace(String sleutel) {
        String[] delen = sleutel.split("\\.", 3);
        return delen.length == 3 && delen[0].equals("dpl") ? delen[1] : OTHER;
    }

    private static String title(String ruimte, Map<String, Definitie> definities) {
        return switch (ruimte) {
            case "core" -> "Kern";
            case OTHER -> "Zonder extensie";
            default ->
                Optional.ofNullable(definities.get(ruimte))
                        .map(definitie -> definitie.kop().titel())
                        .orElseGet(() -> "Onbekende extensie " + Citaat.plain(ruimte));
        };
    }

    private static String label(String sleutel, Map<String, Definitie> definities) {
        String ruimte = namespace(sleutel);
        String kort = ruimte.isEmpty() ? sleutel : sleutel.substring("dpl.".length() + ruimte.length() + 1);
        return Optional.ofNullable(definities.get(ruimte)).stream()
                .flatMap(definitie -> definitie.attributen().stream())
                .filter(a -> a.sleutel().equals(sleutel) && !a.samenvatting().isEmpty())
                .map(Attribuut::samenvatting)
                .findFirst()
                .orElse(kort);
    }

    private static String text(JsonValue waarde) {
        return switch (waarde) {
            case JsonText(String tekst) -> tekst;
            case JsonArray(List<JsonValue> items) ->
                items.stream().map(Regelgroepen::text).collect(Collectors.joining(", "));
            case JsonValue anders -> Typeregels.texts(anders).getFirst();
        };
    }
}
