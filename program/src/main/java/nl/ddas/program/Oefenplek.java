// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option of each command that uses the practice authority.
final class Oefenplek {

    @Option(
            names = "--map",
            paramLabel = "MAP",
            description = "Waar de oefenautoriteit staat (standaard: var/vertrouwen).")
    Optional<Path> map = Optional.empty();

    /// @param anders when the user did not say
    Path of(Path anders) {
        return map.orElse(anders);
    }
}
