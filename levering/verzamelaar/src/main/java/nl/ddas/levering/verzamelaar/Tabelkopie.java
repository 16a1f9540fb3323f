// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Streams lines into a table by COPY, each with the number of what was read in before it.
///
/// @param tabel with its columns, as in `open_traject (inlezing, organisatie, sleutel)`
/// @param voortgang told how many lines there are, after each
record Tabelkopie(String tabel, long inlezing, LongConsumer voortgang) {

    private static final int BLOK = 64 * 1024;

    /// @param regels in the text form of COPY, without the first column
    /// @return how many
    /// @throws IOException when the lines cannot be read
    long lees(Handle db, InputStream regels) throws IOException {
        byte[] voorop = (inlezing + "\t").getBytes(StandardCharsets.US_ASCII);
        try {
            CopyIn kopie =
                    db.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + tabel + " FROM STDIN");
            try {
                stroom(regels, voorop, kopie);
                return kopie.endCopy();
            } finally {
                if (kopie.isActive()) {
                    kopie.cancelCopy();
                }
            }
        } catch (SQLException stuk) {
            throw new ConnectionException(stuk);
        }
    }

    private void stroom(InputStream in, byte[] voorop, CopyIn kopie) throws IOException, SQLException {
        byte[] blok = new byte[BLOK];
        boolean begin = true;
        long regels = 0;
        for (int n = in.read(blok); n >= 0; n = in.read(blok)) {
            int van = 0;
            while (van < n) {
                if (begin) {
                    kopie.writeToCopy(voorop, 0, voorop.length);
                    begin = false;
                }
                int tot = van;
                while (tot < n && blok[tot] != '\n') {
                    tot++;
                }
                int eind = Math.min(n, tot + 1);
                kopie.writeToCopy(blok, van, eind - van);
                if (tot < n) {
                    begin = true;
                    regels++;
                    voortgang.accept(regels);
                }
                van = eind;
            }
        }
    }
}
