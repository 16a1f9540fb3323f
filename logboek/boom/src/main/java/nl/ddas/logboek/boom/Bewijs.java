// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// That one line is in a log, in one text that needs nothing else (C2SP tlog-proof): which leaf, its way to the
/// root, and the checkpoint with its signatures.
///
/// @param index number of the leaf
/// @param hashes beside its way up, the lowest first
/// @param checkpoint as it was signed
public record Bewijs(long index, List<Hash> hashes, SignedNote checkpoint) {

    private static final String KOP = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final int MEESTE = 63;

    public Bewijs {
        hashes = List.copyOf(hashes);
    }

    /// As it is sent and kept.
    public String tekst() {
        StringBuilder text =
                new StringBuilder(KOP).append('\n').append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.tekst()).toString();
    }

    /// The proof of a text; empty when it is none. A line `extra` is passed over, as it proves nothing.
    public static Optional<Bewijs> read(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (lines.size() > 1 && lines.get(1).startsWith("extra ")) {
            lines.remove(1);
        }
        boolean isProof = lines.size() > 1
                && lines.size() <= MEESTE + 2
                && lines.get(0).equals(KOP)
                && lines.get(1).matches(INDEX + "(0|[1-9]\\d{0,17})");
        if (!isProof) {
            return Optional.empty();
        }
        List<Hash> hashes =
                lines.stream().skip(2).flatMap(line -> Hash.read(line).stream()).toList();
        long index = Long.parseLong(lines.get(1).substring(INDEX.length()));
        return hashes.size() == lines.size() - 2
                ? SignedNote.read(text.substring(end + 2)).map(note -> new Bewijs(index, hashes, note))
                : Optional.empty();
    }

    /// Whether it leads from this entry to the root of its checkpoint; whether that is signed is for the caller to see.
    ///
    /// @param entry what stands in the leaf
    public boolean proves(byte[] entry) {
        return Checkpoint.read(checkpoint.text())
                .filter(head -> Bewijstoets.includes(index, head.size(), Merkle.leaf(entry), hashes, head.root()))
                .isPresent();
    }
}
