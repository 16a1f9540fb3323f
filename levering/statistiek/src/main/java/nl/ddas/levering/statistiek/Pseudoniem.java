// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns identifying text into keys with HMAC-SHA256. Not thread-safe: one for each thread.
public final class Pseudoniem {
    private final Mac mac;

    /// @param geheim the secret, at least 16 bytes; the same secret gives the same keys in every run
    public Pseudoniem(byte[] geheim) {
        if (geheim.length < 16) {
            throw new IllegalArgumentException("Pseudoniem: expected a secret of 16 bytes or more");
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(geheim, "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }

    /// The key of a text; the first character says what kind of text it is, so that kinds cannot meet.
    Sleutel sleutel(char soort, String tekst) {
        mac.update((byte) soort);
        ByteBuffer uit = ByteBuffer.wrap(mac.doFinal(tekst.getBytes(StandardCharsets.UTF_8)));
        return new Sleutel(uit.getLong(), uit.getLong());
    }

    /// Identification of a combined traject: the first 16 hexadecimal digits of the HMAC over the sorted names of its
    /// sources.
    public String trajectId(Groep groep) {
        for (Bronrecord bron : groep.bronnen()) {
            mac.update(bron.plaats().id().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '\n');
        }
        return HexFormat.of().formatHex(mac.doFinal(), 0, 8);
    }
}
