// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.trust.Oin;

/// One policy (specification, section 3): organisation X gets datum G when X signed agreement O and authority A
/// released G.
///
/// @param naam by which people call it, unique within a [Beleid]
/// @param organisatie who gets the datum
/// @param gegeven what it gets
/// @param overeenkomst what it must have signed
/// @param vrijgave who must have released it
/// @param geldigheid when the rule holds
/// @param eigenaar person or function that answers for the rule
public record Beleidsregel(
        String naam,
        Oin organisatie,
        Gegeven gegeven,
        Overeenkomst overeenkomst,
        Vrijgave vrijgave,
        Geldigheid geldigheid,
        String eigenaar) {

    /// The agreement.
    ///
    /// @param naam by which both sides know it, with its version
    /// @param ondertekend when the organisation signed it; empty as long as it did not
    public record Overeenkomst(String naam, Optional<LocalDate> ondertekend) {}

    /// The release.
    ///
    /// @param autoriteit who may release the datum
    /// @param op when it did; empty as long as it did not
    public record Vrijgave(String autoriteit, Optional<LocalDate> op) {}

    /// From and until when.
    ///
    /// @param van first day
    /// @param tot first day on which it no longer holds; empty when there is no end
    public record Geldigheid(LocalDate van, Optional<LocalDate> tot) {

        /// @throws IllegalArgumentException when it ends before it begins
        public Geldigheid {
            if (tot.isPresent() && !tot.get().isAfter(van)) {
                throw new IllegalArgumentException("Geldigheid: expected an end after " + van + ", got " + tot.get());
            }
        }
    }

    /// What stands in the way of this rule on a day.
    ///
    /// @return empty when it grants its datum
    public Optional<Bezwaar> bezwaar(LocalDate dag) {
        if (overeenkomst.ondertekend().filter(op -> !op.isAfter(dag)).isEmpty()) {
            return Optional.of(Bezwaar.NIET_ONDERTEKEND);
        }
        if (vrijgave.op().filter(op -> !op.isAfter(dag)).isEmpty()) {
            return Optional.of(Bezwaar.NIET_VRIJGEGEVEN);
        }
        if (geldigheid.van().isAfter(dag)) {
            return Optional.of(Bezwaar.NOG_NIET_GELDIG);
        }
        return geldigheid.tot().filter(tot -> !tot.isAfter(dag)).map(tot -> Bezwaar.VERLOPEN);
    }
}
