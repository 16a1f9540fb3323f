// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;

/// A sealed file is not what was written: changed, cut, swapped, or sealed with another key.
public final class SealBroken extends IOException {

    private static final long serialVersionUID = 1L;

    public SealBroken(String message) {
        super(message);
    }
}
