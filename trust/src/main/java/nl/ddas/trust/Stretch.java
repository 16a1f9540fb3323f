// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;

/// A stretch of a body and what is signed of it: filled by one thread, [#prepare]d by any, then [#feed]ed to the
/// signature engine and used again. Not thread-safe: who hands it over sees to the order.
///
/// Holds its bytes in pieces of 12 KB, each made when it is needed: a small message costs little, a piece stays near
/// the processor, and code that runs this often is compiled soon.
final class Stretch {

    /// A multiple of three, so that no piece but the last leaves bits over.
    private static final int PIECE = 3 * 4 * 1024;

    private static final int PIECES = 16;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final boolean encoded;
    private final byte[][] pieces = new byte[PIECES][];
    private final byte[][] texts;
    private int filled;

    /// @param encoded as in [SignedPart.Body]
    Stretch(boolean encoded) {
        this.encoded = encoded;
        this.texts = encoded ? new byte[PIECES][] : pieces;
    }

    /// Takes what fits.
    ///
    /// @return how many bytes were taken; 0 when it [#isFull]
    int fill(byte[] bytes, int offset, int length) {
        int taken = 0;
        while (taken < length && !isFull()) {
            int at = filled % PIECE;
            int now = Math.min(length - taken, PIECE - at);
            System.arraycopy(bytes, offset + taken, piece(filled / PIECE), at, now);
            taken += now;
            filled += now;
        }
        return taken;
    }

    boolean isFull() {
        return filled == PIECE * PIECES;
    }

    /// Hashes the bytes as they are, and makes what is signed of them.
    void prepare(MessageDigest sha256) {
        for (int at = 0; at < filled; at += PIECE) {
            int piece = at / PIECE;
            int length = Math.min(PIECE, filled - at);
            sha256.update(pieces[piece], 0, length);
            if (encoded) {
                encode(piece, length);
            }
        }
    }

    /// Gives the engine what was prepared, and is empty again.
    void feed(Signature engine) throws SignatureException {
        int left = encoded ? textLength(filled) : filled;
        int full = encoded ? textLength(PIECE) : PIECE;
        for (int piece = 0; left > 0; piece++) {
            int length = Math.min(full, left);
            engine.update(texts[piece], 0, length);
            left -= length;
        }
        filled = 0;
    }

    private byte[] piece(int index) {
        if (pieces[index] == null) {
            pieces[index] = new byte[PIECE];
        }
        return pieces[index];
    }

    private void encode(int piece, int length) {
        if (length < PIECE) {
            texts[piece] = BASE64URL.encode(Arrays.copyOf(pieces[piece], length));
            return;
        }
        if (texts[piece] == null || texts[piece].length < textLength(PIECE)) {
            texts[piece] = new byte[textLength(PIECE)];
        }
        BASE64URL.encode(pieces[piece], texts[piece]);
    }

    /// Length in base64url without padding.
    private static int textLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }
}
