// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.util.OptionalInt;

/// Reads a message of any size in constant memory: form check and model in one pass.
///
/// Understands a file (the Uitwisselmodel itself) and an answer of the API (`{gegevens, paginering}`).
public final class BerichtLezer {

    /// A reader with the form checks compiled from the schema files of this module, one a version.
    public static BerichtLezer metEigenSchemas() {
        throw new UnsupportedOperationException();
    }

    /// Reads one message and hands over what it holds; nothing more is handed over after a place that is no UTF-8 or
    /// JSON.
    ///
    /// @param pagina the page number to put in every place, empty for a file
    /// @throws IOException when the bytes cannot be read; never because of what they say
    public Lezing lees(Bron bron, OptionalInt pagina, BerichtOntvanger ontvanger) throws IOException {
        throw new UnsupportedOperationException();
    }
}
