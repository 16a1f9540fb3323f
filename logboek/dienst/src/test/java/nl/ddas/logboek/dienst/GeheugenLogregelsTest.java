// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;

/// The contract in memory.
class GeheugenLogregelsTest extends LogregelsContract {

    private final GeheugenLogregels store = new GeheugenLogregels(new SecureRandom());

    @Override
    Logregels store() {
        return store;
    }

    @Override
    Bladen bladen() {
        return store;
    }
}
