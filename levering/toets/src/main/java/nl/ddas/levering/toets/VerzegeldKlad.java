// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.SealedFolder.SealedFile;

/// Temporary files in a sealed folder: encrypted with a key that lies elsewhere.
public final class VerzegeldKlad implements Klad {

    private final SealedFolder map;

    public VerzegeldKlad(SealedFolder map) {
        this.map = map;
    }

    @Override
    public OutputStream schrijf(String naam) throws IOException {
        SealedFolder.Draft bestand = map.write(naam);
        return new FilterOutputStream(bestand) {
            @Override
            public void write(byte[] bytes, int begin, int aantal) throws IOException {
                bestand.write(bytes, begin, aantal);
            }

            @Override
            public void close() throws IOException {
                bestand.keep();
                super.close();
            }
        };
    }

    @Override
    public InputStream lees(String naam) throws IOException {
        SealedFile bestand = map.file(naam);
        InputStream inhoud = bestand.read(0, bestand.size());
        return new java.io.FilterInputStream(inhoud) {
            @Override
            public void close() throws IOException {
                super.close();
                bestand.close();
            }
        };
    }

    @Override
    public void verwijder(String naam) throws IOException {
        map.delete(naam);
    }
}
