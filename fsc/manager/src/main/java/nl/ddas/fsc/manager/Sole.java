// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Optional;

/// Sees to it that one Manager at a time works with a store: two would hand over the same messages and judge
/// the same contracts without knowing of each other.
public interface Sole extends AutoCloseable {

    /// For a store that nobody else can reach.
    Sole NOBODY_ELSE = new Sole() {
        @Override
        public void take() {}

        @Override
        public void tend() {}

        @Override
        public Optional<String> remark() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /// Takes the store, until this is closed or the process ends; nothing happens when it is ours already.
    ///
    /// @throws StoreInUse when another Manager has it
    void take();

    /// Looks whether the store is still ours, and takes it again when the connection was lost. May wait for the
    /// database.
    void tend();

    /// What health tells, Dutch, as [#tend] found it last; empty when the store is ours. Waits for
    /// nothing.
    Optional<String> remark();

    @Override
    void close();

    /// Another Manager works with this store.
    final class StoreInUse extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        StoreInUse() {
            super("another manager works with this database");
        }
    }
}
