// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.Optional;
import nl.ddas.basis.Database;

/// A database that a part may have, opened; or none.
record Databank(Optional<Database> database) implements AutoCloseable {

    @Override
    public void close() {
        database.ifPresent(Database::close);
    }
}
