// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeheimbestandTest {

    @TempDir
    private Path map;

    private Path bestand(Charset tekens) throws IOException {
        Path bestand = map.resolve("geheim");
        Files.writeString(bestand, "mooi wöörd\n", tekens);
        Files.setPosixFilePermissions(bestand, PosixFilePermissions.fromString("rw-------"));
        return bestand;
    }

    @Test
    void readsWhatStandsThereWithoutTheEndOfTheLine() throws IOException {
        assertThat(Geheimbestand.lees(bestand(StandardCharsets.UTF_8), "het wachtwoord"))
                .isEqualTo("mooi wöörd");
    }

    @Test
    void theMarkThatAnEditorPutsBeforeItIsNoPartOfIt() throws IOException {
        Path bestand = bestand(StandardCharsets.UTF_8);
        Path _ = Files.writeString(bestand, "\uFEFFgeheim");
        assertThat(Geheimbestand.lees(bestand, "het wachtwoord")).isEqualTo("geheim");
    }

    @Test
    void refusesWhatIsNoTextInUtf8() throws IOException {
        Path anders = bestand(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Geheimbestand.lees(anders, "het wachtwoord"))
                .isInstanceOf(VerkeerdGebruik.class)
                .hasMessageContaining("het wachtwoord is geen tekst in UTF-8");
    }

    @Test
    void refusesWhatOthersMayRead() throws IOException {
        Path open = bestand(StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Geheimbestand.lees(open, "de pincode"))
                .isInstanceOf(VerkeerdGebruik.class)
                .hasMessageContaining("met de pincode is ook voor anderen op deze computer te lezen");
    }
}
