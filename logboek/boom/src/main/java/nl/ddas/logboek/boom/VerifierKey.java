// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Sha256;

/// The public half of a key that signs notes, as text `name+hash+key` (C2SP signed-note, "Verifier keys"): to hand to
/// whoever wants to check, by a way that the log cannot change.
public final class VerifierKey {

    /// What kind of signatures a key makes.
    public enum Soort {
        /// Over the text of a note: the log itself (C2SP signed-note).
        ED25519(1),
        /// Over the text and a time: a witness (C2SP tlog-cosignature, `cosignature/v1`).
        COSIGNATURE(4);

        private final byte type;

        Soort(int type) {
            this.type = (byte) type;
        }

        private static Optional<Soort> of(byte type) {
            return Arrays.stream(values()).filter(one -> one.type == type).findFirst();
        }
    }

    /// Length of a public key.
    static final int BYTES = 32;

    /// What stands before an Ed25519 key in SubjectPublicKeyInfo (RFC 8410).
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern NAAM = Pattern.compile("[^\\s+\\p{Z}\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TEKST = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    private final String naam;
    private final Soort soort;
    private final byte[] key;

    private VerifierKey(String naam, Soort soort, byte[] key) {
        this.naam = naam;
        this.soort = soort;
        this.key = key;
    }

    /// @param naam key name: not empty, without spaces and `+`
    /// @param key 32 bytes as RFC 8032 writes them
    /// @throws IllegalArgumentException when one of the two is not
    public static VerifierKey of(String naam, Soort soort, byte[] key) {
        if (!isNaam(naam) || key.length != BYTES) {
            throw new IllegalArgumentException("expected a key name without spaces and +, and a key of 32 bytes");
        }
        return new VerifierKey(naam, soort, key.clone());
    }

    static boolean isNaam(String naam) {
        return NAAM.matcher(naam).matches();
    }

    /// The key of a text; empty when it is none, when name and key do not belong to its hash, or of another type.
    public static Optional<VerifierKey> read(String text) {
        Matcher parts = TEKST.matcher(text);
        if (!parts.matches() || !isNaam(parts.group(1))) {
            return Optional.empty();
        }
        return Base64Text.read(parts.group(3))
                .filter(all -> all.length == BYTES + 1)
                .flatMap(all -> Soort.of(all[0])
                        .map(soort -> new VerifierKey(parts.group(1), soort, Arrays.copyOfRange(all, 1, all.length))))
                .filter(made -> made.toString().equals(text));
    }

    /// Name of the key: of a log the same as its origin.
    public String naam() {
        return naam;
    }

    /// What it signs.
    public Soort soort() {
        return soort;
    }

    /// The same name and key for signatures of another kind.
    public VerifierKey as(Soort other) {
        return new VerifierKey(naam, other, key);
    }

    /// The number that a signature line has: with the name it says which key, and proves nothing.
    public int id() {
        MessageDigest digest = Sha256.digest();
        digest.update((naam + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(typed())).getInt();
    }

    private byte[] typed() {
        return ByteBuffer.allocate(BYTES + 1).put(soort.type).put(key).array();
    }

    /// Whether a line names this key.
    public boolean made(SignedNote.Regel regel) {
        return regel.naam().equals(naam) && regel.id() == id();
    }

    /// Whether these are the bytes this key signed (Ed25519, RFC 8032).
    boolean verify(byte[] message, byte[] signature) {
        try {
            Signature engine = Signature.getInstance("Ed25519");
            engine.initVerify(publicKey());
            engine.update(message);
            return engine.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] spki =
                ByteBuffer.allocate(SPKI.length + BYTES).put(SPKI).put(key).array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /// The text that [#read] reads.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s+%08x+%s", naam, id(), Base64Text.write(typed()));
    }
}
