// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// The contract in memory.
class GeheugenActiviteitenTest extends ActiviteitenContract {

    private final Activiteiten store = new GeheugenActiviteiten();

    @Override
    Activiteiten store() {
        return store;
    }
}
