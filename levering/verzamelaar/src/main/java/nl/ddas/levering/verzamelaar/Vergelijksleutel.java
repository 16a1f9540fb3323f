// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.ddas.levering.toets.Sleutelaar;

/// The lasting key under which a delivery is compared with the one before; another than that of the person keys, so
/// that the two cannot be matched.
final class Vergelijksleutel {

    private static final String DOEL = "vergelijken met de vorige levering";
    private static final String HMAC = "HmacSHA256";

    private final byte[] sleutel;

    /// @param geheim secret of the person keys
    Vergelijksleutel(byte[] geheim) {
        sleutel = hmac(geheim, DOEL);
    }

    byte[] bytes() {
        return sleutel.clone();
    }

    /// For one thread.
    Sleutelaar sleutelaar() {
        return new Sleutelaar(sleutel);
    }

    /// The number of an organisation, see [nl.ddas.levering.toets.Vorige#organisatie].
    long organisatie(String organisatie) {
        return ByteBuffer.wrap(hmac(sleutel, organisatie)).getLong();
    }

    private static byte[] hmac(byte[] sleutel, String tekst) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(sleutel, HMAC));
            return mac.doFinal(tekst.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException ontbreekt) {
            throw new IllegalStateException("every JDK has " + HMAC, ontbreekt);
        }
    }
}
