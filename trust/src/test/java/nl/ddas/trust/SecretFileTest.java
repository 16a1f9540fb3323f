// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nl.ddas.basis.KeyFileFault;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"r--------", "rw-------", "rw-r-----", "rwxrwx---"})
    void whatItsOwnerAndGroupAloneMayReadIsRead(String mode) throws IOException {
        assertThat(SecretFile.read(file(mode))).asString().isEqualTo("1234\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw-----w-", "rw------x", "rwxrwxrwx"})
    void whatIsOpenToEverybodyIsRefused(String mode) throws IOException {
        Path file = file(mode);

        assertThatThrownBy(() -> SecretFile.read(file))
                .isInstanceOfSatisfying(KeyFileFault.class, fault -> assertThat(fault.fault())
                        .isEqualTo(new KeyFileFault.Fault.OpenToOthers(file, mode)));
    }

    private Path file(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("pin"), "1234\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
