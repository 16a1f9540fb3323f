// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Optional;

/// What reading a file as a definition came to.
///
/// @param definitie empty when nothing can be said of it
/// @param fouten what does not fit the format; the rest is read all the same
public record Definitielezing(String bestand, Optional<Definitie> definitie, List<Leesfout> fouten) {

    public Definitielezing {
        fouten = List.copyOf(fouten);
    }
}
