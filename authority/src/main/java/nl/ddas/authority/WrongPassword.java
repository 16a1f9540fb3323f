// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.file.Path;

/// A key file does not open with the password that was given.
public final class WrongPassword extends IOException {

    private static final long serialVersionUID = 1;

    WrongPassword(Path file, Throwable cause) {
        super("the key in " + file + " does not open with this password", cause);
    }
}
