// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// The form of one sealed file: a header of 8 fixed bytes and the file id of 16 random bytes, then the chunks, each
/// with a tag of 16 bytes behind it. All chunks but the last are full; an empty file has one empty chunk.
///
/// The key of the file follows from the key of the folder, the file id and the name (HKDF-SHA-256, RFC 5869). The
/// nonce is the chunk index, so under one key none comes twice. File id, index and "last" flag are associated data.
final class SealedFormat {

    static final int CHUNK = 64 * 1024;
    static final int TAG = 16;
    static final int ID_BYTES = 16;
    static final int HEADER = 8 + ID_BYTES;

    private static final byte[] MAGIC = "sealed1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE = 12;

    private final SecretKey key;
    private final byte[] id;

    private SealedFormat(SecretKey key, byte[] id) {
        this.key = key;
        this.id = id;
    }

    static SealedFormat of(byte[] folderKey, byte[] id, String name) {
        try {
            AlgorithmParameterSpec derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(folderKey)
                    .addSalt(id)
                    .thenExpand(("sealed file " + name).getBytes(StandardCharsets.UTF_8), 32);
            return new SealedFormat(KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation), id.clone());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
        }
    }

    ByteBuffer header() {
        return ByteBuffer.allocate(HEADER).put(MAGIC).put(id).flip();
    }

    /// The file id in a header.
    ///
    /// @throws SealBroken when this is no header
    static byte[] idIn(byte[] header) throws SealBroken {
        ByteBuffer read = ByteBuffer.wrap(header);
        byte[] magic = new byte[MAGIC.length];
        byte[] id = new byte[ID_BYTES];
        read.get(magic).get(id);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new SealBroken("this is no sealed file: its header is another");
        }
        return id;
    }

    /// Content bytes in a file of this many bytes.
    ///
    /// @throws SealBroken when no file can have this length
    static long contentSize(long fileSize) throws SealBroken {
        long sealed = fileSize - HEADER;
        long chunks = (sealed + CHUNK + TAG - 1) / (CHUNK + TAG);
        long size = sealed - chunks * TAG;
        if (sealed < TAG || size < 0 || size > chunks * CHUNK || (chunks > 1 && size <= (chunks - 1) * CHUNK)) {
            throw new SealBroken("sealed file of " + fileSize + " bytes: it was cut, or never finished");
        }
        return size;
    }

    /// Index of the last chunk of a content of this size.
    static long lastChunk(long size) {
        return size == 0 ? 0 : (size - 1) / CHUNK;
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no AES-GCM", missing);
        }
    }

    /// Seals a chunk; `to` gets the chunk and its tag.
    ///
    /// @return bytes written to `to`
    int seal(Cipher cipher, ChunkAt at, byte[] from, int length, byte[] to) {
        try {
            init(cipher, Cipher.ENCRYPT_MODE, at);
            return cipher.doFinal(from, 0, length, to, 0);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("AES-GCM does not seal", broken);
        }
    }

    /// Opens a chunk.
    ///
    /// @return content bytes written to `to`
    /// @throws SealBroken when the chunk is not the one that was written here
    int open(Cipher cipher, ChunkAt at, byte[] from, int length, byte[] to) throws SealBroken {
        try {
            init(cipher, Cipher.DECRYPT_MODE, at);
            return cipher.doFinal(from, 0, length, to, 0);
        } catch (AEADBadTagException other) {
            throw new SealBroken("sealed chunk " + at.index() + (at.last() ? " (the last)" : "")
                    + " is not what was written here: changed, cut, swapped, renamed, or sealed with another key");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("AES-GCM does not open", broken);
        }
    }

    /// Which chunk, and whether it ends the file.
    record ChunkAt(long index, boolean last) {}

    private void init(Cipher cipher, int mode, ChunkAt at) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putInt(at.last() ? 1 : 0)
                .putLong(at.index())
                .array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(id);
        cipher.updateAAD(nonce);
    }
}
