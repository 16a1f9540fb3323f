// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.Base64;
import java.util.List;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Sha256;

/// A report as one self-contained file: no script, no request to anywhere, readable in print and without colours.
///
/// @param product name of the product, such as `Example`
/// @param subject what the product is about, below its name
/// @param label where this comes from or which environment, such as `Demonstratie`
/// @param title the one heading of the first level
/// @param intro what the reader holds, in one or two sentences
/// @param top what comes before the sections: alerts and key figures
/// @param footer one line about origin and moment
public record Page(
        String product,
        String subject,
        String label,
        String title,
        String intro,
        Html top,
        List<Section> sections,
        String footer) {

    /// The whole file.
    public String render() {
        String css = Bundled.text(Page.class, "page.css");
        String policy =
                "default-src 'none'; img-src data:; style-src '" + hash(css) + "'; base-uri 'none'; form-action 'none'";
        return "<!DOCTYPE html>\n<html lang=\"nl\" class=\"utrecht-root\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<title>" + Html.text(title + " - " + product) + "</title>\n"
                + "<link rel=\"icon\" href=\"data:,\">\n"
                + "<style>" + css + "</style>\n</head>\n<body class=\"utrecht-body\">\n"
                + body() + "\n</body>\n</html>\n";
    }

    private Html body() {
        Html skip = Html.tag("a", "class", "nl-skip-link nl-skip-link--visible-on-focus", "href", "#inhoud")
                .of(Html.text("Naar de inhoud"));
        return Html.join(skip, header(), main(), footerHtml());
    }

    private Html header() {
        Html brand = Html.tag("span", "class", "dd-brand")
                .of(Html.text(product), Html.tag("small").of(Html.text(subject)));
        Html where = Html.tag("span", "class", "dd-label").of(Html.text(label));
        return Html.tag("header", "class", "dd-header")
                .of(Html.tag("div", "class", "dd-inner").of(brand, label.isEmpty() ? Html.NONE : where));
    }

    private Html main() {
        Html heading = Html.tag("h1", "class", "nl-heading nl-heading--level-1").of(Html.text(title));
        Html lead = Html.tag("p", "class", "nl-paragraph nl-paragraph--lead dd-intro")
                .of(Html.text(intro));
        return Html.tag("main", "id", "inhoud", "class", "dd-inner", "tabindex", "-1")
                .of(heading, lead, top, Html.join(sections.stream().map(Section::html)));
    }

    private Html footerHtml() {
        return Html.tag("footer", "class", "dd-footer")
                .of(Html.tag("div", "class", "dd-inner").of(Html.text(footer)));
    }

    private static String hash(String css) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(css));
    }
}
