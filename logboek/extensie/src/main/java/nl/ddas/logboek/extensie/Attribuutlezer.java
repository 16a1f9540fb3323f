// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// Reads the keys that a definition adds.
final class Attribuutlezer {

    private Attribuutlezer() {}

    static List<Attribuut> read(List<Kaartlezer> lezers) {
        return IntStream.range(0, lezers.size())
                .mapToObj(i -> attribuut(i, lezers.get(i)))
                .toList();
    }

    private static Attribuut attribuut(int nummer, Kaartlezer lezer) {
        Attribuut attribuut = new Attribuut(
                nummer,
                lezer.text("key"),
                lezer.text("location"),
                lezer.text("type"),
                lezer.text("items"),
                lezer.text("encoding"),
                lezer.word("valueType", Waardesoort.woorden()),
                lezer.text("pattern"),
                lezer.texts("enum"),
                lezer.word("reference", "none", "register", "catalogue", "external"),
                lezer.word("detailLevel", "1", "2", "3"),
                lezer.word("personal", "none", "organisation", "indirect", "direct", "pseudonym"),
                vereiste(lezer),
                uitwisseling(lezer.text("exchange")),
                lezer.text("same_as"),
                lezer.texts("tags"),
                lezer.text("summary"),
                lezer.text("description"),
                voorbeelden(lezer));
        lezer.end();
        return attribuut;
    }

    private static String uitwisseling(String tekst) {
        return tekst.equals("false") || tekst.equals("none") ? "" : tekst;
    }

    private static Vereiste vereiste(Kaartlezer lezer) {
        if (lezer.get("required").filter(Knoop.Kaart.class::isInstance).isPresent()) {
            Kaartlezer als = lezer.map("required");
            String tekst = als.text("when");
            als.end();
            return Voorwaarden.read(als, "when", tekst)
                    .<Vereiste>map(voorwaarde -> new Vereiste.Als(tekst, voorwaarde))
                    .orElseGet(Vereiste.Nooit::new);
        }
        return switch (lezer.word("required", "never", "extension", "always")) {
            case "always" -> new Vereiste.Altijd();
            case "extension" -> new Vereiste.BinnenExtensie();
            default -> new Vereiste.Nooit();
        };
    }

    /// An example is a text, or a list of texts for a list; an object in it counts as its JSON.
    private static List<List<String>> voorbeelden(Kaartlezer lezer) {
        return lezer.get("examples").orElse(Knoop.Kaart.LEEG) instanceof Knoop.Lijst lijst
                ? lijst.items().stream().map(Attribuutlezer::waarden).toList()
                : lezer.texts("examples").stream().map(List::of).toList();
    }

    private static List<String> waarden(Knoop knoop) {
        return switch (knoop) {
            case Knoop.Tekst tekst -> List.of(tekst.waarde());
            case Knoop.Lijst lijst ->
                lijst.items().stream().flatMap(item -> waarden(item).stream()).toList();
            case Knoop.Kaart kaart -> List.of(new String(Knoopjson.of(kaart).toBytes(), StandardCharsets.UTF_8));
        };
    }
}
