// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Function;

/// A text that should hold a private key and its certificates holds something else.
final class KeyUnfit extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    private final transient Function<Path, PemFault.Fault> fault;

    KeyUnfit(Function<Path, PemFault.Fault> fault) {
        this.fault = fault;
    }

    /// What to throw when the text came from this file.
    PemFault in(Path file) {
        return new PemFault(fault.apply(file), this);
    }
}
