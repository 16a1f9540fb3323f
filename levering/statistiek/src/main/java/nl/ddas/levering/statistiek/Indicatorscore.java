// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How well one traject is supported by what was delivered; says nothing about the person.
///
/// @param score 0..100 after caps
/// @param delen the five parts, in the order V, C, T, I, B
/// @param verliezen at most three: what cost most points
/// @param versie version of the weights
public record Indicatorscore(int score, Klasse klasse, List<Deel> delen, List<Verlies> verliezen, String versie) {

    /// Class of a score.
    public enum Klasse {
        A(90),
        B(75),
        C(60),
        /// Kept out of durations and amounts.
        D(40),
        /// Kept out of breakdowns: only in the total.
        E(0);

        private final int vanaf;

        Klasse(int vanaf) {
            this.vanaf = vanaf;
        }

        /// The class of a score of 0..100.
        public static Klasse van(int score) {
            for (Klasse klasse : values()) {
                if (score >= klasse.vanaf) {
                    return klasse;
                }
            }
            return E;
        }

        /// From which score each class counts, in a sentence, Dutch: `A vanaf 90, ..., E daaronder`.
        static String grenzen() {
            return Arrays.stream(values())
                    .map(klasse -> klasse + (klasse.vanaf == 0 ? " daaronder" : " vanaf " + klasse.vanaf))
                    .collect(Collectors.joining(", "));
        }
    }

    /// One of the five parts.
    ///
    /// @param naam Dutch
    /// @param waarde 0..1
    /// @param punten what it brings, 0..`hoogstens`
    public record Deel(String naam, BigDecimal waarde, BigDecimal punten, BigDecimal hoogstens) {}

    /// Something that cost points.
    ///
    /// @param punten whole points, at least 1
    /// @param reden Dutch, such as "reden van uitstroom ontbreekt"
    public record Verlies(int punten, String reden) {
        /// `-9 reden van uitstroom ontbreekt`.
        public String tekst() {
            return "-" + punten + " " + reden;
        }
    }
}
