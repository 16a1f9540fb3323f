// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.security.SecureRandom;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;

/// A database that a part may have, opened; or none.
record Databank(Optional<Database> database) implements AutoCloseable {

    /// @param keuze the one of the settings; empty when they name none
    static Databank open(Optional<DatabaseChoice> keuze) {
        return new Databank(keuze.map(een -> een.open(new SecureRandom())));
    }

    @Override
    public void close() {
        database.ifPresent(Database::close);
    }
}
