// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.ddas.basis.Bundled;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final Definitie DDAS = Definitielezer.read(
                    "ddas", Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"))
            .definitie()
            .orElseThrow();

    private static List<String> headings(String expression, String document) {
        return Pattern.compile(expression, Pattern.MULTILINE)
                .matcher(document)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theMarkdownHasTheChaptersInOrder() {
        String document = DocumentMarkdown.render(DDAS);

        assertThat(headings("^## (.*)$", document))
                .containsExactly(
                        "Naam en beschrijving",
                        "Doel en nut",
                        "Technische specificatie",
                        "Gebruiksscenario's",
                        "Versiebeheer",
                        "Begrippen",
                        "Verwijzingen",
                        "Conformiteit");
        assertThat(headings("^### (.*)$", document))
                .contains("Doel", "Doelgroep", "Toepassingsgebieden", "Sleutels", "Beperkingen");
        DDAS.attributen().forEach(a -> assertThat(document).contains("| " + a.sleutel() + " |", "#### " + a.sleutel()));
    }

    @Test
    void thePageForRespecHasTheChaptersInOrder() {
        String document = DocumentHtml.render(DDAS);

        assertThat(headings("<h2>(.*)</h2>", document))
                .containsSubsequence(
                        "Naam en beschrijving",
                        "Doel en nut",
                        "Technische specificatie",
                        "Gebruiksscenario&#39;s",
                        "Versiebeheer");
        assertThat(document)
                .contains("\"specStatus\": \"WV\"", "\"publishVersion\": \"0.3.0\"", "\"publishDate\": \"2026-11-22\"")
                .contains("<section id=\"abstract\"", "<section id=\"conformance\">");
        assertThat(count("<section", document)).isEqualTo(count("</section>", document));
    }

    private static int count(String wat, String document) {
        return document.split(Pattern.quote(wat), -1).length - 1;
    }

    @Test
    void wordsOfTheMakerNeverBecomeMarkup() {
        String stout = "</script><script>alert(1)</script>";
        Definitie definitie = Proefdefinitie.of("proef", "iets")
                .with("title", "'" + stout + "'")
                .replace("doc", "cc-by", "'" + stout + "'")
                .replace("doc", "De extensie voegt", stout + " voegt")
                .read()
                .definitie()
                .orElseThrow();

        assertThat(DocumentHtml.render(definitie))
                .doesNotContain("<script>alert")
                .containsOnlyOnce("</script>");
        assertThat(DocumentMarkdown.render(definitie)).doesNotContain("<script>");
    }

    @Test
    void whatTheDocumentSaysIsMadeOfAnyDefinition() {
        Definitie leeg =
                Proefdefinitie.read("leeg", "ldvExtension: 1\n").definitie().orElseThrow();

        assertThat(headings("^## (.*)$", DocumentMarkdown.render(leeg))).hasSize(6);
    }
}
