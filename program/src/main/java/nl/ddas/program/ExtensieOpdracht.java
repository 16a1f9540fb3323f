// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ddas ldv extensie`: for who makes an extension of the Logboek Dataverwerkingen.
@Command(
        name = "extensie",
        synopsisSubcommandLabel = "OPDRACHT",
        description = {
            "Extensies op het Logboek Dataverwerkingen: een definitie (*.ldv-ext.yaml) controleren en er iets van maken."
        })
final class ExtensieOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    private ExtensieOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// The command with all its parts; a new part is a line here.
    static CommandLine met(Omgeving omgeving) {
        return new CommandLine(new ExtensieOpdracht(omgeving))
                .addSubcommand(new ExtensieControleerOpdracht(omgeving))
                .addSubcommand(new ExtensieDocumentOpdracht(omgeving))
                .addSubcommand(new ExtensieSchemaOpdracht(omgeving));
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }
}
