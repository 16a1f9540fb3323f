// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// The contract in memory.
class GeheugenLogregelsTest extends LogregelsContract {

    private final Logregels store = new GeheugenLogregels();

    @Override
    Logregels store() {
        return store;
    }
}
