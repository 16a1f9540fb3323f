// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;

/// Reads the object that the walk has just entered.
@FunctionalInterface
interface Lees<T> {
    T lees() throws IOException;
}
