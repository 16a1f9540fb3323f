// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What a log sends a witness (C2SP tlog-witness, `add-checkpoint`): its newest checkpoint, and the proof that
/// it goes on from the one the witness saw last.
///
/// @param oud size of the checkpoint that the witness signed last, 0 for none
/// @param bewijs consistency proof from there, at most 63 hashes
/// @param checkpoint signed by the log
public record Aanbod(long oud, List<Hash> bewijs, SignedNote checkpoint) {

    private static final String OLD = "old ";
    private static final int MEESTE = 63;

    /// @throws IllegalArgumentException when the size is negative or the proof too long
    public Aanbod {
        bewijs = List.copyOf(bewijs);
        if (oud < 0 || bewijs.size() > MEESTE) {
            throw new IllegalArgumentException("expected a size of 0 or more and at most " + MEESTE + " hashes");
        }
    }

    /// The body of the request.
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(OLD).append(oud).append('\n');
        bewijs.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.tekst()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What a body says; empty when it is of another form.
    public static Optional<Aanbod> read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            int end = text.indexOf("\n\n");
            return end < 0 ? Optional.empty() : read(text.substring(0, end).split("\n", -1), text.substring(end + 2));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<Aanbod> read(String[] lines, String note) {
        if (!lines[0].matches(OLD + "(0|[1-9]\\d{0,17})") || lines.length > MEESTE + 1) {
            return Optional.empty();
        }
        List<Hash> bewijs = List.of(lines).stream()
                .skip(1)
                .flatMap(line -> Hash.read(line).stream())
                .toList();
        long oud = Long.parseLong(lines[0].substring(OLD.length()));
        return bewijs.size() == lines.length - 1
                ? SignedNote.read(note).map(checkpoint -> new Aanbod(oud, bewijs, checkpoint))
                : Optional.empty();
    }
}
