// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;

/// The readable index of the test set, in Dutch.
final class Leesmij {

    private Leesmij() {}

    static String tekst(List<Testset.Geval> gevallen) {
        StringBuilder tekst = new StringBuilder("""
                # Testleveringen DDAS, versie %s

                Met deze bestanden kunt u nagaan of uw controle hetzelfde vindt als die van DDAS. Alle personen,
                nummers en organisaties zijn verzonnen. Dat staat ook in elk bestand: `codeGegevensleverancier`
                eindigt op `%s`. Gebruik de bestanden nooit op een echte aansluiting; die weigert ze.

                In elke map staan een of meer leveringen en een bestand `verwacht.json`:

                - `bevindingen`: wat in elk geval gevonden moet worden, met de code van de regel en de plaats
                  (een JSON-pointer). Een regel mag ook het traject of de levering aanwijzen waar die plaats in ligt.
                - `ookMogelijk`: codes die door dezelfde fout ook mogen verschijnen.
                - Iets anders dat een waarschuwing of erger is, hoort er niet te zijn. Meldingen die alleen
                  informatief zijn, tellen niet mee.

                Lever de bestanden van een map in de genoemde volgorde aan. Bij `combineren` staat in
                `verwacht.json` welke trajecten bij elkaar horen (`groepen`), welke signalen erbij horen en met welke
                instellingen. `index.json` bevat dezelfde lijst voor programma's.

                | Map | Wat is het | Te vinden |
                |---|---|---|
                """.formatted(Testset.VERSIE, Merk.TEKST));
        for (Testset.Geval geval : gevallen) {
            List<String> codes = geval.bevindingen().stream()
                    .map(Testset.Verwacht::code)
                    .distinct()
                    .toList();
            tekst.append("| `")
                    .append(geval.map())
                    .append("` | ")
                    .append(geval.titel())
                    .append(" | ")
                    .append(codes.isEmpty() ? "geen bevindingen" : String.join(", ", codes))
                    .append(" |\n");
        }
        return tekst.toString();
    }
}
