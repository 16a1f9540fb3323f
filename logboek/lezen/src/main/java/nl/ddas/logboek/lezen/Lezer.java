// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.List;
import java.util.Set;
import nl.ddas.logboek.dienst.Houder;

/// Who reads a log, and in which role (READ-11).
public sealed interface Lezer {

    /// Whose log is read.
    Houder houder();

    /// Names the reader in the record of reading, such as an OIN.
    String naam();

    /// The controller itself: what its rights say.
    record Eigen(Houder houder, String naam, Set<Leesrecht> rechten) implements Lezer {
        public Eigen {
            rechten = Set.copyOf(rechten);
        }
    }

    /// Another organisation: one trace at a time, and only lines that one of its applications called for.
    ///
    /// @param applicaties addresses of its applications; what lies below one of them belongs to it too
    record Ander(Houder houder, String naam, List<String> applicaties) implements Lezer {
        public Ander {
            applicaties = List.copyOf(applicaties);
        }

        /// Whether an address is one of its applications, or lies below one.
        boolean isVan(String processor) {
            return applicaties.stream()
                    .anyMatch(
                            one -> processor.equals(one) || processor.startsWith(one.endsWith("/") ? one : one + "/"));
        }
    }

    /// The part that shows data subjects what was done with their data: one data subject at a time, and nothing of
    /// staff and systems (READ-15). It vouches for the person before its screen.
    record Inzage(Houder houder, String naam) implements Lezer {}
}
