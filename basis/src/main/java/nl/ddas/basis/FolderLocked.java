// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.file.Path;

/// Another thread or program has the [FolderLock] of a folder.
public final class FolderLocked extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    public FolderLocked(Path file) {
        super("another program keeps " + file + " locked");
        this.file = file;
    }

    /// The file that is locked.
    public Path file() {
        return file;
    }
}
