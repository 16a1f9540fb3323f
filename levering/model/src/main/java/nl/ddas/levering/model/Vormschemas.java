// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The schema files of this module, compiled, one a version.
///
/// @param woorden all field names, numbered
/// @param perVersie the form of a message
/// @param antwoord the form of an answer of the API around it
/// @param vrij the form that takes everything
record Vormschemas(Woordenlijst woorden, Map<Versie, Vorm> perVersie, Vorm antwoord, Vorm vrij) {

    private static final String ANTWOORD = "antwoord";

    /// Reads and compiles all files.
    ///
    /// @throws IllegalArgumentException when a file uses a keyword that the form check does not know
    static Vormschemas laad() {
        Map<Versie, Map<?, ?>> bomen = new EnumMap<>(Versie.class);
        Set<String> namen = new HashSet<>();
        for (Versie versie : Versie.values()) {
            Map<?, ?> boom = boom(versie.tekst());
            bomen.put(versie, boom);
            Vormbouwer.verzamelNamen(boom, namen);
        }
        Map<?, ?> antwoord = boom(ANTWOORD);
        Vormbouwer.verzamelNamen(antwoord, namen);
        Woordenlijst woorden = Woordenlijst.van(namen);
        Map<Versie, Vorm> vormen = new EnumMap<>(Versie.class);
        bomen.forEach((versie, boom) -> vormen.put(versie, Vormbouwer.bouw(boom, woorden)));
        return new Vormschemas(woorden, vormen, Vormbouwer.bouw(antwoord, woorden), Vormbouwer.bouw(Map.of(), woorden));
    }

    Vorm van(Versie versie) {
        Vorm vorm = perVersie.get(versie);
        if (vorm == null) {
            throw new IllegalStateException("Vormschemas: no schema for " + versie);
        }
        return vorm;
    }

    private static Map<?, ?> boom(String naam) {
        try (InputStream bestand = Vormschemas.class.getResourceAsStream("schema/" + naam + ".json")) {
            if (bestand == null) {
                throw new IllegalStateException("Vormschemas: no schema file " + naam);
            }
            try (JsonParser lezer = new JsonFactory().createParser(ObjectReadContext.empty(), bestand)) {
                lezer.nextToken();
                return (Map<?, ?>) JsonBoom.lees(lezer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
