// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.Arrays;
import java.util.Optional;

/// What a caller may see beyond what everybody may.
public enum Recht {
    /// Which activities are confidential, and until when (LDV-R7).
    VERTROUWELIJK("ldv.read.confidential"),
    /// Parties with their contact data, and persons (LDV-R9).
    PARTIJEN("ldv.read.entities");

    private final String scope;

    Recht(String scope) {
        this.scope = scope;
    }

    /// As it stands in settings and tokens.
    public String scope() {
        return scope;
    }

    /// Empty for a scope that is not one of the register.
    public static Optional<Recht> of(String scope) {
        return Arrays.stream(values()).filter(one -> one.scope.equals(scope)).findFirst();
    }
}
