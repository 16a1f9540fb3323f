// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.file.Path;

/// A journal does not hold what was once written in it: a line was changed, removed, added or moved.
public final class JournalBroken extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;

    JournalBroken(Path file, long line, String why) {
        super("journal " + file + ", line " + line + ": " + why);
        this.line = line;
    }

    /// The first line that is not as it was, from 1.
    public long line() {
        return line;
    }
}
