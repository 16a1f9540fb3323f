// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.basis.Bundled;
import nl.ddas.logboek.extensie.Opgemaakt;
import nl.ddas.logboek.register.Artikel30;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.Documentschrijver;
import nl.ddas.logboek.register.Registerdocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas logboek register exporteer`: the register that article 30 of the GDPR asks for.
@Command(
        name = "exporteer",
        description = {
            "Maakt van een register het overzicht dat artikel 30 van de AVG vraagt: als CSV of als leesbare pagina.",
            "Er staat ook in wat vertrouwelijk is: het is voor wie het register beheert."
        })
final class RegisterExporteerOpdracht implements Callable<Integer> {

    /// In what form.
    enum Vorm {
        CSV,
        HTML,
        JSON,
        SCHEMA,
        VOORBEELD
    }

    @Mixin
    Registerkeuze keuze = new Registerkeuze();

    @Option(
            names = "--als",
            paramLabel = "VORM",
            description = {
                "csv (standaard), html, of json: het hele register met alle versies.",
                "schema: het JSON Schema van het bestand.",
                "voorbeeld: het register van DDAS als YAML, om mee te beginnen."
            })
    Vorm vorm = Vorm.CSV;

    @Option(
            names = "--op",
            paramLabel = "MOMENT",
            description = "Zoals het was op die dag of dat moment (standaard: nu).")
    Optional<String> op = Optional.empty();

    @Option(names = "--naar", paramLabel = "PAD", description = "Schrijf naar PAD in plaats van de standaarduitvoer.")
    Optional<Path> naar = Optional.empty();

    private final Omgeving omgeving;

    RegisterExporteerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        naar.ifPresent(Invoer::kanGeschrevenWorden);
        Instant moment =
                op.map(Registermoment::lees).orElseGet(() -> omgeving.klok().instant());
        Extensiebestanden.schrijf(naar.stream().toList(), bytes(moment), omgeving);
        return Uitgang.GOED;
    }

    private byte[] bytes(Instant moment) throws IOException {
        return switch (vorm) {
            case SCHEMA -> Documentlezer.schema();
            case VOORBEELD -> Bundled.bytes(Documentlezer.class, "ddas-register.yaml");
            case JSON -> Opgemaakt.bytes(Documentschrijver.whole(keuze.lees(omgeving)));
            case CSV -> new Artikel30(keuze.lees(omgeving), moment).csv();
            case HTML -> {
                Registerdocument document = keuze.lees(omgeving);
                yield Registerpagina.render(new Artikel30(document, moment)).getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
