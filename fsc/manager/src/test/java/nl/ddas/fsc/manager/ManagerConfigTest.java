// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.fsc.model.CertificateThumbprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void itsDatabaseIsAFolderUnlessAServerIsNamed() throws IOException {
        String start = "group: oefen\nhost: localhost\n";
        assertThat(read(start).database()).isEqualTo(new DatabaseChoice.Embedded(Path.of("./var/database")));
        assertThat(read(start + "database-folder: ./db\n").database())
                .isEqualTo(new DatabaseChoice.Embedded(Path.of("./db")));
        assertThat(read(start + "database-folder: ./db\ndatabase-url: jdbc:postgresql://db/fsc\n"
                                + "database-user: fsc\ndatabase-password: geheim\n")
                        .database())
                .isEqualTo(new DatabaseChoice.Server("jdbc:postgresql://db/fsc", "fsc", "geheim"));
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
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("operators[0]")
                .hasMessageContaining("key 'role': the value 'baas' does not fit");
    }

    @Test
    void readsWhoMayRegister() throws IOException {
        assertThat(read("group: oefen\nhost: localhost\n").inside().gateways()).isEqualTo(Gateways.ALL);
        String thumbprint =
                CertificateThumbprint.of(Members.tls(Members.A).leaf()).base64url();
        Gateways gateways = read("""
                group: oefen
                host: localhost
                gateways:
                  - name: inway
                  - name: inway in het rekencentrum
                    subject: inway-2
                  - name: outway
                    thumbprint: %s
                """.formatted(thumbprint)).inside().gateways();
        assertThat(gateways.marks())
                .containsExactly(
                        new Operators.Mark.CommonName("inway"),
                        new Operators.Mark.CommonName("inway-2"),
                        new Operators.Mark.Thumbprint(
                                CertificateThumbprint.read(thumbprint).orElseThrow()));
        assertThat(gateways.admits(Members.tls(Members.A).leaf())).isTrue();
        assertThat(gateways.admits(Members.tls(Members.B).leaf())).isFalse();
        assertThat(Gateways.ALL.admits(Members.tls(Members.B).leaf())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "group: 'a b'                                          | group",
                "ports: [x]                                            | ports",
                "port: 22                                              | port",
                "address: http://m.test                                | address",
                "token-life: 2h                                        | token-life",
                "directories: [{peer-id: x y, address: https://d:8443}] | peer-id",
                "services: [{name: a, inway: niets}]                   | inway",
                "services: [{name: a, inway: https://i}]               | inway",
                "services: [{name: a, inway: http://i:443}]            | inway",
                "services: [{name: a, inway: https://i:444}]           | inway",
                "peer-at-once: 0                                       | peer-at-once",
                "peer-open-proposals: -1                               | peer-open-proposals",
                "operators: [{name: Jan, thumbprint: abc}]             | thumbprint",
                "gateways: [{name: inway, thumbprint: abc}]            | thumbprint",
                "gateways: []                                          | gateways",
            })
    void aValueThatMeansNothingIsTheFaultOfItsKey(String line, String key) {
        String group = line.startsWith("group") ? "" : "group: oefen\n";
        assertThatThrownBy(() -> read(group + "host: localhost\n" + line + "\n"))
                .isInstanceOfSatisfying(SettingsFault.class, fault -> assertThat(fault.fault())
                        .isInstanceOfSatisfying(SettingsFault.Fault.Unfit.class, unfit -> assertThat(unfit.key())
                                .isEqualTo(key)));
    }
}
