// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ddas fsc`: everything that has to do with contracts and the gateway.
@Command(
        name = "fsc",
        description = {
            "Federated Service Connectivity: contracten tussen organisaties, en de poort waar de levering door gaat."
        })
final class FscOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    private FscOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// The command with all its parts; a new part is a line here.
    static CommandLine met(Omgeving omgeving) {
        CommandLine fsc = new CommandLine(new FscOpdracht(omgeving));
        onderdelen(omgeving).forEach(fsc::addSubcommand);
        return fsc;
    }

    private static List<Object> onderdelen(Omgeving omgeving) {
        return List.of(
                new ManagerOpdracht(omgeving),
                new InwayOpdracht(omgeving),
                new OutwayOpdracht(omgeving),
                new ContractOpdracht(omgeving),
                new DienstOpdracht(omgeving),
                new FscDeelnemerOpdracht(omgeving),
                new FscLogOpdracht(omgeving),
                new BeheerOpdracht(omgeving),
                new HashOpdracht(omgeving));
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }
}
