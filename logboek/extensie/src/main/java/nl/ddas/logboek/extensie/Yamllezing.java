// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;

/// What reading bytes as YAML came to.
sealed interface Yamllezing {

    /// @param fouten names that stand twice; the first counts
    record Gelezen(Knoop wortel, List<Leesfout> fouten) implements Yamllezing {}

    /// Nothing can be said of what is in here.
    record Onleesbaar(Leesfout fout) implements Yamllezing {}
}
