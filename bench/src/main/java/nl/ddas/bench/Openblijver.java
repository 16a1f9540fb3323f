// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import nl.ddas.logboek.dienst.DoorgevendeLogregels;
import nl.ddas.logboek.dienst.Logregels;

/// A store that stays open when who uses it closes.
final class Openblijver extends DoorgevendeLogregels {

    Openblijver(Logregels onder) {
        super(onder);
    }

    @Override
    public void close() {
        // Who opened it closes it.
    }
}
