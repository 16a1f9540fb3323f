// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.List;
import nl.ddas.basis.Problem;

/// What reading a question came to.
sealed interface Vraaglezing {

    /// It can be asked.
    record Goed(Leesvraag vraag) implements Vraaglezing {}

    /// It cannot; all that is wrong with it.
    record Fout(List<Problem.Fault> fouten) implements Vraaglezing {
        public Fout {
            fouten = List.copyOf(fouten);
        }
    }
}
