// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where generated files go.
sealed interface Bestemming {

    /// Writes a file, which is there only when all of it is; folders in the name are made.
    <T> T schrijf(String naam, HeelBestand.Inhoud<T> inhoud) throws IOException;

    void verwijder(String naam) throws IOException;

    void kopieer(String van, String naar) throws IOException;

    /// A folder on disk.
    record InMap(Path map) implements Bestemming {

        @Override
        public <T> T schrijf(String naam, HeelBestand.Inhoud<T> inhoud) throws IOException {
            int schuin = naam.lastIndexOf('/');
            Files.createDirectories(schuin < 0 ? map : map.resolve(naam.substring(0, schuin)));
            return HeelBestand.schrijf(map.resolve(naam), inhoud);
        }

        @Override
        public void verwijder(String naam) throws IOException {
            Files.delete(map.resolve(naam));
        }

        @Override
        public void kopieer(String van, String naar) throws IOException {
            HeelBestand.kopieer(map.resolve(van), map.resolve(naar));
        }
    }

    /// Memory, for small files.
    record InGeheugen(Map<String, ByteArrayOutputStream> inhoud) implements Bestemming {

        InGeheugen() {
            this(new LinkedHashMap<>());
        }

        byte[] bytes(String naam) {
            ByteArrayOutputStream bytes = inhoud.get(naam);
            if (bytes == null) {
                throw new IllegalStateException("no file " + naam);
            }
            return bytes.toByteArray();
        }

        @Override
        public <T> T schrijf(String naam, HeelBestand.Inhoud<T> wat) throws IOException {
            ByteArrayOutputStream uit = new ByteArrayOutputStream();
            inhoud.put(naam, uit);
            return wat.naar(uit);
        }

        @Override
        public void verwijder(String naam) {
            inhoud.remove(naam);
        }

        @Override
        public void kopieer(String van, String naar) throws IOException {
            byte[] bytes = bytes(van);
            schrijf(naar, uit -> {
                uit.write(bytes);
                return bytes.length;
            });
        }
    }
}
