// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import nl.ddas.basis.KeyFileFault;

/// A file with a secret that somebody else keeps up to date: a private key, a PIN, a password. Its group may read it
/// too, for that is how platforms hand a secret to a program; everybody may not.
public final class SecretFile {

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("------rwx");

    private SecretFile() {}

    /// What it holds, whole.
    ///
    /// @throws KeyFileFault when it is open to every user of this computer, in whatever way
    /// @throws IOException when it cannot be read
    public static byte[] read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new KeyFileFault(
                    new KeyFileFault.Fault.OpenToOthers(file, PosixFilePermissions.toString(permissions)));
        }
        return Files.readAllBytes(file);
    }
}
