// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import nl.ddas.basis.KeyedHash;

/// Turns identifying text into keys with HMAC-SHA256. Not thread-safe: one for each thread.
public final class Pseudoniem {
    private final KeyedHash hash;

    /// @param geheim the secret, at least 16 bytes; the same secret gives the same keys in every run
    public Pseudoniem(byte[] geheim) {
        hash = new KeyedHash(geheim);
    }

    /// The key of a text; the first character says what kind of text it is, so that kinds cannot meet.
    Sleutel sleutel(char soort, String tekst) {
        ByteBuffer uit = ByteBuffer.wrap(hash.add((byte) soort)
                .add(tekst.getBytes(StandardCharsets.UTF_8))
                .end());
        return new Sleutel(uit.getLong(), uit.getLong());
    }

    /// Identification of a combined traject: the first 16 hexadecimal digits of the HMAC over the sorted names of its
    /// sources.
    public String trajectId(Groep groep) {
        for (Bronrecord bron : groep.bronnen()) {
            hash.add(bron.plaats().id().getBytes(StandardCharsets.UTF_8)).add((byte) '\n');
        }
        return HexFormat.of().formatHex(hash.end(), 0, 8);
    }
}
