// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// How far a permission reaches: the sum of the rules that grant something. A traject of one of the gemeenten goes
/// whole, any other with only the groups of fields, or not at all when there are none.
///
/// @param alles whether all goes whole; the other two then say nothing
/// @param gemeenten codes of four digits
/// @param veldgroepen members of a traject
public record Reikwijdte(boolean alles, Set<String> gemeenten, Set<String> veldgroepen) {

    /// All that is delivered.
    public static final Reikwijdte ALLES = new Reikwijdte(true, Set.of(), Set.of());

    /// Members of a `context` that say how far a permission reaches.
    private static final Set<String> REIKT = Set.of("alles", "gemeenten", "veldgroepen");

    /// Members that only explain it (examples of AuthZEN 1.0), so that who does not know them grants no more by it.
    private static final Set<String> UITLEG = Set.of("id", "reason", "reason_admin", "reason_user");

    /// @throws IllegalArgumentException when it reaches nothing
    public Reikwijdte {
        gemeenten = Set.copyOf(gemeenten);
        veldgroepen = Set.copyOf(veldgroepen);
        if (!alles && gemeenten.isEmpty() && veldgroepen.isEmpty()) {
            throw new IllegalArgumentException("Reikwijdte: expected something that is granted, got nothing");
        }
    }

    /// The sum of what rules grant.
    ///
    /// @return empty when there are none
    static Optional<Reikwijdte> van(List<Gegeven> gegevens) {
        Set<String> gemeenten = new TreeSet<>();
        Set<String> veldgroepen = new TreeSet<>();
        for (Gegeven gegeven : gegevens) {
            switch (gegeven) {
                case Gegeven.AllesWatGeleverdWordt _ -> {
                    return Optional.of(ALLES);
                }
                case Gegeven.VanGemeente(String code) -> gemeenten.add(code);
                case Gegeven.Veldgroep(String naam) -> veldgroepen.add(naam);
            }
        }
        return gegevens.isEmpty() ? Optional.empty() : Optional.of(new Reikwijdte(false, gemeenten, veldgroepen));
    }

    /// Whether the traject of a gemeente goes whole.
    ///
    /// @param gemeente code as it stands in the traject; empty when none does
    public boolean heel(String gemeente) {
        return alles || gemeenten.contains(gemeente);
    }

    /// Whether the traject of a gemeente goes at all.
    public boolean raakt(String gemeente) {
        return heel(gemeente) || !veldgroepen.isEmpty();
    }

    /// As it stands in the `context` of a decision.
    public JsonObject toJson() {
        return alles
                ? JsonObject.EMPTY.with("alles", true)
                : JsonObject.EMPTY.with("gemeenten", teksten(gemeenten)).with("veldgroepen", teksten(veldgroepen));
    }

    /// The same text for the same reach.
    public String tekst() {
        return alles
                ? "alles"
                : String.join(" ", new TreeSet<>(gemeenten)) + "/" + String.join(" ", new TreeSet<>(veldgroepen));
    }

    private static JsonArray teksten(Set<String> teksten) {
        return JsonArray.ofTexts(teksten.stream().sorted().toList());
    }

    /// Reads the `context` of a permission. A decision point that says nothing but why permits all.
    ///
    /// @return empty when it says anything else, such as an obligation, a misspelt name or a group of fields that
    ///     a traject does not have, or says it in another form, or grants none: what is not understood is not
    ///     granted
    public static Optional<Reikwijdte> lees(JsonObject context) {
        if (!context.members().keySet().stream().allMatch(naam -> REIKT.contains(naam) || UITLEG.contains(naam))) {
            return Optional.empty();
        }
        if (context.get("alles").isPresent() && context.bool("alles").isEmpty()) {
            return Optional.empty();
        }
        if (context.get("gemeenten").isEmpty() && context.get("veldgroepen").isEmpty()) {
            return context.bool("alles").orElse(true) ? Optional.of(ALLES) : Optional.empty();
        }
        return namen(context, "gemeenten", Gegeven.VanGemeente::isCode)
                .flatMap(gemeenten -> namen(context, "veldgroepen", Veldgroepen.NAMEN::contains)
                        .filter(veldgroepen -> !gemeenten.isEmpty() || !veldgroepen.isEmpty())
                        .map(veldgroepen -> new Reikwijdte(false, gemeenten, veldgroepen)));
    }

    private static Optional<Set<String>> namen(JsonObject context, String naam, Predicate<String> bestaat) {
        if (context.get(naam).isEmpty()) {
            return Optional.of(Set.of());
        }
        List<JsonValue> waarden = context.array(naam).orElse(List.of(JsonObject.EMPTY));
        Set<String> namen = new TreeSet<>();
        waarden.stream()
                .flatMap(waarde -> waarde instanceof JsonText(String tekst) && bestaat.test(tekst)
                        ? Stream.of(tekst)
                        : Stream.empty())
                .forEach(namen::add);
        return namen.size() == waarden.size() ? Optional.of(namen) : Optional.empty();
    }
}
