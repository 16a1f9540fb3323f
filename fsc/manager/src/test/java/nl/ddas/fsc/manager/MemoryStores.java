// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

/// Stores that last as long as the test.
final class MemoryStores {

    private MemoryStores() {}

    static Store open() {
        return with(new MemoryContracts());
    }

    static Store with(Contracts contracts) {
        return new Store(contracts, new MemoryKept(), new MemoryAudit(), TransactionLogs.NONE);
    }
}
