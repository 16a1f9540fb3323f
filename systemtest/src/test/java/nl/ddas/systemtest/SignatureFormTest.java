// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.ddas.trust.SignatureForm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A supplier and CBS that sign in the same form: requests, pages and Verwerkingsverslagen go from end to end.
class SignatureFormTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aDeliverySignedInEitherFormIsCollected(SignatureForm form) throws Exception {
        Proefopstelling.bron(map, 7, 40);
        try (Proefopstelling opstelling = new Proefopstelling(map, Proefopstelling.Opzet.GEWOON.met(form))) {
            assertThat(opstelling.lever().leveranciers()).singleElement().satisfies(een -> assertThat(een.status())
                    .isEqualTo("ingelezen"));
        }
    }
}
