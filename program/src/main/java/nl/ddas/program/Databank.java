// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Database;

/// A database that a part may have, opened; or none.
record Databank(Optional<Database> database) implements AutoCloseable {

    /// @param keuze opens the one of the settings; empty when they name none
    static Databank open(Optional<Supplier<Database>> keuze) {
        return new Databank(keuze.map(Supplier::get));
    }

    @Override
    public void close() {
        database.ifPresent(Database::close);
    }
}
