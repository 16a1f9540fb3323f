// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.OptionalInt;

/// Which header a rule looked at: that of a message or that of a levering.
sealed interface Kopplek {

    /// Index of the message in the delivery, from 0.
    int pagina();

    /// JSON pointer of what the reported paths are below.
    String pointer();

    /// How many leveringen of the message have begun where this header stands: 0 for the header of the message.
    int begonnen();

    /// The levering that findings about this header belong to.
    OptionalInt levering();

    /// The header of a message.
    record Bericht(int pagina) implements Kopplek {
        @Override
        public String pointer() {
            return "";
        }

        @Override
        public int begonnen() {
            return 0;
        }

        @Override
        public OptionalInt levering() {
            return OptionalInt.empty();
        }
    }

    /// The header of a levering.
    ///
    /// @param index of the levering in the message, from 0
    record Levering(int pagina, int index, String pointer) implements Kopplek {
        @Override
        public int begonnen() {
            return index + 1;
        }

        @Override
        public OptionalInt levering() {
            return OptionalInt.of(index);
        }
    }
}
