// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where generated files go.
sealed interface Uitgang {

    /// Starts a file; folders in the name are made.
    OutputStream open(String naam) throws IOException;

    void verwijder(String naam) throws IOException;

    void kopieer(String van, String naar) throws IOException;

    /// A folder on disk.
    record InMap(Path map) implements Uitgang {

        @Override
        public OutputStream open(String naam) throws IOException {
            int schuin = naam.lastIndexOf('/');
            Files.createDirectories(schuin < 0 ? map : map.resolve(naam.substring(0, schuin)));
            return new BufferedOutputStream(Files.newOutputStream(map.resolve(naam)), 1 << 16);
        }

        @Override
        public void verwijder(String naam) throws IOException {
            Files.delete(map.resolve(naam));
        }

        @Override
        public void kopieer(String van, String naar) throws IOException {
            Files.copy(map.resolve(van), map.resolve(naar), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Memory, for small files.
    record InGeheugen(Map<String, ByteArrayOutputStream> inhoud) implements Uitgang {

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
        public OutputStream open(String naam) {
            ByteArrayOutputStream uit = new ByteArrayOutputStream();
            inhoud.put(naam, uit);
            return uit;
        }

        @Override
        public void verwijder(String naam) {
            inhoud.remove(naam);
        }

        @Override
        public void kopieer(String van, String naar) throws IOException {
            open(naar).write(bytes(van));
        }
    }
}
