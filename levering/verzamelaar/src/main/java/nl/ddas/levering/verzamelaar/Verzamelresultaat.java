// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// How a collection went, one entry a supplier in the order of the list of suppliers.
///
/// @param ontbreken names of suppliers that sent something for the collection before, and are not in the list
///     any more
public record Verzamelresultaat(Aanleverperiode periode, List<PerLeverancier> leveranciers, List<String> ontbreken) {

    /// How a delivery stands after a collection.
    public sealed interface Stand {

        /// It came this far, and is at its end or waits for a decision.
        record Bereikt(Toestand toestand) implements Stand {}

        /// It stands still.
        ///
        /// @param reden why, kebab-case
        record Mislukt(String reden) implements Stand {}

        /// Whether it needs somebody's attention: it stands still, was refused, or expired.
        default boolean vraagtAandacht() {
            return switch (this) {
                case Mislukt mislukt -> true;
                case Bereikt(Toestand toestand) -> toestand == Toestand.AFGEKEURD || toestand == Toestand.VERVALLEN;
            };
        }

        /// The word in tables and JSON: that of the state, or `mislukt`.
        default String tekst() {
            return switch (this) {
                case Mislukt mislukt -> "mislukt";
                case Bereikt(Toestand toestand) -> toestand.tekst();
            };
        }
    }

    /// @param stand how it stands
    /// @param paginas pages of the delivery, 0 when not known
    /// @param paginagrootte most trajecten on a page, when the supplier gave no larger pages (`pagina-te-groot`)
    /// @param trajecten readable trajecten
    /// @param geweigerd of which refused
    /// @param ingelezen records of this supplier and period that count in the figures now
    /// @param bevindingen how many by code
    public record PerLeverancier(
            String naam,
            Stand stand,
            int paginas,
            OptionalInt paginagrootte,
            long trajecten,
            long geweigerd,
            long ingelezen,
            Map<String, Long> bevindingen) {

        static PerLeverancier mislukt(String naam, String reden) {
            return new PerLeverancier(naam, new Stand.Mislukt(reden), 0, OptionalInt.empty(), 0, 0, 0, Map.of());
        }

        /// Same as [Stand#tekst()]; for tables and JSON only.
        public String status() {
            return stand.tekst();
        }

        /// Why it stands still, kebab-case; empty when it does not.
        public Optional<String> reden() {
            return stand instanceof Stand.Mislukt(String reden) ? Optional.of(reden) : Optional.empty();
        }
    }

    public Verzamelresultaat {
        leveranciers = List.copyOf(leveranciers);
        ontbreken = List.copyOf(ontbreken);
    }

    /// Whether somebody has to look: at a delivery, at a supplier that is gone, or because there was nobody to
    /// collect from.
    public boolean vraagtAandacht() {
        return leveranciers.isEmpty()
                || !ontbreken.isEmpty()
                || leveranciers.stream().anyMatch(een -> een.stand().vraagtAandacht());
    }

    /// The entry of a supplier, empty when it was not in the list.
    public Optional<PerLeverancier> van(String naam) {
        return leveranciers.stream().filter(een -> een.naam().equals(naam)).findFirst();
    }
}
