// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.nio.file.Path;

/// How a check may use the machine.
///
/// @param werkmap existing folder for temporary files, made only when a delivery is too large for memory
/// @param draden 1 reads and checks on the thread of the caller; 2 or more reads on a thread beside it
/// @param inGeheugen how many pairs or places each gathering rule keeps in memory before it uses the disk
public record Toetsinstelling(Path werkmap, int draden, int inGeheugen) {

    public Toetsinstelling {
        if (draden < 1 || inGeheugen < 1024) {
            throw new IllegalArgumentException("Toetsinstelling: expected draden >= 1 and inGeheugen >= 1024, got "
                    + draden + " and " + inGeheugen);
        }
    }

    /// Two threads when the machine has them, temporary files where the system puts them.
    ///
    /// Fits in a heap of 64 MB; see [Toetser#Toetser(BerichtLezer)].
    public static Toetsinstelling standaard() {
        int draden = Math.min(2, Runtime.getRuntime().availableProcessors());
        return new Toetsinstelling(Path.of(System.getProperty("java.io.tmpdir")), draden, 65_536);
    }
}
