// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Walks the common paths once, so that the launcher can write down which classes a start needs and which code is hot:
/// those of the commands on files, or those of the parts with servers, database and FSC. Apart, because a command that
/// is over in a second would lose a third of it on the classes of the others.
@Command(name = "oefen", hidden = true, description = "Loopt de gewone paden na; voor de startcache.")
final class OefenOpdracht implements Callable<Integer> {

    /// What is practised.
    enum Wat {
        OPDRACHTEN,
        ONDERDELEN
    }

    private final Omgeving omgeving;

    @Parameters(paramLabel = "WAT", description = "${COMPLETION-CANDIDATES}")
    Wat wat = Wat.OPDRACHTEN;

    OefenOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Path map = Files.createTempDirectory("ddas-oefen");
        try {
            PrintStream stil = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Omgeving oefening = new Omgeving(stil, stil, omgeving.klok(), omgeving.variabelen(), map);
            switch (wat) {
                case OPDRACHTEN -> opdrachten(oefening);
                case ONDERDELEN -> Main.run(oefening, "demo", "--klaar", "--omvang", "400", "--map", map.toString());
            }
        } finally {
            Opruiming.weg(map);
        }
        return Uitgang.GOED;
    }

    private static void opdrachten(Omgeving oefening) throws IOException {
        Path map = oefening.map();
        Main.run(oefening, "genereer", "--map", map.toString(), "--aantal", "6000", "--fouten", "regels");
        for (Path bestand : bestanden(map)) {
            Main.run(oefening, "controleer", bestand.toString());
            Main.run(oefening, "controleer", "--json", bestand.toString());
            Main.run(oefening, "combineer", "--json", bestand.toString());
        }
    }

    private static List<Path> bestanden(Path map) throws IOException {
        try (Stream<Path> alle = Files.find(
                map, 3, (pad, kenmerken) -> pad.getFileName().toString().startsWith("SHV_"))) {
            return alle.toList();
        }
    }
}
