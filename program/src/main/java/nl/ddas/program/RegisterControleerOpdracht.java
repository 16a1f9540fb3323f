// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.Fout;
import nl.ddas.logboek.register.Registerdocument;
import nl.ddas.presentation.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas logboek register controleer`: whether a file is a good register.
@Command(
        name = "controleer",
        description = {"Controleert of een bestand een goed register is, en noemt alles wat er niet klopt tegelijk."})
final class RegisterControleerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(arity = "1..*", paramLabel = "BESTAND", description = "Een of meer bestanden, YAML of JSON.")
    List<Path> bestanden = List.of();

    @Option(names = "--json", description = "Schrijf de bevindingen als JSON naar de standaarduitvoer.")
    boolean json;

    private final Omgeving omgeving;

    RegisterControleerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        List<JsonObject> verslagen = new ArrayList<>();
        boolean goed = true;
        for (Path bestand : bestanden.stream().distinct().toList()) {
            List<Fout> fouten =
                    switch (Registerbestand.lees(bestand)) {
                        case Documentlezer.Lezing.Gelezen(Registerdocument document) -> {
                            meld(bestand, document);
                            yield List.of();
                        }
                        case Documentlezer.Lezing.Geweigerd(List<Fout> gevonden) -> {
                            meld(bestand, gevonden);
                            yield gevonden;
                        }
                    };
            goed &= fouten.isEmpty();
            verslagen.add(verslag(bestand, fouten));
        }
        if (json) {
            try (OutputStream uit = Invoer.gebufferd(omgeving.uit())) {
                uit.write(JsonObject.EMPTY
                        .with("bestanden", new JsonArray(List.copyOf(verslagen)))
                        .toBytes());
                uit.write('\n');
            }
        }
        return goed ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }

    private void meld(Path bestand, Registerdocument document) {
        if (!json) {
            int versies = document.activiteiten().stream()
                    .mapToInt(one -> one.versies().size())
                    .sum();
            omgeving.uit()
                    .println(bestand + ": goed. " + document.title() + ": "
                            + Formats.count(document.activiteiten().size(), "activiteit", "activiteiten") + ", "
                            + Formats.count(versies, "versie", "versies") + ", "
                            + Formats.count(document.entiteiten().size(), "partij", "partijen") + ".");
        }
    }

    private void meld(Path bestand, List<Fout> fouten) {
        if (json) {
            return;
        }
        omgeving.uit()
                .println(bestand + ": "
                        + (fouten.size() == 1 ? "er klopt iets niet" : fouten.size() + " dingen kloppen niet") + ".");
        for (Fout fout : fouten) {
            String plek = fout.regel() > 0 ? "regel " + fout.regel() + ", " : "";
            omgeving.uit()
                    .println("  " + plek + (fout.pointer().isEmpty() ? "het hele bestand" : fout.pointer()) + " ["
                            + fout.code() + "]");
            omgeving.uit().println("    " + fout.melding());
        }
    }

    private static JsonObject verslag(Path bestand, List<Fout> fouten) {
        List<JsonObject> bevindingen = fouten.stream()
                .map(fout -> JsonObject.EMPTY
                        .with("regel", fout.code())
                        .with("niveau", "fout")
                        .with("plaats", fout.pointer())
                        .with("melding", fout.melding() + plek(fout)))
                .toList();
        return JsonObject.EMPTY
                .with("bestand", bestand.toString())
                .with("status", fouten.isEmpty() ? "GOED" : "FOUT")
                .with("bevindingen", new JsonArray(List.copyOf(bevindingen)));
    }

    private static String plek(Fout fout) {
        return fout.regel() > 0 ? " (regel " + fout.regel() + ")" : "";
    }
}
