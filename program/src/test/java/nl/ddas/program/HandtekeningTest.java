// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.trust.SignatureForm;
import nl.ddas.trust.Strictness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandtekeningTest {

    @TempDir
    private Path map;

    private Deelnemer.Handtekening lees(String regels) throws IOException {
        Path bestand = Files.writeString(map.resolve("bron.yaml"), regels);
        return Deelnemer.Handtekening.lees(Settings.read("ddas-bron", bestand, Map.of()));
    }

    @Test
    void whatWeSignAndWhatWeAskOfOthersAreSettings() throws IOException {
        assertThat(lees("x: y\n")).isEqualTo(new Deelnemer.Handtekening(SignatureForm.A, Strictness.DIGEST_OPTIONAL));
        assertThat(lees("handtekening-vorm: B\nhandtekening-volledig: true\n"))
                .isEqualTo(new Deelnemer.Handtekening(SignatureForm.B, Strictness.BASELINE_B));
        assertThatThrownBy(() -> lees("handtekening-volledig: altijd\n")).isInstanceOf(SettingsFault.class);
    }
}
