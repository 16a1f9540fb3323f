// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Set;
import java.util.stream.Collectors;

/// Which typical errors are put into a delivery, and how often.
///
/// @param nummers numbers of the [Foutencatalogus]
/// @param kans share of the trajecten that get one, 0 to 1; above 0, every other levering gets an error of a
/// levering and the message one of the header, when such errors are chosen
public record Foutkeuze(Set<Integer> nummers, double kans, int hoogstens) {

    /// None at all.
    public static final Foutkeuze GEEN = new Foutkeuze(Set.of(), 0, 0);

    public Foutkeuze {
        nummers = Set.copyOf(nummers);
        if (!(kans >= 0 && kans <= 1)) {
            throw new IllegalArgumentException("Foutkeuze: expected a share from 0 to 1, got " + kans);
        }
    }

    /// All errors that rules find and the schema lets pass; not those of a whole file.
    public static Foutkeuze regels(double kans) {
        return van(kans, false);
    }

    /// All errors that break the schema: for a supplier of their own, because the whole message is
    /// refused.
    public static Foutkeuze vorm(double kans) {
        return van(kans, true);
    }

    private static Foutkeuze van(double kans, boolean vorm) {
        return new Foutkeuze(
                Foutencatalogus.ALLE.stream()
                        .filter(f -> f.vormfout() == vorm && f.naarKans())
                        .map(Fout::nummer)
                        .collect(Collectors.toUnmodifiableSet()),
                kans,
                Integer.MAX_VALUE);
    }
}
