// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.levering.verzamelaar.LeveranciersOnbekend;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what went wrong into one or two Dutch sentences on standard error and an exit status; never a stack trace,
/// unless `DDAS_SPOREN` is set.
final class Foutmelding implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    private static final Set<Class<?>> GETALLEN = Set.of(int.class, Integer.class, long.class, Long.class);

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
                        + ontbreekt.getMissing().stream()
                                .map(Foutmelding::ontbreekt)
                                .collect(Collectors.joining(", "));
            case OverwrittenOptionException dubbel ->
                "de optie " + naam(dubbel.getOverwritten()) + " staat er twee keer; één keer is genoeg";
            default -> waarde(ex);
        };
    }

    private static String ontbreekt(ArgSpec wat) {
        return wat.isOption() ? wat.paramLabel() + " (" + naam(wat) + ")" : wat.paramLabel();
    }

    private static String onbekend(UnmatchedArgumentException ex) {
        String melding = "onbekende optie of opdracht: " + String.join(" ", ex.getUnmatched());
        // The best comes first; the others are hardly alike.
        return ex.getSuggestions().stream()
                .findFirst()
                .map(lijkt -> melding + ". Bedoelde u " + lijkt + "?")
                .orElse(melding);
    }

    private static String waarde(ParameterException ex) {
        String welke = ex.getArgSpec() == null ? "" : " bij " + naam(ex.getArgSpec());
        String gekregen = ex.getValue() == null ? "" : ": '" + ex.getValue() + "'";
        return "die waarde past niet" + welke + gekregen + verwacht(ex);
    }

    /// What would fit: what may be chosen from when it is a list, or that it is a number or a day.
    private static String verwacht(ParameterException ex) {
        if (ex.getArgSpec() == null) {
            return "";
        }
        Class<?> soort = ex.getArgSpec().auxiliaryTypes()[0];
        Object[] keuzes = soort.getEnumConstants();
        if (keuzes != null) {
            return ". Kies uit: " + Stream.of(keuzes).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (GETALLEN.contains(soort)) {
            return ". Geef een geheel getal";
        }
        return soort == LocalDate.class ? ". Geef een dag als 2026-01-31" : "";
    }

    private static String naam(ArgSpec wat) {
        return wat instanceof CommandLine.Model.OptionSpec optie ? optie.longestName() : wat.paramLabel();
    }

    @Override
    public int handleExecutionException(Exception ex, CommandLine opdracht, ParseResult resultaat) {
        fout.println("ddas: " + van(ex));
        if (sporen) {
            ex.printStackTrace(fout);
        }
        return isVerkeerdGebruik(ex) ? Uitgang.VERKEERD_GEBRUIK : Uitgang.KAPOT;
    }

    /// Another option would have done; writing over what somebody has is never right.
    private static boolean isVerkeerdGebruik(Exception ex) {
        return ex instanceof VerkeerdGebruik || oorzaak(ex) instanceof FileAlreadyExistsException;
    }

    /// One sentence, Dutch, about what went wrong and what to do. What exceptions say themselves is English,
    /// and is not shown.
    static String van(Exception ex) {
        return Grondmelding.van(ex).or(() -> deel(ex)).orElseGet(() -> uitleg(ex));
    }

    /// What the outermost layer says that a user can do something about.
    private static Optional<String> deel(Exception ex) {
        return ex instanceof VerkeerdGebruik
                ? Optional.empty()
                : Stream.<Throwable>iterate(ex, laag -> laag != null, Throwable::getCause)
                        .map(laag -> Systeemmelding.deel(String.valueOf(laag.getMessage())))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static String uitleg(Exception ex) {
        return switch (oorzaak(ex)) {
            case VerkeerdGebruik verkeerd -> String.valueOf(verkeerd.getMessage());
            case BeheerMislukt mislukt -> String.valueOf(mislukt.getMessage());
            case LeveranciersOnbekend onbekend
            when onbekend.getCause() instanceof Exception waarom ->
                "de leveranciers zijn nu niet bekend: " + uitleg(waarom);
            case NoSuchFileException weg -> "het bestand " + weg.getFile() + " is er niet";
            case AccessDeniedException dicht ->
                "het bestand " + dicht.getFile() + " mag niet gelezen of geschreven worden";
            case NotDirectoryException map -> "een deel van het pad " + map.getFile() + " is een bestand en geen map";
            case FileAlreadyExistsException al ->
                "op de plek " + al.getFile() + " staat al iets anders. Kies een andere plek";
            case FileSystemException schijf ->
                "lezen of schrijven van " + schijf.getFile() + " lukt niet: "
                        + Systeemmelding.schijf(String.valueOf(schijf.getReason()));
            case IOException io ->
                "lezen of schrijven lukt niet: " + Systeemmelding.schijf(String.valueOf(io.getMessage()));
            default ->
                "er ging iets kapot in het programma zelf (" + ex.getClass().getSimpleName() + "). "
                        + Systeemmelding.MEER;
        };
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
}
