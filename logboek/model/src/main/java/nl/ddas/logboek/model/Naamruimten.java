// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which attributes outside `dpl.core` may be used, and with which values: what the extensions say that are established
/// here (LDV 3.2.2.9). Safe for many threads.
public interface Naamruimten {

    /// No extension.
    Naamruimten GEEN = _ -> Optional.empty();

    /// What an extension says about a key that begins with `dpl.`; empty when none defines it.
    Optional<Attribuutsoort> find(String sleutel);

    /// What is wrong with the values of a line by the extensions whose keys it has: kind, pattern, words, what has
    /// to be there, rules between values. Keys that no extension defines are left alone, [#find] tells of them.
    ///
    /// @param attributen all of the line that will be kept
    default List<Schending> judge(List<Attribuut> attributen) {
        return List.of();
    }

    /// What counts while judging.
    ///
    /// @param detailniveau 1 (reference), 2 (categories) or 3 (values), see LDV chapter 4
    /// @param eigenNummer whether a text has a form of its own in which numbers of 8 or 9 digits stand, so that
    ///     they are not taken for a BSN
    record Attribuutsoort(int detailniveau, Predicate<String> eigenNummer) {

        /// One in which any such number may be a BSN.
        public static Attribuutsoort of(int detailniveau) {
            return new Attribuutsoort(detailniveau, _ -> false);
        }
    }
}
