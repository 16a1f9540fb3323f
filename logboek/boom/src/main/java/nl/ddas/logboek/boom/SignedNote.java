// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A text with signatures below it (C2SP signed-note). What it says counts for nothing until a key one trusts
/// has signed it.
///
/// @param text ends with a newline
/// @param regels signature lines, 1 to 100
public record SignedNote(String text, List<Regel> regels) {

    /// Longest note that is read.
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_REGELS = 100;
    private static final String STREEP = "\u2014 ";
    private static final int ID_BYTES = 4;

    /// A signature line.
    ///
    /// @param naam key name
    /// @param id key ID
    /// @param signature what follows the key ID; copied
    public record Regel(String naam, int id, byte[] signature) {

        /// @throws IllegalArgumentException when it is no key name, or nothing is signed
        public Regel {
            if (!VerifierKey.isNaam(naam) || signature.length == 0) {
                throw new IllegalArgumentException("expected a key name and a signature");
            }
            signature = signature.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        /// As it stands in a note, with its newline.
        public String tekst() {
            byte[] all = ByteBuffer.allocate(ID_BYTES + signature.length)
                    .putInt(id)
                    .put(signature)
                    .array();
            return STREEP + naam + " " + Base64Text.write(all) + "\n";
        }

        /// A line without its newline; empty when it is no signature line.
        static Optional<Regel> read(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !(parts[0] + " ").equals(STREEP) || !VerifierKey.isNaam(parts[1])) {
                return Optional.empty();
            }
            return Base64Text.read(parts[2])
                    .filter(all -> all.length > ID_BYTES)
                    .map(all -> new Regel(
                            parts[1], ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, ID_BYTES, all.length)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Regel that && tekst().equals(that.tekst());
        }

        @Override
        public int hashCode() {
            return tekst().hashCode();
        }

        @Override
        public String toString() {
            return tekst().strip();
        }
    }

    /// @throws IllegalArgumentException when the text does not end with a newline, or has a control character
    public SignedNote {
        if (!isTekst(text)) {
            throw new IllegalArgumentException("expected lines of text, each with a newline");
        }
        regels = List.copyOf(regels);
    }

    private static boolean isTekst(String text) {
        return text.endsWith("\n") && text.chars().noneMatch(one -> one < ' ' && one != '\n');
    }

    /// A note; empty when these bytes are none, or more than [#MAX_BYTES].
    public static Optional<SignedNote> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// A note; empty when this text is none.
    public static Optional<SignedNote> read(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !isTekst(note)) {
            return Optional.empty();
        }
        List<Regel> regels = lines(note.substring(end + 2));
        return regels.isEmpty() ? Optional.empty() : Optional.of(new SignedNote(note.substring(0, end + 1), regels));
    }

    /// Signature lines, each with a newline; none when one of them is no signature line.
    public static List<Regel> lines(String text) {
        if (!text.endsWith("\n")) {
            return List.of();
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        List<Regel> regels = new ArrayList<>();
        for (String line : lines) {
            Optional<Regel> read = Regel.read(line);
            if (read.isEmpty() || regels.size() == MAX_REGELS) {
                return List.of();
            }
            regels.add(read.get());
        }
        return List.copyOf(regels);
    }

    /// This note with other lines added, those left out that it has already.
    public SignedNote with(List<Regel> more) {
        List<Regel> all = new ArrayList<>(regels);
        HashSet<Regel> there = new HashSet<>(regels);
        more.stream().filter(there::add).forEach(all::add);
        return new SignedNote(text, all);
    }

    /// Whether this key signed the text: a line names the key, and every line that does is right. The text counts, not
    /// what a time in a cosignature says.
    public boolean isSignedBy(VerifierKey key) {
        List<Regel> own = regels.stream().filter(key::made).toList();
        return !own.isEmpty() && own.stream().allMatch(regel -> verify(key, regel));
    }

    private boolean verify(VerifierKey key, Regel regel) {
        return switch (key.soort()) {
            case ED25519 -> key.verify(text.getBytes(StandardCharsets.UTF_8), regel.signature());
            case COSIGNATURE ->
                Cosignature.read(regel.signature())
                        .filter(one -> one.isOver(text, key))
                        .isPresent();
        };
    }

    /// The whole note, as it is sent and kept.
    public String tekst() {
        StringBuilder all = new StringBuilder(text).append('\n');
        regels.forEach(regel -> all.append(regel.tekst()));
        return all.toString();
    }

    /// Shows the text.
    @Override
    public String toString() {
        return text;
    }
}
