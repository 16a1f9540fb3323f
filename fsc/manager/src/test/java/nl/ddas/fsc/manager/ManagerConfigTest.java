// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.ddas.basis.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagerConfigTest {

    @TempDir
    private Path folder;

    private ManagerConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("manager.yaml"), yaml);
        return ManagerConfig.read(Settings.read("ddas-fsc-manager", file, Map.of()));
    }

    @Test
    void whoListensEverywhereSaysWhereOthersMustCome() throws IOException {
        assertThatThrownBy(() -> read("group: oefen\n")).hasMessageContaining("address");
        assertThat(read("group: oefen\naddress: https://m.test:8443\n").address())
                .isPresent();
        assertThat(read("group: oefen\nhost: 127.0.0.1\n").address()).isEmpty();
    }

    @Test
    void aPasswordInTheAddressOfTheDatabaseIsNotShown() {
        ManagerConfig.Database server =
                new ManagerConfig.Database.Server("jdbc:postgresql://db/fsc?password=geheim", "fsc", "geheim");
        assertThat(server.toString()).contains("//db/fsc").doesNotContain("geheim");
    }

    @Test
    void readsWhoMayOperateIt() throws IOException {
        ManagerConfig config = read("""
                group: oefen
                host: localhost
                management-port: 0
                operators:
                  - name: Jan Jansen
                    role: write
                  - name: Kim
                    subject: K. Kijker
                """);
        assertThat(config.inside().management()).contains(0);
        assertThat(config.inside().operators().all())
                .containsExactly(
                        new Operators.Operator(
                                "Jan Jansen", new Operators.Mark.CommonName("Jan Jansen"), Operators.Role.WRITE),
                        new Operators.Operator("Kim", new Operators.Mark.CommonName("K. Kijker"), Operators.Role.READ));
        assertThatThrownBy(() -> read("group: oefen\nhost: localhost\noperators:\n  - name: Jan\n    role: baas\n"))
                .hasMessageContaining("read or write");
    }
}
