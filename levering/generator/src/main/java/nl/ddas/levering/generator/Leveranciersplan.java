// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;

/// One supplier: the organisations it delivers for, in the order of its leveringen.
///
/// @param naam short name, also used for files
/// @param codeGegevensleverancier name and version of its invented software, with the mark of [Merk]
/// @param fouten which errors are put in
/// @param leverdag days after the end of the period on which it delivers
public record Leveranciersplan(
        String naam, String codeGegevensleverancier, List<Leveringplan> leveringen, Foutkeuze fouten, int leverdag) {

    public Leveranciersplan {
        leveringen = List.copyOf(leveringen);
    }

    /// The same supplier with these errors.
    Leveranciersplan met(Foutkeuze andere) {
        return new Leveranciersplan(naam, codeGegevensleverancier, leveringen, andere, leverdag);
    }

    /// The same supplier, delivering so many days after the end of the period.
    ///
    /// @param dagen 12 or more
    Leveranciersplan na(int dagen) {
        return new Leveranciersplan(naam, codeGegevensleverancier, leveringen, fouten, dagen);
    }
}
