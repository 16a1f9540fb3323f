// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PageTest {

    @Test
    void aReportIsOneFileWithoutScriptStyleAttributeOrRequest() {
        String page = page("Titel", Tone.CAUTION.alert("Let op", Html.paragraph("tekst")))
                .render();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"nl\"", "default-src 'none'", "<style>")
                .doesNotContain("<script", " style=", "http://", "https://", " on");
        assertThat(page.split("<h1", -1)).hasSize(2);
    }

    @Property(tries = 300)
    void noTextBreaksOutOfItsPlace(@ForAll String text) throws Exception {
        HtmlTable table = new HtmlTable(text, List.of(Column.text(text), Column.number("n")));
        table.row(text, "1");
        Html content = Html.join(table.html(), Html.details(text, Html.paragraph(text)), Tone.BAD.badge(text));

        Document read = parse("<div>" + content + "</div>");

        assertThat(read.getElementsByTagName("td").getLength()).isEqualTo(2);
        assertThat(read.getElementsByTagName("p").item(0).getTextContent()).hasSameSizeAs(normalised(text));
    }

    private static String normalised(String text) {
        return Html.text(text)
                .toString()
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }

    @Test
    void textCannotTurnTheDirectionOfWritingOrSteerATerminal() {
        assertThat(Html.text("a\u202eb\u001bc\u2066d").toString()).isEqualTo("a b c d");
    }

    @Test
    void scriptsAndEventAttributesAreRefused() {
        assertThatThrownBy(() -> Html.tag("script")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.tag("p", "onclick", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.tag("p", "style", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.link("javascript:x", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableRefusesARowOfTheWrongLength() {
        HtmlTable table = new HtmlTable("t", List.of(Column.text("a"), Column.text("b")));

        assertThatThrownBy(() -> table.row("alleen een"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2 cells, got 1");
    }

    static Page page(String title, Html top) {
        return new Page("DDAS", "Data Delen Armoede en Schulden", "Test", title, "Inleiding.", top, List.of(), "Voet.");
    }

    static Document parse(String markup) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<?xml version=\"1.0\"?>" + markup)));
    }
}
