// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.logboek.extensie.Attributenschema;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Opgemaakt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas ldv extensie schema`: a JSON Schema of the keys of extensions.
@Command(
        name = "schema",
        description = {"Maakt een JSON Schema van de sleutels (attributes) van een of meer extensies samen."})
final class ExtensieSchemaOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(arity = "1..*", paramLabel = "DEFINITIE", description = "Een of meer bestanden (*.ldv-ext.yaml).")
    List<Path> bestanden = List.of();

    @Option(names = "--naar", paramLabel = "PAD", description = "Schrijf naar PAD in plaats van de standaarduitvoer.")
    Optional<Path> naar = Optional.empty();

    private final Omgeving omgeving;

    ExtensieSchemaOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        naar.ifPresent(Invoer::kanGeschrevenWorden);
        List<Definitie> definities = Extensiebestanden.bruikbaar(bestanden, omgeving);
        if (definities.isEmpty()) {
            return Uitgang.BEVINDINGEN;
        }
        byte[] schema = Opgemaakt.bytes(Attributenschema.of(definities));
        Extensiebestanden.schrijf(naar.stream().toList(), schema, omgeving);
        return Uitgang.GOED;
    }
}
