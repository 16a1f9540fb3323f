// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;

/// The tiles of one tree, wherever they are kept.
public interface Tegels {

    /// The hashes of a tile, one after another.
    ///
    /// @return as many as the tile is wide
    /// @throws Ontbreekt when it is not there
    /// @throws IOException when they cannot be had now
    byte[] read(Tegel tegel) throws IOException;

    /// A tile that should be there is not.
    final class Ontbreekt extends IOException {
        private static final long serialVersionUID = 1L;

        /// @param tegel which
        public Ontbreekt(Tegel tegel) {
            super("tile " + tegel.path() + " is not there");
        }
    }
}
