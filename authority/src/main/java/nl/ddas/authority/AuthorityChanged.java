// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.file.Path;

/// A file of an authority is not what the journal of the operators says was decided when it began.
public final class AuthorityChanged extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final String expected;

    AuthorityChanged(Path file, String expected) {
        super(file + " is not what the journal holds; expected " + expected);
        this.file = file;
        this.expected = expected;
    }

    /// The file that was changed.
    public Path file() {
        return file;
    }

    /// What should be in it.
    public String expected() {
        return expected;
    }
}
