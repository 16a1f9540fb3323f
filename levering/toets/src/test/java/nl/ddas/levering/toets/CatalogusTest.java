// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.Test;

class CatalogusTest {

    private final Catalogus catalogus = Catalogus.eigen();

    @Test
    void everyRuleOfTheTableIsInTheCatalogue() {
        Stream.of(Regels.BERICHT, Regels.LEVERING, Regels.TRAJECT, Regels.CLIENT)
                .flatMap(List::stream)
                .map(Regel::code)
                .forEach(code -> assertThat(catalogus.controle(code).advies()).endsWith("."));
    }

    @Test
    void holdsTheRowsOfTheSharedCatalogueForItsGroups() throws IOException {
        List<String> gedeeld = Files.readAllLines(ReferenceFiles.find("data/controles.csv")).stream()
                .filter(regel -> "ALOTK".indexOf(regel.charAt(0)) >= 0 && regel.charAt(1) == '-')
                .toList();
        assertThat(catalogus.alle()).hasSameSizeAs(gedeeld);
        for (int i = 0; i < gedeeld.size(); i++) {
            Controle controle = catalogus.alle().get(i);
            assertThat(gedeeld.get(i))
                    .startsWith(controle.code() + ";" + controle.ernst().tekst() + ";"
                            + controle.geldtVoor().name().toLowerCase(Locale.ROOT) + ";")
                    .contains(zonderAccenten(controle.melding()).replace("\"", "\"\""));
        }
    }

    /// The shared catalogue is written without accents; what people read has them.
    private static String zonderAccenten(String tekst) {
        return Normalizer.normalize(tekst, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    @Test
    void writesDutchWithItsAccents() {
        assertThat(catalogus.alle().stream()
                        .flatMap(controle ->
                                Stream.concat(Stream.of(controle), catalogus.varianten(controle.code()).stream()))
                        .flatMap(controle -> Stream.of(controle.melding(), controle.advies())))
                .noneMatch(tekst -> tekst.matches(".*\\b([Cc]lient(en)?|geeindigd|beeindig\\w*|privepersoon)\\b.*"))
                .anyMatch(tekst -> tekst.contains("cliënt"));
    }

    @Test
    void thePageListsEveryRuleOnce() {
        String pagina = ControlesPagina.markdown(catalogus);
        for (Controle controle : catalogus.alle()) {
            assertThat(pagina)
                    .contains("| " + controle.code() + " | " + controle.ernst().tekst());
        }
        assertThat(pagina).contains("## A: het bericht", "## K: de cliënt", "| T-06 | blokkerend | traject |");
        assertThat(pagina.lines().filter(regel -> regel.startsWith("## "))).hasSize(5);
    }

    @Test
    void thePageInTheGuideIsTheOneOfThisCatalogue() throws IOException {
        Path pagina = Path.of(System.getProperty("basedir", ".")).resolve("../../docs/nl/controles.md");
        String juist = ControlesPagina.markdown(catalogus);
        if (System.getProperty("ddas.herschrijf") != null) {
            Files.writeString(pagina, juist);
        }
        assertThat(pagina)
                .as("docs/nl/controles.md; run this test with -Dddas.herschrijf to write it anew")
                .hasContent(juist);
    }
}
