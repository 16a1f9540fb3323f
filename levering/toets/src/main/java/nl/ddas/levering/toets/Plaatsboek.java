// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import nl.ddas.basis.SealBroken;

/// Remembers where each traject of a delivery stands, by its serial number: 24 bytes each, on disk beyond a
/// limit.
final class Plaatsboek {

    private static final int REGEL = 24;

    /// Where a traject stands.
    ///
    /// @param pagina index of the message in the delivery, from 0
    /// @param levering index from 0
    /// @param index index from 0 in the levering
    record Plek(int pagina, int levering, int index, long regel, long positie) {}

    private final Werkmap werkmap;
    private final ByteBuffer blok;
    private Optional<FileChannel> bestand = Optional.empty();
    private long opSchijf;
    private int aantal;

    /// @param limiet trajecten in memory
    Plaatsboek(Werkmap werkmap, int limiet) {
        this.werkmap = werkmap;
        this.blok = ByteBuffer.allocate(limiet * REGEL);
    }

    /// Notes the next traject.
    ///
    /// @return its serial number, from 0
    int noteer(Plek plek) throws IOException {
        if (!blok.hasRemaining()) {
            blok.flip();
            if (bestand.isEmpty()) {
                bestand = Optional.of(werkmap.bestand());
            }
            while (blok.hasRemaining()) {
                opSchijf += bestand.get().write(blok, opSchijf);
            }
            blok.clear();
        }
        blok.putShort((short) plek.pagina()).putInt(plek.levering()).putInt(plek.index());
        blok.putLong(plek.positie()).putInt((int) plek.regel()).putShort((short) (plek.regel() >>> 32));
        return aantal++;
    }

    /// The place of a traject.
    ///
    /// @param nummer serial number given by [#noteer(Plek)]
    Plek zoek(int nummer) throws IOException {
        long begin = (long) nummer * REGEL;
        if (begin >= opSchijf) {
            return plek(blok.duplicate().position((int) (begin - opSchijf)));
        }
        ByteBuffer regel = ByteBuffer.allocate(REGEL);
        while (regel.hasRemaining()) {
            if (bestand.orElseThrow().read(regel, begin + regel.position()) < 0) {
                throw new SealBroken("temporary file is shorter than what was written");
            }
        }
        return plek(regel.flip());
    }

    private static Plek plek(ByteBuffer regel) {
        int pagina = regel.getShort() & 0xffff;
        int levering = regel.getInt();
        int index = regel.getInt();
        long positie = regel.getLong();
        long laag = regel.getInt() & 0xffff_ffffL;
        return new Plek(pagina, levering, index, laag | ((regel.getShort() & 0xffffL) << 32), positie);
    }
}
