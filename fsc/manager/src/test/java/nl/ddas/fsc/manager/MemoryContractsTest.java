// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

class MemoryContractsTest extends ContractsTest {

    private final MemoryContracts contracts = new MemoryContracts();

    @Override
    Contracts contracts() {
        return contracts;
    }
}
