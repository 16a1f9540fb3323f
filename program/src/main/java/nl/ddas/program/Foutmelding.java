// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what went wrong into one or two Dutch sentences on standard error and an exit status; never a stack trace,
/// unless `DDAS_SPOREN` is set.
final class Foutmelding implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    private final PrintStream fout;
    private final boolean sporen;

    Foutmelding(Omgeving omgeving) {
        this.fout = omgeving.fout();
        this.sporen = omgeving.variabelen().containsKey("DDAS_SPOREN");
    }

    @Override
    public int handleParseException(ParameterException ex, String[] args) {
        fout.println("ddas: " + uitleg(ex));
        String opdracht = ex.getCommandLine().getCommandSpec().qualifiedName();
        fout.println("Kijk met '" + opdracht + " --help' wat er kan.");
        return Uitgang.VERKEERD_GEBRUIK;
    }

    private static String uitleg(ParameterException ex) {
        return switch (ex) {
            case UnmatchedArgumentException onbekend -> onbekend(onbekend);
            case MissingParameterException ontbreekt ->
                "er ontbreekt iets: "
                        + String.join(
                                ", ",
                                ontbreekt.getMissing().stream()
                                        .map(spec -> spec.paramLabel())
                                        .toList());
            default -> waarde(ex);
        };
    }

    private static String onbekend(UnmatchedArgumentException ex) {
        String melding = "onbekende optie of opdracht: " + String.join(" ", ex.getUnmatched());
        var lijkt = ex.getSuggestions();
        return lijkt.isEmpty() ? melding : melding + ". Bedoelde u " + String.join(" of ", lijkt) + "?";
    }

    private static String waarde(ParameterException ex) {
        String welke = ex.getArgSpec() == null ? "" : " bij " + naam(ex);
        String gekregen = ex.getValue() == null ? "" : ": '" + ex.getValue() + "'";
        return "die waarde past niet" + welke + gekregen;
    }

    private static String naam(ParameterException ex) {
        return ex.getArgSpec() instanceof CommandLine.Model.OptionSpec optie
                ? optie.longestName()
                : ex.getArgSpec().paramLabel();
    }

    @Override
    public int handleExecutionException(Exception ex, CommandLine opdracht, ParseResult resultaat) {
        fout.println("ddas: " + Grondmelding.van(ex).orElseGet(() -> uitleg(ex)));
        if (sporen) {
            ex.printStackTrace(fout);
        }
        return ex instanceof VerkeerdGebruik ? Uitgang.VERKEERD_GEBRUIK : Uitgang.KAPOT;
    }

    private static String uitleg(Exception ex) {
        return switch (oorzaak(ex)) {
            case VerkeerdGebruik verkeerd -> String.valueOf(verkeerd.getMessage());
            case NoSuchFileException weg -> "het bestand " + weg.getFile() + " is er niet";
            case AccessDeniedException dicht ->
                "het bestand " + dicht.getFile() + " mag niet gelezen of geschreven worden";
            case FileSystemException schijf ->
                "lezen of schrijven van " + schijf.getFile() + " lukt niet: " + reden(schijf);
            case IOException io -> "lezen of schrijven lukt niet: " + nederlands(String.valueOf(io.getMessage()));
            default ->
                "er ging iets kapot (" + ex.getClass().getSimpleName() + "): " + ex.getMessage()
                        + ". Meer zien: zet DDAS_SPOREN=1 in de omgeving en probeer opnieuw.";
        };
    }

    private static String reden(FileSystemException schijf) {
        return schijf.getReason() == null ? schijf.getClass().getSimpleName() : nederlands(schijf.getReason());
    }

    /// The fault of disk or network below whatever was wrapped around it by who was reading or writing.
    private static Exception oorzaak(Exception ex) {
        Exception diepste = ex;
        for (Throwable laag = ex; laag != null; laag = laag.getCause()) {
            if (laag instanceof IOException io) {
                diepste = io;
            }
        }
        return diepste;
    }

    /// What the operating system says of a disk, in Dutch.
    private static String nederlands(String reden) {
        return switch (reden) {
            case "No space left on device" -> "de schijf is vol. Maak ruimte vrij en probeer het opnieuw";
            case "Disk quota exceeded" -> "uw deel van de schijf is op. Maak ruimte vrij en probeer het opnieuw";
            case "File too large" ->
                "het bestand wordt groter dan hier mag (kijk met: ulimit -f). Kies een andere plek of verruim de grens";
            case Invoer.UITVOER_DICHT ->
                "de uitvoer neemt niets meer aan. Is de schijf vol, of is het programma gestopt dat meeleest?";
            default -> reden;
        };
    }
}
