// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;

/// One delivery to check, what is known about it, and who receives what is found.
///
/// @param paginas its messages, in order
record Toetsvraag(List<Pagina> paginas, Verwachting verwachting, Vorige vorige, ToetsOntvanger ontvanger) {

    Toetsvraag {
        if (paginas.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one message");
        }
        paginas = List.copyOf(paginas);
    }
}
