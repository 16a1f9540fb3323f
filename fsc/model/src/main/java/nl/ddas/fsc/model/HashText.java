// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that should be a hash: `$1$`, kind, `$`, digest. Reading tells which kind came, so that a content hash in
/// the place of a grant hash can be named as such.
public sealed interface HashText permits ContentHash, GrantHash, HashText.Unreadable {

    /// 64 bytes in base64url without padding: 86 characters, of which the last holds two bits.
    Pattern FORM = Pattern.compile("\\$([0-9]{1,9})\\$([0-9]{1,9})\\$([A-Za-z0-9_-]{85}[AQgw])");

    /// Why a text is no hash.
    ///
    /// @param message English, for an error message
    record Unreadable(Reason reason, String message) implements HashText {}

    /// What is wrong with a text.
    enum Reason {
        /// Not of the form `$n$n$` and 86 characters of base64url.
        MALFORMED,
        /// The algorithm is another than 1 (SHA3-512).
        UNKNOWN_ALGORITHM,
        /// The kind is none of 1 (contract) to 5.
        UNKNOWN_KIND
    }

    /// Reads a hash; only the exact form counts, never another spelling of the same bytes.
    static HashText read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return algorithmOf(text)
                    .filter(number -> !number.equals("1"))
                    .<HashText>map(HashText::unknownAlgorithm)
                    .orElseGet(() -> new Unreadable(
                            Reason.MALFORMED,
                            "expected $1$, a kind, $ and 86 characters of base64url, got " + text.length()
                                    + " characters"));
        }
        if (!form.group(1).equals("1")) {
            return unknownAlgorithm(form.group(1));
        }
        int kind = Integer.parseInt(form.group(2));
        boolean plain = form.group(2).length() == 1;
        if (plain && kind == 1) {
            return new ContentHash(text);
        }
        return plain && GrantType.ofHash(kind).isPresent()
                ? new GrantHash(text)
                : new Unreadable(Reason.UNKNOWN_KIND, "the hash is of kind " + form.group(2) + ", expected 1 to 5");
    }

    private static Optional<String> algorithmOf(String text) {
        Matcher start = Pattern.compile("\\$([0-9]{1,9})\\$[0-9]{1,9}\\$.*", Pattern.DOTALL)
                .matcher(text);
        return start.matches() ? Optional.of(start.group(1)) : Optional.empty();
    }

    private static HashText unknownAlgorithm(String number) {
        return new Unreadable(
                Reason.UNKNOWN_ALGORITHM, "hash algorithm " + number + " is not supported, expected 1 (SHA3-512)");
    }
}
