// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Schending;
import nl.ddas.logboek.model.Waarde;

/// The extensions that a logbook has loaded, as its model asks for them: which keys may be used, in what detail, and
/// with which values. Safe for many threads.
public final class GeladenExtensies implements Naamruimten {

    private final Map<String, Attribuutsoort> soorten = new HashMap<>();
    private final Extensietoets toets;

    /// @param conceptToegestaan whether an extension may be used before it is established (EXT-33); its keys are
    ///     unknown else
    public GeladenExtensies(List<Definitie> geladen, boolean conceptToegestaan) {
        List<Definitie> bruikbaar = geladen.stream()
                .filter(definitie ->
                        conceptToegestaan || definitie.kop().status().equals("vastgesteld"))
                .toList();
        this.toets = new Extensietoets(bruikbaar, true);
        bruikbaar.stream()
                .flatMap(definitie -> definitie.attributen().stream())
                .map(Waardetoets::of)
                .forEach(one -> soorten.putIfAbsent(one.attribuut().sleutel(), soort(one)));
    }

    private static Attribuutsoort soort(Waardetoets toets) {
        String niveau = toets.attribuut().detailniveau();
        return new Attribuutsoort(niveau.isEmpty() ? 1 : Integer.parseInt(niveau), toets::isEigenNummer);
    }

    @Override
    public Optional<Attribuutsoort> find(String sleutel) {
        return Optional.ofNullable(soorten.get(sleutel));
    }

    @Override
    public List<Schending> judge(List<Attribuut> attributen) {
        return toets.judge(object(attributen)).stream()
                .flatMap(GeladenExtensies::violation)
                .toList();
    }

    /// What the model says itself is not said twice.
    private static Stream<Schending> violation(Extensietoets.Bezwaar bezwaar) {
        return switch (bezwaar.code()) {
            case KALE_SLEUTEL, ONBEKENDE_NAAMRUIMTE, ONBEKENDE_SLEUTEL, NIET_VASTGESTELD, LIJKT_OP_BSN, TE_GROOT ->
                Stream.empty();
            case SOORT, WAARDE -> Stream.of(Schending.of(Regelcode.EXTENSION_VALUE, bezwaar.sleutel()));
            case ONTBREEKT -> Stream.of(Schending.of(Regelcode.EXTENSION_VALUE_MISSING, bezwaar.sleutel()));
            case KRUISREGEL -> Stream.of(Schending.of(Regelcode.EXTENSION_RULE, bezwaar.sleutel()));
        };
    }

    private static JsonObject object(List<Attribuut> attributen) {
        Map<String, JsonValue> leden = new LinkedHashMap<>();
        attributen.forEach(one -> leden.put(one.sleutel(), json(one.waarde())));
        return new JsonObject(leden);
    }

    /// A value that is no text and no list is of no kind that an extension has (EXT-20).
    private static JsonValue json(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> new JsonText(tekst);
            case Waarde.Lijst(List<Waarde> waarden) ->
                new JsonArray(waarden.stream().map(GeladenExtensies::json).toList());
            case Waarde.Groep(List<Attribuut> leden) -> object(leden);
            case Waarde.Geheel _, Waarde.Breuk _, Waarde.Vlag _, Waarde.Bytes _, Waarde.Leeg _ -> new JsonNull();
        };
    }
}
