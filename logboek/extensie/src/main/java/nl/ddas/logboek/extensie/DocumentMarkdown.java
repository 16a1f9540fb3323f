// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.stream.Collectors;

/// The document of an extension in Markdown, ready for `data-include` in ReSpec.
public final class DocumentMarkdown {

    private DocumentMarkdown() {}

    /// The whole document.
    public static String render(Definitie definitie) {
        Definitie.Kop kop = definitie.kop();
        String titel = kop.titel().isEmpty() ? definitie.roepnaam() : kop.titel();
        Document.Colofon colofon = definitie.document().colofon();
        String begin = "# " + plain(titel) + "\n\n"
                + "Versie " + plain(kop.versie()) + ", status: " + plain(kop.status()) + ".\n\n"
                + (colofon.statusregel().isBlank() ? "" : plain(colofon.statusregel()) + "\n\n")
                + (colofon.reacties().isBlank() ? "" : "Reacties: " + plain(colofon.reacties()) + "\n\n")
                + (colofon.licentie().isBlank() ? "" : "Licentie: " + plain(colofon.licentie()) + "\n\n");
        return begin
                + Documentbouw.build(definitie).stream()
                        .map(DocumentMarkdown::block)
                        .collect(Collectors.joining())
                + "## Conformiteit\n\n" + Documentbouw.CONFORMITEIT + "\n";
    }

    private static String block(Blok blok) {
        return switch (blok) {
            case Blok.Kop(int niveau, String tekst, boolean _) -> "#".repeat(niveau) + " " + plain(tekst) + "\n\n";
            case Blok.Alinea(String tekst) -> plain(tekst) + "\n\n";
            case Blok.Opsomming(List<String> punten) ->
                punten.stream().map(punt -> "- " + cell(punt) + "\n").collect(Collectors.joining()) + "\n";
            case Blok.Tabel(List<String> kop, List<List<String>> rijen) ->
                row(kop) + row(kop.stream().map(_ -> "---").toList())
                        + rijen.stream().map(DocumentMarkdown::row).collect(Collectors.joining()) + "\n";
            case Blok.Voorbeeld(String json) -> "```json\n" + json + "```\n\n";
        };
    }

    private static String row(List<String> cellen) {
        return cellen.stream().map(DocumentMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String tekst) {
        return plain(tekst).replace("|", "\\|").replaceAll("\\s*\\R\\s*", " ");
    }

    /// No markup of the maker's own.
    private static String plain(String tekst) {
        return tekst.replace("&", "&amp;").replace("<", "&lt;");
    }
}
