// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ddas logboek`: a Logboek Dataverwerkingen of our own, and what is done with it.
@Command(
        name = "logboek",
        synopsisSubcommandLabel = "OPDRACHT",
        description = {"Het Logboek Dataverwerkingen: het logboek zelf, wat erin staat, en of er iets aan is gewijzigd."
        })
final class LogboekOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    private LogboekOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// The command with all its parts; a new part is a line here.
    static CommandLine met(Omgeving omgeving) {
        return new CommandLine(new LogboekOpdracht(omgeving))
                .addSubcommand(new LogboekDienstOpdracht(omgeving))
                .addSubcommand(new LogboekQuarantaineOpdracht(omgeving))
                .addSubcommand(new LogboekExporteerOpdracht(omgeving))
                .addSubcommand(new LogboekBewaarOpdracht(omgeving))
                .addSubcommand(new LogboekControleerOpdracht(omgeving))
                .addSubcommand(new LogboekSleutelOpdracht(omgeving))
                .addSubcommand(RegisterOpdracht.met(omgeving))
                .addSubcommand(new LogboekVolgOpdracht(omgeving));
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }
}
