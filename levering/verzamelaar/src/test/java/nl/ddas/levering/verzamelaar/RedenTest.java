// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedenTest {

    @ParameterizedTest
    @EnumSource
    void thePageAboutProblemsExplainsIt(Reden reden) throws IOException {
        Path pagina = Path.of(System.getProperty("basedir", ".")).resolve("../../docs/nl/problemen.md");
        assertThat(pagina).content().contains("`" + reden.code() + "`");
    }
}
