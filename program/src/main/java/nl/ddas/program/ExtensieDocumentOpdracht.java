// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.DocumentHtml;
import nl.ddas.logboek.extensie.DocumentMarkdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas ldv extensie document`: the document that goes with an extension.
@Command(
        name = "document",
        description = {
            "Maakt het document bij een extensie, met alle voorgeschreven hoofdstukken in de goede volgorde.",
            "Als Markdown, of met --html als pagina die ReSpec afmaakt."
        })
final class ExtensieDocumentOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "DEFINITIE", description = "Een bestand (*.ldv-ext.yaml).")
    Path bestand = Path.of("");

    @Option(names = "--html", description = "Maak een pagina voor ReSpec in plaats van Markdown.")
    boolean html;

    @Option(names = "--naar", paramLabel = "PAD", description = "Schrijf naar PAD in plaats van de standaarduitvoer.")
    Optional<Path> naar = Optional.empty();

    private final Omgeving omgeving;

    ExtensieDocumentOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        naar.ifPresent(Invoer::kanGeschrevenWorden);
        List<Definitie> definities = Extensiebestanden.bruikbaar(List.of(bestand), omgeving);
        if (definities.isEmpty()) {
            return Uitgang.BEVINDINGEN;
        }
        Definitie definitie = definities.getFirst();
        String document = html ? DocumentHtml.render(definitie) : DocumentMarkdown.render(definitie);
        Extensiebestanden.schrijf(naar.stream().toList(), document.getBytes(StandardCharsets.UTF_8), omgeving);
        return Uitgang.GOED;
    }
}
