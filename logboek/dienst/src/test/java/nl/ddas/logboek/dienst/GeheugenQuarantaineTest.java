// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// The contract in memory.
class GeheugenQuarantaineTest extends QuarantaineContract {

    private final GeheugenQuarantaine store = new GeheugenQuarantaine(GRENS);

    @Override
    Quarantaine store() {
        return store;
    }

    @Override
    Quarantainebeheer beheer() {
        return store;
    }
}
