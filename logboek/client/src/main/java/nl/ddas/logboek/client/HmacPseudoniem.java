// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A keyed pseudonym. Without a key every BSN could be tried in minutes, so a plain digest is no pseudonym. Kind
/// and code go in together: equal codes of different kinds give different pseudonyms. Who holds the key can find a
/// person again.
final class HmacPseudoniem implements Pseudonimisering {

    private static final String HMAC = "HmacSHA256";
    private static final int MIN_SLEUTEL = 32;

    private final SecretKeySpec sleutel;
    private final String versie;

    /// @param versie of the key, part of the type, so that a new key can be told from an old one
    /// @throws IllegalArgumentException when the key has fewer than 32 bytes
    HmacPseudoniem(byte[] sleutel, String versie) {
        if (sleutel.length < MIN_SLEUTEL) {
            throw new IllegalArgumentException("key of pseudonyms: expected at least 32 bytes");
        }
        this.sleutel = new SecretKeySpec(sleutel, HMAC);
        this.versie = versie;
    }

    @Override
    public Pseudoniem apply(Betrokkene betrokkene) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(sleutel);
            mac.update(betrokkene.soort().getBytes(UTF_8));
            mac.update((byte) 0);
            return new Pseudoniem(
                    HexFormat.of().formatHex(mac.doFinal(betrokkene.code().getBytes(UTF_8))),
                    "urn:ldv:pseudoniem:hmac-sha256:" + versie + ":" + betrokkene.soort());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
