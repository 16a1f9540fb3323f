// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Entry point of `ddas`.
@Command(
        name = "ddas",
        synopsisSubcommandLabel = "OPDRACHT",
        description = "Data Delen Armoede en Schulden: schuldhulpgegevens leveren, ophalen, controleren en combineren.",
        footer = {"", "Begin met: ddas demo"})
public final class Main {

    @Mixin
    Hulp hulp = new Hulp();

    private Main() {}

    public static void main(String[] args) {
        Omgeving omgeving = new Omgeving(
                System.out,
                System.err,
                Clock.systemUTC(),
                System.getenv(),
                Path.of("").toAbsolutePath());
        System.exit(run(omgeving, args));
    }

    /// Runs one command and gives its exit status, see [Uitgang].
    static int run(Omgeving omgeving, String... args) {
        CommandLine ddas = commandLine(omgeving);
        if (args.length == 0) {
            ddas.usage(omgeving.uit());
            return Uitgang.GOED;
        }
        try {
            return ddas.execute(args);
        } catch (Error stuk) {
            // Out of memory, or a program that was replaced while it ran: one sentence, no trace.
            omgeving.fout()
                    .println("ddas: het programma kan niet verder ("
                            + stuk.getClass().getSimpleName() + ").");
            return Uitgang.KAPOT;
        }
    }

    private static CommandLine commandLine(Omgeving omgeving) {
        CommandLine ddas = new CommandLine(new Main());
        Opdrachten.alle(omgeving).forEach(ddas::addSubcommand);
        Foutmelding foutmelding = new Foutmelding(omgeving);
        ddas.setParameterExceptionHandler(foutmelding)
                .setExecutionExceptionHandler(foutmelding)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(omgeving.uit(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(omgeving.fout(), true, StandardCharsets.UTF_8));
        speakDutch(ddas);
        return ddas;
    }

    private static void speakDutch(CommandLine opdracht) {
        UsageMessageSpec help = opdracht.getCommandSpec().usageMessage();
        help.synopsisHeading("Gebruik: ");
        if (help.synopsisSubcommandLabel().contains("COMMAND")) {
            help.synopsisSubcommandLabel("[OPDRACHT]");
        }
        help.descriptionHeading("%n");
        help.parameterListHeading("%n");
        help.optionListHeading("%nOpties:%n");
        help.commandListHeading("%nOpdrachten:%n");
        opdracht.getSubcommands().values().forEach(Main::speakDutch);
    }
}
