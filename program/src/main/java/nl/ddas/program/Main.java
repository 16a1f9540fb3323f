// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Entry point of `ddas`.
@Command(
        name = "ddas",
        mixinStandardHelpOptions = false,
        resourceBundle = "nl.ddas.program.Teksten",
        synopsisSubcommandLabel = "OPDRACHT",
        description = "Data Delen Armoede en Schulden: leveren, verzamelen, controleren en combineren van schuldhulpgegevens.")
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Omgeving omgeving =
                new Omgeving(System.out, System.err, Clock.systemUTC(), System.getenv(), Path.of("").toAbsolutePath());
        System.exit(run(omgeving, args));
    }

    /// Runs one command and gives its exit status, see [Uitgang].
    static int run(Omgeving omgeving, String... args) {
        Foutmelding foutmelding = new Foutmelding(omgeving);
        CommandLine opdracht = new CommandLine(new Main());
        Opdrachten.alle(omgeving).forEach(opdracht::addSubcommand);
        opdracht.setParameterExceptionHandler(foutmelding)
                .setExecutionExceptionHandler(foutmelding)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        opdracht.setOut(new java.io.PrintWriter(omgeving.uit(), true, java.nio.charset.StandardCharsets.UTF_8));
        opdracht.setErr(new java.io.PrintWriter(omgeving.fout(), true, java.nio.charset.StandardCharsets.UTF_8));
        if (args.length == 0) {
            opdracht.usage(omgeving.uit());
            return Uitgang.GOED;
        }
        return opdracht.execute(args);
    }
}
