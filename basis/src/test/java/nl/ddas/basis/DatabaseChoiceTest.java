// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseChoiceTest {

    @TempDir
    private Path folder;

    private DatabaseChoice read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("proef.yaml"), yaml);
        return DatabaseChoice.read(Settings.read("ddas-proef", file, Map.of()));
    }

    @Test
    void aServerOrAFolder() throws IOException {
        assertThat(read("database-map: ./db\n")).isEqualTo(new DatabaseChoice.Embedded(Path.of("./db")));
        assertThat(read("database-url: jdbc:postgresql://db/ddas\n"))
                .isEqualTo(new DatabaseChoice.Server("jdbc:postgresql://db/ddas", "", ""));
    }

    @Test
    void thePasswordIsNotPrinted() throws IOException {
        DatabaseChoice server = read("""
                database-url: jdbc:postgresql://db/ddas
                database-gebruiker: ik
                database-wachtwoord: geheim
                """);

        assertThat(server).isEqualTo(new DatabaseChoice.Server("jdbc:postgresql://db/ddas", "ik", "geheim"));
        assertThat(server.toString()).contains("ik").doesNotContain("geheim");
        assertThat(read("database-url: jdbc:postgresql://db/ddas?password=geheim\n")
                        .toString())
                .contains("//db/ddas")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"naam: x\n", "database-map: ./db\ndatabase-url: jdbc:postgresql://db/ddas\n"})
    void oneOfBoth(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(SettingsFault.class).hasMessageContaining("database-url");
    }
}
