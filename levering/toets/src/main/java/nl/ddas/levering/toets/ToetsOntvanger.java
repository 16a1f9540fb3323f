// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;

/// Receives what a check finds, in the order of the delivery; findings about the whole delivery come last.
public interface ToetsOntvanger {

    /// The header of a message (of each page).
    default void kop(Kop kop) {}

    /// The next levering; its trajecten follow.
    default void levering(int index, LeveringKop kop) {}

    /// Every Bevinding, those of a traject included.
    default void bevinding(Bevinding bevinding) {}

    /// Every readable traject, after its own Bevindingen.
    ///
    /// @param bevindingen those about this traject alone
    /// @param geweigerd whether a blocking Bevinding on this traject or its levering keeps it out of the
    /// figures
    default void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> bevindingen, boolean geweigerd) {}

    /// A digest of what the delivery says, whatever its white space, pages or moment of delivery; the last
    /// call, made only when the check was given a [Vorige]. Keep it when the delivery is accepted, so that
    /// [Vorige#eerderAangeleverd(byte\[\])] can tell of a second time.
    ///
    /// @param sha256 32 bytes
    default void inhoud(byte[] sha256) {}
}
