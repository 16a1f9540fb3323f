// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The set of test deliveries that suppliers may download: small files, each with what must be found in it. The
/// same version gives the same bytes everywhere.
public final class Testset {

    /// Raised when a file or an expectation changes.
    public static final String VERSIE = "1.0";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// A place where something must be found.
    ///
    /// @param code of the rule
    /// @param bestand file in the folder of the case
    /// @param plaats JSON pointer of what is wrong; the rule may point at it, at what holds it or inside it
    public record Verwacht(String code, String bestand, String plaats) {}

    /// One case.
    ///
    /// @param map folder below that of the set
    /// @param soort `goed`, `fout` or `combineren`
    /// @param titel Dutch, one line
    /// @param bestanden the files to deliver, in this order
    /// @param bevindingen what must be found
    /// @param ookMogelijk codes that may stand beside it; nothing else of warning or worse may
    public record Geval(
            String map,
            String soort,
            String titel,
            List<String> bestanden,
            List<Verwacht> bevindingen,
            List<String> ookMogelijk) {}

    private record Index(String versie, String model, String merk, List<Geval> gevallen) {}

    private Testset() {}

    /// Writes the set.
    ///
    /// @param map made when it is not there
    /// @return the cases, as in `index.json`
    /// @throws IOException when a file cannot be written
    public static List<Geval> schrijf(Path map) throws IOException {
        Files.createDirectories(map);
        List<Geval> gevallen = new ArrayList<>();
        gevallen.addAll(new Goedgevallen(map).schrijf());
        gevallen.addAll(new Foutgevallen(map).schrijf());
        for (Geval geval : List.copyOf(gevallen)) {
            schrijfJson(map.resolve(geval.map()).resolve("verwacht.json"), geval);
        }
        gevallen.addAll(new Combineergevallen(map).schrijf());
        schrijfJson(map.resolve("index.json"), new Index(VERSIE, "SHV v1.0", Merk.TEKST, List.copyOf(gevallen)));
        HeelBestand.schrijf(map.resolve("LEESMIJ.md"), Leesmij.tekst(gevallen));
        return List.copyOf(gevallen);
    }

    static void schrijfJson(Path pad, Object waarde) throws IOException {
        HeelBestand.schrijf(pad, JSON.writeValueAsString(waarde).replace("\r\n", "\n") + "\n");
    }
}
