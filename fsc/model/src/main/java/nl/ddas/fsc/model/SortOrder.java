// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Optional;

/// In which order lists are given.
public enum SortOrder {
    ASCENDING,
    DESCENDING;

    /// Name in messages.
    public String wire() {
        return "SORT_ORDER_" + name();
    }

    /// The order with this name in messages.
    public static Optional<SortOrder> find(String wire) {
        return Arrays.stream(values()).filter(o -> o.wire().equals(wire)).findFirst();
    }
}
