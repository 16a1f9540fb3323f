// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.jose.JweCrypto.Wrapping;

/// Opens what was encrypted to one of our keys: JWE in compact form, with the algorithms of [JweEncrypter] or RSA-OAEP.
///
/// Every failure of the decryption itself looks the same from outside, in words and in work done: a key that cannot be
/// had is replaced by one made up, with which the content then does not fit (RFC 7516, section 11.5). Thread-safe.
public final class JweDecrypter {

    private static final int MAX_HEADER = 2_048;
    private static final int MAX_KEY = 1_366;

    private final Supplier<List<Identity>> keys;
    private final SecureRandom random;

    /// @param keys ours, at least one, the newest first; an older one stays until nobody uses its certificate any more.
    ///     Asked at each message
    public JweDecrypter(Supplier<List<Identity>> keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// @param content what was encrypted
        /// @param type `cty`, what the header says that it is
        record Opened(byte[] content, Optional<String> type) implements Outcome {}

        record Refused(Verdict.Refused verdict) implements Outcome {}
    }

    /// Opens a message. Needs three quarters of its length in memory besides.
    ///
    /// @param compact in ASCII; the caller bounds its length
    public Outcome open(byte[] compact) {
        Optional<Parts> split = Parts.of(compact);
        if (split.isEmpty()) {
            return refused();
        }
        Parts parts = split.get();
        return switch (JweHeader.read(parts.header())) {
            case JweHeader.Outcome.Refused(Verdict.Refused verdict) -> new Outcome.Refused(verdict);
            case JweHeader.Outcome.Read(JweHeader header) -> parts.fit() ? open(header, parts) : refused();
        };
    }

    private Outcome open(JweHeader header, Parts parts) {
        byte[] key = key(header, parts.key());
        Cipher cipher = JweCrypto.gcm(Cipher.DECRYPT_MODE, key, parts.iv(), parts.additional());
        try {
            // In place: the content can be large.
            byte[] text = parts.sealed();
            int length = cipher.doFinal(text, 0, text.length, text, 0);
            return new Outcome.Opened(Arrays.copyOf(text, length), header.content());
        } catch (GeneralSecurityException altered) {
            return refused();
        }
    }

    /// The key of the message, or one that opens nothing.
    private byte[] key(JweHeader header, byte[] wrapped) {
        byte[] key = new byte[JweCrypto.KEY_BYTES];
        random.nextBytes(key);
        for (Identity own : candidates(header)) {
            byte[] found = unwrap(header.wrapping(), own, wrapped);
            key = found.length == JweCrypto.KEY_BYTES ? found : key;
        }
        return key;
    }

    /// The keys that may have been meant: the one with the fingerprint, or all when there is none; for an unknown one
    /// the newest, so that it takes as long.
    private List<Identity> candidates(JweHeader header) {
        List<Identity> all = keys.get();
        if (header.fingerprint().isEmpty()) {
            return all;
        }
        String fingerprint = header.fingerprint().get();
        return List.of(all.stream()
                .filter(own -> JweCrypto.fingerprint(own.leaf()).equals(fingerprint))
                .findFirst()
                .orElse(all.getFirst()));
    }

    private static byte[] unwrap(Wrapping wrapping, Identity own, byte[] wrapped) {
        try {
            return wrapping.cipher(Cipher.DECRYPT_MODE, own.key()).doFinal(wrapped);
        } catch (GeneralSecurityException notOurs) {
            return new byte[0];
        }
    }

    private static Outcome refused() {
        return new Outcome.Refused(new Verdict.Refused(
                Refusal.ENCRYPTIE_ONGELDIG,
                "Dit bericht is niet te ontsleutelen. Versleutel het met het certificaat voor versleuteling dat deze"
                        + " partij nu bekendmaakt, en verander daarna niets meer."));
    }

    /// The five parts of a message, decoded.
    ///
    /// @param additional the header as sent: it is authenticated along with the content
    /// @param content with room for the tag behind it
    private record Parts(byte[] header, byte[] additional, byte[] key, byte[] iv, byte[] content, byte[] tag) {

        static Optional<Parts> of(byte[] compact) {
            int[] dots = dots(compact);
            if (dots.length != 4 || dots[0] > MAX_HEADER || dots[1] - dots[0] - 1 > MAX_KEY) {
                return Optional.empty();
            }
            Optional<byte[]> header = Base64Url.decode(compact, 0, dots[0]);
            Optional<byte[]> key = Base64Url.decode(compact, dots[0] + 1, dots[1]);
            Optional<byte[]> iv = Base64Url.decode(compact, dots[1] + 1, dots[2]);
            Optional<byte[]> content = Base64Url.decode(compact, dots[2] + 1, dots[3], JweCrypto.TAG_BYTES);
            Optional<byte[]> tag = Base64Url.decode(compact, dots[3] + 1, compact.length);
            if (header.isEmpty() || key.isEmpty() || iv.isEmpty() || content.isEmpty() || tag.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Parts(
                    header.get(), Arrays.copyOf(compact, dots[0]), key.get(), iv.get(), content.get(), tag.get()));
        }

        boolean fit() {
            return iv.length == JweCrypto.IV_BYTES && tag.length == JweCrypto.TAG_BYTES;
        }

        /// Content and tag in a row, as Java wants them.
        byte[] sealed() {
            System.arraycopy(tag, 0, content, content.length - tag.length, tag.length);
            return content;
        }

        /// Where the dots are, at most five of them.
        private static int[] dots(byte[] compact) {
            int[] found = new int[5];
            int count = 0;
            for (int i = 0; i < compact.length && count < found.length; i++) {
                if (compact[i] == '.') {
                    found[count++] = i;
                }
            }
            return Arrays.copyOf(found, count);
        }
    }
}
