// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.basis.Sha256;
import nl.ddas.logboek.dienst.Zoekvraag;

/// `pageToken`: the place of the last line that was shown. It grants nothing: with each page the whole question
/// is asked and judged anew, and the place is one that the reader has seen. The check at its end only tells a
/// broken one from a good one.
final class Bladwijzer {

    private static final int PLAATS = 4 * Long.BYTES;
    private static final int CHECK = 4;

    private Bladwijzer() {}

    static String write(Zoekvraag.Plaats plaats) {
        byte[] bytes = ByteBuffer.allocate(PLAATS)
                .putLong(plaats.startNanos())
                .putLong(plaats.traceHoog())
                .putLong(plaats.traceLaag())
                .putLong(plaats.span())
                .array();
        byte[] whole = Arrays.copyOf(bytes, PLAATS + CHECK);
        System.arraycopy(Sha256.of(bytes), 0, whole, PLAATS, CHECK);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// Empty when it is none of ours.
    static Optional<Zoekvraag.Plaats> read(String text) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(whole, PLAATS);
        boolean isOurs = whole.length == PLAATS + CHECK
                && Arrays.equals(whole, PLAATS, PLAATS + CHECK, Sha256.of(bytes), 0, CHECK);
        if (!isOurs) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return Optional.of(new Zoekvraag.Plaats(in.getLong(), in.getLong(), in.getLong(), in.getLong()));
    }
}
