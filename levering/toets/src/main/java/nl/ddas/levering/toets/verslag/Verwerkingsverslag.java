// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.toets.Oordeel;

/// What CBS tells a supplier about a delivery: what came, whether it can be trusted and read, what was found, and what
/// is decided now. Never holds a BSN. Source: DDAS aanleverprotocol (S78); the shape is ours, version 1.
///
/// @param id unique, letters, digits and hyphens
/// @param gemaakt the moment it was made
/// @param verzamelaar who collected
/// @param leverancier who delivered
/// @param startdatum first day of the period
/// @param einddatum last day of the period
/// @param aangeleverd when the delivery was made, by which its supplier knows which one it is; empty in reports of
///     before it was told
/// @param berichten the messages as they came in
/// @param viruscontrole what the virus scan said, or that there was none
/// @param oordeel counts and outcome
/// @param leveringen counts by organisation and gemeente
/// @param bevindingen findings by kind, worst first
/// @param goedkeuring how approval goes here
public record Verwerkingsverslag(
        String id,
        Instant gemaakt,
        String verzamelaar,
        String leverancier,
        LocalDate startdatum,
        LocalDate einddatum,
        Optional<Instant> aangeleverd,
        List<Bericht> berichten,
        String viruscontrole,
        Oordeel oordeel,
        List<Leveringtelling> leveringen,
        List<Bevindinggroep> bevindingen,
        Goedkeuring goedkeuring) {

    /// The text of `viruscontrole` when a scanner looked at all of it: what it finds something in comes no further.
    public static final String VIRUSCONTROLE_GOED = "niets gevonden";

    /// The text of `viruscontrole` when no scanner is set up.
    public static final String GEEN_VIRUSCONTROLE = "niet uitgevoerd";

    public Verwerkingsverslag {
        berichten = List.copyOf(berichten);
        leveringen = List.copyOf(leveringen);
        bevindingen = List.copyOf(bevindingen);
    }

    /// What `viruscontrole` means for who reads it, in Dutch; empty when a scanner looked.
    public Optional<String> viruscontroleToelichting() {
        return viruscontrole.equals(GEEN_VIRUSCONTROLE)
                ? Optional.of("Bij de ontvanger is geen virusscanner ingesteld. Wel is van elk bericht de handtekening"
                        + " gecontroleerd en wordt alleen JSON volgens het uitwisselmodel gelezen; wat anders is, wordt"
                        + " geweigerd en nergens uitgevoerd.")
                : Optional.empty();
    }

    /// One message.
    ///
    /// @param pagina page number from 1
    /// @param bytes size
    /// @param sha256 digest of the bytes, 64 hexadecimal digits
    /// @param ondertekenaar OIN in the certificate that signed it
    /// @param ondertekendOp moment in the signature
    public record Bericht(int pagina, long bytes, String sha256, String ondertekenaar, Instant ondertekendOp) {}

    /// How this delivery becomes part of the figures.
    public sealed interface Goedkeuring {

        /// Read in at once; withdrawing stays possible.
        record Direct() implements Goedkeuring {}

        /// Read in at this moment, unless withdrawn before.
        record NaTermijn(Instant uiterlijk) implements Goedkeuring {}

        /// Read in only after approval by the supplier.
        ///
        /// @param uiterlijk when the delivery expires without it; empty in reports of before there was such
        ///     a moment
        record Handmatig(Optional<Instant> uiterlijk) implements Goedkeuring {}

        /// Not read in: the delivery was refused.
        record Geweigerd() implements Goedkeuring {}
    }
}
