// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.nio.file.Path;
import java.security.SecureRandom;
import nl.ddas.basis.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresContractsTest extends ContractsTest {

    @TempDir
    private static Path folder;

    private static Database database;
    private static PostgresContracts contracts;

    @BeforeAll
    static void open() {
        database = Database.embedded(folder.resolve("database"), new SecureRandom());
        contracts = PostgresContracts.open(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Contracts contracts() {
        return contracts;
    }
}
