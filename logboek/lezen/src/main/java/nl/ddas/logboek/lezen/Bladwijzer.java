// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.ddas.basis.KeyedHash;
import nl.ddas.logboek.dienst.Zoekvraag;

/// `pageToken`: the place where reading goes on. It grants nothing: with each page the whole question is asked and
/// judged anew. But the place may be that of a line that was looked at and not shown, so it is encrypted (AES-256-GCM).
/// Its nonce is a keyed hash of the place: the same place gives the same token, and no nonce serves two places.
final class Bladwijzer {

    private static final int PLAATS = 4 * Long.BYTES;
    private static final int NONCE = 12;
    private static final int MERK = 16;
    private static final String WIJZE = "AES/GCM/NoPadding";

    private final SecretKeySpec sleutel;
    private final byte[] noncesleutel;

    /// @param geheim used for nothing else
    Bladwijzer(byte[] geheim) {
        this.sleutel = new SecretKeySpec(new KeyedHash(geheim).add((byte) 1).end(), "AES");
        this.noncesleutel = new KeyedHash(geheim).add((byte) 2).end();
    }

    String write(Zoekvraag.Plaats plaats) {
        byte[] bytes = ByteBuffer.allocate(PLAATS)
                .putLong(plaats.startNanos())
                .putLong(plaats.traceHoog())
                .putLong(plaats.traceLaag())
                .putLong(plaats.span())
                .array();
        byte[] nonce = nonce(bytes);
        try {
            byte[] whole = Arrays.copyOf(nonce, NONCE + PLAATS + MERK);
            cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes, 0, PLAATS, whole, NONCE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Java has AES-GCM", missing);
        }
    }

    private byte[] nonce(byte[] bytes) {
        return Arrays.copyOf(new KeyedHash(noncesleutel).add(bytes).end(), NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(WIJZE);
        cipher.init(mode, sleutel, new GCMParameterSpec(MERK * Byte.SIZE, nonce));
        return cipher;
    }

    /// Empty when it is none of ours.
    Optional<Zoekvraag.Plaats> read(String text) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            if (whole.length != NONCE + PLAATS + MERK) {
                return Optional.empty();
            }
            byte[] bytes =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE)).doFinal(whole, NONCE, PLAATS + MERK);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return Optional.of(new Zoekvraag.Plaats(in.getLong(), in.getLong(), in.getLong(), in.getLong()));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
