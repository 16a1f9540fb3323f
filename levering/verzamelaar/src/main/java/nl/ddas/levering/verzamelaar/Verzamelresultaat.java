// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a collection went, one entry a supplier in the order of the list of suppliers.
public record Verzamelresultaat(Verzamelperiode periode, List<PerLeverancier> leveranciers) {

    /// @param status the word of a [Toestand], or `mislukt` when it stands still
    /// @param reden why it stands still, kebab-case
    /// @param paginas pages of the delivery, 0 when not known
    /// @param trajecten readable trajecten
    /// @param geweigerd of which refused
    /// @param ingelezen records of this supplier and period that count in the figures now
    /// @param bevindingen how many by code
    public record PerLeverancier(
            String naam,
            String status,
            Optional<String> reden,
            int paginas,
            long trajecten,
            long geweigerd,
            long ingelezen,
            Map<String, Long> bevindingen) {

        static PerLeverancier mislukt(String naam, String reden) {
            return new PerLeverancier(naam, "mislukt", Optional.of(reden), 0, 0, 0, 0, Map.of());
        }
    }

    public Verzamelresultaat {
        leveranciers = List.copyOf(leveranciers);
    }

    /// The entry of a supplier, empty when it was not in the list.
    public Optional<PerLeverancier> van(String naam) {
        return leveranciers.stream().filter(een -> een.naam().equals(naam)).findFirst();
    }
}
