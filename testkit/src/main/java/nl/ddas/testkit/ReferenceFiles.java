// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Finds the official files that lie beside the checkout in `shared/`; they are read there, never copied.
public final class ReferenceFiles {

    private ReferenceFiles() {}

    /// The path of a reference file or folder, such as `reference/ddas-shv/v1.0`. Skips the test, saying so, when
    /// `shared/` is not there; fails when it is there and the file is not.
    public static Path find(String path) {
        Path shared = Path.of(System.getProperty("ddas.root", "."))
                .resolve("../shared")
                .normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(shared), "skipped: the official files are not here; put them in " + shared);
        Path found = shared.resolve(path);
        if (!Files.exists(found)) {
            throw new IllegalStateException("expected reference file " + found);
        }
        return found;
    }
}
