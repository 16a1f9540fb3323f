// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;

/// What became of bytes that came in.
public sealed interface Invoer {

    /// They were read; single lines may still be wrong.
    record Gelezen(List<Invoergroep> groepen) implements Invoer {
        public Gelezen {
            groepen = List.copyOf(groepen);
        }

        /// How many lines there are.
        public int aantal() {
            return groepen.stream().mapToInt(groep -> groep.regels().size()).sum();
        }
    }

    /// They were not: nothing of them is taken, and sending them again does not help.
    record Onleesbaar(Reden reden) implements Invoer {}

    /// Why bytes cannot be read.
    enum Reden {
        /// Not the format they should be.
        VORM("the body is not what its Content-Type says"),
        /// The compression is broken.
        COMPRESSIE("the body is not gzip, or breaks off"),
        /// More bytes, after decompression, than allowed.
        TE_GROOT("the body is larger than allowed after decompression"),
        /// More lines or values than allowed.
        TE_VEEL("the body holds more lines or values than allowed");

        private final String uitleg;

        Reden(String uitleg) {
            this.uitleg = uitleg;
        }

        /// For the sender's operator, in English.
        public String uitleg() {
            return uitleg;
        }
    }
}
