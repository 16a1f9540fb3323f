// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;
import java.util.UUID;

/// What loading a document into a register came to.
///
/// @param nieuweVersies how many versions were added
/// @param concepten how many drafts were kept
/// @param partijen how many parties are new or changed
/// @param geweigerd what could not be loaded, by activity
public record Laadverslag(int nieuweVersies, int concepten, int partijen, List<Weigering> geweigerd) {

    public Laadverslag {
        geweigerd = List.copyOf(geweigerd);
    }

    /// An activity that stays as it was, from the version that was refused on.
    public record Weigering(UUID activiteit, List<Fout> fouten) {
        public Weigering {
            fouten = List.copyOf(fouten);
        }
    }
}
