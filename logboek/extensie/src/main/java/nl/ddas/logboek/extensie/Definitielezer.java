// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.ddas.logboek.extensie.Definitie.Afhankelijkheid;
import nl.ddas.logboek.extensie.Definitie.Bronverwijzing;
import nl.ddas.logboek.extensie.Definitie.Kernverwijzing;
import nl.ddas.logboek.extensie.Definitie.Kop;
import nl.ddas.logboek.extensie.Definitie.Kruisregel;
import nl.ddas.logboek.extensie.Definitie.Protocol;

/// Reads `*.ldv-ext.yaml`: the names of the format live here, in [Tekstlezer] and in [Attribuutlezer]. The JSON
/// Schema beside this class says the same for editors.
public final class Definitielezer {

    private static final int MOST_FAULTS = 100;

    private Definitielezer() {}

    /// Reads a whole file; never fails on what is in it.
    ///
    /// @param bestand name of the file, for in the report
    public static Definitielezing read(String bestand, byte[] bytes) {
        return switch (Yamllezer.read(bytes)) {
            case Yamllezing.Onleesbaar(Leesfout fout) -> refused(bestand, List.of(fout));
            case Yamllezing.Gelezen(Knoop.Kaart kaart, List<Leesfout> dubbel) -> read(bestand, kaart, dubbel);
            case Yamllezing.Gelezen(Knoop anders, List<Leesfout> _) ->
                refused(
                        bestand,
                        List.of(Leesfout.onleesbaar(
                                anders.plek(), "Een definitie begint met namen en waarden, zoals ldvExtension: 1.")));
        };
    }

    /// The same, from a stream of which no more is read than a definition may be long.
    ///
    /// @throws IOException when the stream fails
    public static Definitielezing read(String bestand, InputStream stroom) throws IOException {
        return read(bestand, stroom.readNBytes(Yamllezer.MAX_BYTES + 1));
    }

    private static Definitielezing refused(String bestand, List<Leesfout> fouten) {
        return new Definitielezing(bestand, Optional.empty(), fouten);
    }

    private static Definitielezing read(String bestand, Knoop.Kaart kaart, List<Leesfout> dubbel) {
        List<Leesfout> fouten = new ArrayList<>(dubbel);
        Kaartlezer lezer = new Kaartlezer(kaart, "", fouten);
        if (!lezer.text("ldvExtension").equals("1")) {
            lezer.fault(
                    Leesfout.WOORD,
                    "ldvExtension",
                    "Verwacht is ldvExtension: 1, het nummer van deze vorm van definitie. Zet dat bovenaan.");
        }
        Definitie definitie = new Definitie(
                bestand,
                Plattegrond.of(kaart),
                lezer.word("guideline", "seed", "1.0.0"),
                kop(lezer),
                kern(lezer.map("core")),
                lezer.maps("requires").stream()
                        .map(Definitielezer::afhankelijkheid)
                        .toList(),
                lezer.maps("protocols").stream().map(Definitielezer::protocol).toList(),
                Tekstlezer.read(lezer.map("doc")),
                lezer.texts("terms_used"),
                lezer.pairs("glossary"),
                lezer.maps("references").stream().map(Definitielezer::bron).toList(),
                Attribuutlezer.read(lezer.maps("attributes")),
                kruisregels(lezer.maps("rules")));
        lezer.end();
        return new Definitielezing(
                bestand,
                Optional.of(definitie),
                fouten.stream().limit(MOST_FAULTS).toList());
    }

    private static Kop kop(Kaartlezer lezer) {
        return new Kop(
                lezer.text("name"),
                lezer.text("title"),
                lezer.text("namespace"),
                lezer.text("namespace_reason"),
                lezer.text("version"),
                lezer.text("status"),
                lezer.text("language"));
    }

    private static Kernverwijzing kern(Kaartlezer lezer) {
        Kernverwijzing kern =
                new Kernverwijzing(lezer.text("version"), lezer.texts("relaxes"), names(lezer, "overrides"));
        lezer.end();
        return kern;
    }

    /// A list of names, or a mapping of which only the names count.
    private static List<String> names(Kaartlezer lezer, String naam) {
        boolean blok = lezer.get(naam).filter(Knoop.Kaart.class::isInstance).isPresent();
        return blok ? List.copyOf(lezer.pairs(naam).keySet()) : lezer.texts(naam);
    }

    private static Afhankelijkheid afhankelijkheid(Kaartlezer lezer) {
        Afhankelijkheid ander = new Afhankelijkheid(lezer.text("name"), lezer.text("version"));
        lezer.end();
        return ander;
    }

    private static Protocol protocol(Kaartlezer lezer) {
        Protocol protocol = new Protocol(lezer.text("name"), lezer.text("relation"), lezer.texts("compatibleWith"));
        lezer.end();
        return protocol;
    }

    private static Bronverwijzing bron(Kaartlezer lezer) {
        Bronverwijzing bron =
                new Bronverwijzing(lezer.text("id"), lezer.text("title"), lezer.text("href"), lezer.texts("covers"));
        lezer.end();
        return bron;
    }

    private static List<Kruisregel> kruisregels(List<Kaartlezer> lezers) {
        return IntStream.range(0, lezers.size())
                .mapToObj(i -> kruisregel(lezers.get(i), i))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Kruisregel> kruisregel(Kaartlezer lezer, int nummer) {
        String id = lezer.text("id");
        String omschrijving = lezer.text("description");
        String tekst = lezer.text("assert");
        lezer.end();
        return Voorwaarden.read(lezer, "assert", tekst)
                .map(voorwaarde ->
                        new Kruisregel(id.isEmpty() ? "regel " + nummer : id, omschrijving, tekst, voorwaarde));
    }
}
