// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;

/// A piece of the document, before it is Markdown or HTML.
sealed interface Blok {

    /// A heading.
    ///
    /// @param niveau 2 for a chapter, 3 below it
    /// @param informatief whether what follows is not normative
    record Kop(int niveau, String tekst, boolean informatief) implements Blok {}

    /// Running text; an empty line starts a new paragraph.
    record Alinea(String tekst) implements Blok {}

    record Opsomming(List<String> punten) implements Blok {}

    /// @param rijen each as wide as `kop`
    record Tabel(List<String> kop, List<List<String>> rijen) implements Blok {}

    /// An example, as JSON.
    record Voorbeeld(String json) implements Blok {}
}
