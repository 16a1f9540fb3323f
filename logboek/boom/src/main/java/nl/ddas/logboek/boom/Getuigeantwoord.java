// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;

/// What a witness answers (C2SP tlog-witness).
public sealed interface Getuigeantwoord {

    /// Signed, and remembered.
    record Getekend(List<SignedNote.Regel> regels) implements Getuigeantwoord {
        public Getekend {
            regels = List.copyOf(regels);
        }
    }

    /// The request cannot be read, or goes back: 400.
    record Onleesbaar() implements Getuigeantwoord {}

    /// No log of this origin is known here: 404.
    record Onbekend() implements Getuigeantwoord {}

    /// Not signed by a key that is known for the log: 403.
    record Ongetekend() implements Getuigeantwoord {}

    /// The last checkpoint that was signed here had another size: 409 with that size.
    record Andere(long size) implements Getuigeantwoord {}

    /// Of the same size, but another root: 409.
    record AndereWortel() implements Getuigeantwoord {}

    /// The proof does not lead from the last checkpoint to this one: 422.
    record Bewijsfout() implements Getuigeantwoord {}
}
