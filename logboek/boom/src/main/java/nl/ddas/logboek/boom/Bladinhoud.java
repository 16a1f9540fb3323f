// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

/// What an export has of a leaf.
sealed interface Bladinhoud {

    /// What stands in the leaf ([Verbintenis]).
    byte[] verbintenis();

    /// The content of the leaf is there.
    ///
    /// @param zout its salt
    /// @param vorm the bytes that were hashed with it
    /// @param isBewijs whether it is the record of a removal and not a line
    record Aanwezig(byte[] zout, byte[] vorm, boolean isBewijs) implements Bladinhoud {

        /// @throws IllegalArgumentException when the salt has another length
        public Aanwezig {
            if (zout.length != Verbintenis.ZOUT) {
                throw new IllegalArgumentException("expected a salt of " + Verbintenis.ZOUT + " bytes");
            }
        }

        @Override
        public byte[] verbintenis() {
            return Verbintenis.of(zout, vorm);
        }
    }

    /// Only the commitment is there.
    record Weg(byte[] verbintenis, Reden waarom) implements Bladinhoud {

        /// @throws IllegalArgumentException when the commitment has another length
        public Weg {
            if (verbintenis.length != Verbintenis.BYTES) {
                throw new IllegalArgumentException("expected a commitment of " + Verbintenis.BYTES + " bytes");
            }
        }
    }

    /// Why the content is not there.
    enum Reden {
        /// It was kept as long as it may be.
        BEWAARTERMIJN("bewaartermijn"),
        /// It was not asked for.
        BUITEN_SELECTIE("buiten-selectie");

        private final String woord;

        Reden(String woord) {
            this.woord = woord;
        }

        /// As it stands in an export.
        String woord() {
            return woord;
        }
    }
}
