// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a check of a log came to.
///
/// @param kop the head that was checked; empty when there was none to read
/// @param telling what was looked at
/// @param bewezen what is proven now, for people, Dutch
/// @param opmerkingen what somebody should know, for people, Dutch; nothing is wrong
/// @param bevindingen what is wrong, at most a thousand of each kind
/// @param aantallen how many there were of each kind
public record Boomuitslag(
        Optional<Checkpoint> kop,
        Telling telling,
        List<String> bewezen,
        List<String> opmerkingen,
        List<Boombevinding> bevindingen,
        Map<Boombevinding.Soort, Long> aantallen) {

    /// What was looked at.
    ///
    /// @param isAlles whether that was every leaf
    /// @param regels lines with their content
    /// @param weg leaves of which the line was removed
    /// @param buiten leaves whose line was not asked for
    /// @param bewijzen records of removals
    public record Telling(boolean isAlles, long regels, long weg, long buiten, long bewijzen) {

        /// All leaves.
        public long bladeren() {
            return regels + weg + buiten + bewijzen;
        }
    }

    public Boomuitslag {
        bewezen = List.copyOf(bewezen);
        opmerkingen = List.copyOf(opmerkingen);
        bevindingen = List.copyOf(bevindingen);
        aantallen = Map.copyOf(aantallen);
    }

    /// Whether nothing is wrong.
    public boolean isGoed() {
        return bevindingen.isEmpty();
    }
}
