// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ddas logboek register`: what an organisation says it does with data.
@Command(
        name = "register",
        synopsisSubcommandLabel = "OPDRACHT",
        description = {
            "Het register van verwerkingsactiviteiten: wat uw organisatie met gegevens doet, waarom en hoe lang.",
            "Een register is een bestand (YAML of JSON), of staat in een database."
        })
final class RegisterOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    private RegisterOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// The command with all its parts; a new part is a line here.
    static CommandLine met(Omgeving omgeving) {
        return new CommandLine(new RegisterOpdracht(omgeving))
                .addSubcommand(new RegisterControleerOpdracht(omgeving))
                .addSubcommand(new RegisterLaadOpdracht(omgeving))
                .addSubcommand(new RegisterToonOpdracht(omgeving))
                .addSubcommand(new RegisterExporteerOpdracht(omgeving));
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulpVanConfig) {
        omgeving.uit().print(Teksten.lees("logboek-register.yaml"));
        return Uitgang.GOED;
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }
}
