// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.presentation.Html;

/// The document of an extension as a page that ReSpec finishes, with the settings of Logius for this family of
/// standards. The only page of ours with a script in it: ReSpec is one, and the page is for a publisher to put on
/// the web.
public final class DocumentHtml {

    private static final String RESPEC =
            "https://logius-standaarden.github.io/publicatie/respec/organisation-config.mjs";

    private DocumentHtml() {}

    /// The whole page.
    public static String render(Definitie definitie) {
        String titel = definitie.kop().titel().isEmpty()
                ? definitie.roepnaam()
                : definitie.kop().titel();
        Document.Colofon colofon = definitie.document().colofon();
        return "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + Html.text(titel)
                + "</title>\n<script type=\"module\" class=\"remove\">\nimport { loadRespecWithConfiguration } from \""
                + RESPEC + "\";\nloadRespecWithConfiguration(" + config(definitie) + ");\n</script>\n</head>\n<body>\n"
                + section("abstract", "Samenvatting", definitie.document().naamEnBeschrijving())
                + section("sotd", "Status van dit document", colofon.statusregel())
                + section("feedback", "Reacties", colofon.reacties())
                + chapters(Documentbouw.build(definitie))
                + "<section id=\"conformance\">\n<p>" + Html.text(Documentbouw.CONFORMITEIT) + "</p>\n</section>\n"
                + "</body>\n</html>\n";
    }

    private static String section(String id, String titel, String tekst) {
        return tekst.isBlank()
                ? ""
                : "<section id=\"" + id + "\" class=\"informative\">\n<h2>" + Html.text(titel) + "</h2>\n"
                        + paragraphs(tekst) + "</section>\n";
    }

    private static String config(Definitie definitie) {
        Definitie.Kop kop = definitie.kop();
        Document.Colofon colofon = definitie.document().colofon();
        List<Document.Wijziging> lijst = definitie.document().versiebeheer().wijzigingen();
        Stream<JsonValue> redactie = colofon.redactie().stream().map(naam -> JsonObject.EMPTY.with("name", naam));
        JsonObject config = JsonObject.EMPTY
                .with("useLogo", true)
                .with("useLabel", true)
                .with("maxTocLevel", 3)
                .with("license", colofon.licentie().isEmpty() ? "cc-by" : colofon.licentie())
                .with("specStatus", status(kop.status()))
                .with("specType", "PR")
                .with("pubDomain", "logboek")
                .with("shortName", "logboek-extensie-" + definitie.roepnaam().toLowerCase(Locale.ROOT))
                .with("publishDate", lijst.isEmpty() ? "" : lijst.getFirst().datum())
                .with("publishVersion", kop.versie())
                .with("editors", new JsonArray(redactie.toList()));
        // Inside a script only the end of the script has to be kept out.
        return new String(Opgemaakt.bytes(config), StandardCharsets.UTF_8)
                .strip()
                .replace("<", "\\u003c");
    }

    private static String status(String status) {
        return switch (status) {
            case "vastgesteld" -> "DEF";
            case "consultatie" -> "CV";
            default -> "WV";
        };
    }

    /// Headings open a section that closes before the next heading of the same or a higher level.
    private static String chapters(List<Blok> blokken) {
        StringBuilder html = new StringBuilder();
        int diepte = 1;
        for (Blok blok : blokken) {
            if (blok instanceof Blok.Kop(int niveau, String tekst, boolean informatief)) {
                html.append("</section>\n".repeat(Math.max(0, diepte - niveau + 1)));
                html.append(informatief ? "<section class=\"informative\">\n" : "<section>\n");
                html.append("<h%d>%s</h%d>\n".formatted(niveau, Html.text(tekst), niveau));
                diepte = niveau;
            } else {
                html.append(block(blok));
            }
        }
        return html.append("</section>\n".repeat(Math.max(0, diepte - 1))).toString();
    }

    private static String block(Blok blok) {
        return switch (blok) {
            case Blok.Kop _ -> "";
            case Blok.Alinea(String tekst) -> paragraphs(tekst);
            case Blok.Opsomming(List<String> punten) ->
                punten.stream()
                        .map(punt -> "<li>" + Html.text(punt) + "</li>\n")
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
            case Blok.Tabel(List<String> kop, List<List<String>> rijen) ->
                "<table>\n<thead>\n" + row("th", kop) + "</thead>\n<tbody>\n"
                        + rijen.stream().map(rij -> row("td", rij)).collect(Collectors.joining())
                        + "</tbody>\n</table>\n";
            case Blok.Voorbeeld(String json) -> "<pre class=\"example json\">" + Html.text(json) + "</pre>\n";
        };
    }

    private static String row(String element, List<String> cellen) {
        return cellen.stream()
                .map(cel -> "<" + element + ">" + Html.text(cel) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String paragraphs(String tekst) {
        return Stream.of(tekst.strip().split("\\R\\s*\\R"))
                .map(alinea -> "<p>" + Html.text(alinea) + "</p>\n")
                .collect(Collectors.joining());
    }
}
