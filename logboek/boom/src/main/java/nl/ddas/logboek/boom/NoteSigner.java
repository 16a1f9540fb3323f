// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.WholeFile;

/// The key by which a log signs its checkpoints, or a witness those of others: Ed25519 (RFC 8032), from the
/// JDK. Kept in a file of two lines for nobody but its owner: the key itself as `PRIVATE+KEY+name+hash+key`,
/// and the verifier key. Safe for many threads.
public final class NoteSigner {

    private static final int SEED = 32;
    private static final String OWNER_ONLY = "rw-------";
    private static final String PRIVE = "PRIVATE+KEY+";
    /// What stands before an Ed25519 key in PKCS #8 (RFC 8410).
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final PrivateKey key;

    private NoteSigner(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /// A file that holds no key to use; the message tells what is wrong, never the key.
    public static final class Onbruikbaar extends IOException {
        private static final long serialVersionUID = 1L;

        Onbruikbaar(String wrong) {
            super(wrong);
        }
    }

    /// Draws a new key.
    ///
    /// @param naam key name: of a log its origin
    /// @param random source of the key
    /// @throws IllegalArgumentException when the name is empty or has spaces or `+`
    public static NoteSigner draw(String naam, SecureRandom random) {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return of(naam, seed);
    }

    private static NoteSigner of(String naam, byte[] seed) {
        try {
            byte[] pkcs8 = ByteBuffer.allocate(PKCS8.length + SEED)
                    .put(PKCS8)
                    .put(seed)
                    .array();
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new NoteSigner(VerifierKey.of(naam, VerifierKey.Soort.ED25519, publicHalf(seed)), key);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has Ed25519", broken);
        }
    }

    /// The JDK gives the public half only when it draws the key; so it is let draw this one.
    private static byte[] publicHalf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
        KeyPair pair = generator.generateKeyPair();
        byte[] spki = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(spki, spki.length - VerifierKey.BYTES, spki.length);
    }

    /// Gives what was drawn before.
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;

        Drawn(byte[] seed) {
            super(new Source(seed), null);
        }

        private static final class Source extends SecureRandomSpi {
            private static final long serialVersionUID = 1L;

            private final byte[] seed;

            Source(byte[] seed) {
                this.seed = seed;
            }

            @Override
            protected void engineSetSeed(byte[] more) {}

            @Override
            protected void engineNextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }

            @Override
            protected byte[] engineGenerateSeed(int length) {
                return new byte[length];
            }
        }
    }

    /// The key in a file, drawn and written now when there is none yet.
    ///
    /// @param file in a folder that is made when it is not there
    /// @param naam key name it must have
    /// @throws Onbruikbaar when the file is open to others, holds no such key, or one with another name
    /// @throws IOException when the disk fails
    public static NoteSigner open(Path file, String naam, SecureRandom random) throws IOException {
        if (Files.notExists(file)) {
            NoteSigner drawn = draw(naam, random);
            WholeFile.folder(file.toAbsolutePath().resolveSibling(""));
            WholeFile.write(file, drawn.fileText(), OWNER_ONLY);
        }
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        if (!open.isEmpty()) {
            throw new Onbruikbaar("is open to others than its owner");
        }
        NoteSigner read = read(Files.readString(file))
                .orElseThrow(
                        () -> new Onbruikbaar("holds no key to sign notes with, or not the one of its second line"));
        if (!read.verifier.naam().equals(naam)) {
            throw new Onbruikbaar("holds a key named " + read.verifier.naam() + ", expected " + naam);
        }
        return read;
    }

    /// The key of what stands in a file; empty when it is no such key.
    static Optional<NoteSigner> read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 2 || !lines[0].startsWith(PRIVE)) {
            return Optional.empty();
        }
        String[] parts = lines[0].substring(PRIVE.length()).split("\\+", 3);
        if (parts.length != 3 || !VerifierKey.isNaam(parts[0])) {
            return Optional.empty();
        }
        return Base64Text.read(parts[2])
                .filter(typed -> typed.length == SEED + 1 && typed[0] == 1)
                .map(typed -> of(parts[0], Arrays.copyOfRange(typed, 1, typed.length)))
                .filter(made -> made.verifier.toString().equals(lines[1]));
    }

    /// What stands in its file.
    String fileText() {
        byte[] pkcs8 = key.getEncoded();
        byte[] typed = new byte[SEED + 1];
        typed[0] = 1;
        System.arraycopy(pkcs8, pkcs8.length - SEED, typed, 1, SEED);
        String hash = verifier.toString().split("\\+", 3)[1];
        return PRIVE + verifier.naam() + "+" + hash + "+" + Base64Text.write(typed) + "\n" + verifier + "\n";
    }

    /// The public half, for what the log signs.
    public VerifierKey verifier() {
        return verifier;
    }

    /// The public half, for what a witness signs.
    public VerifierKey witness() {
        return verifier.as(VerifierKey.Soort.COSIGNATURE);
    }

    /// A note with this key's signature below it.
    ///
    /// @param text ends with a newline
    public SignedNote sign(String text) {
        byte[] signature = signed(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, List.of(new SignedNote.Regel(verifier.naam(), verifier.id(), signature)));
    }

    /// The line by which a witness signs the checkpoint of another.
    ///
    /// @param text of the checkpoint
    /// @param now its time
    public SignedNote.Regel cosign(String text, Instant now) {
        Cosignature cosignature = new Cosignature(now, signed(Cosignature.message(now, text)));
        return new SignedNote.Regel(verifier.naam(), witness().id(), cosignature.bytes());
    }

    private byte[] signed(byte[] message) {
        try {
            Signature engine = Signature.getInstance("Ed25519");
            engine.initSign(key);
            engine.update(message);
            return engine.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("an Ed25519 key signs", broken);
        }
    }

    /// Shows the public half only.
    @Override
    public String toString() {
        return "NoteSigner[" + verifier + "]";
    }
}
