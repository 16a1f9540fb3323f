// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;

/// The SHA-256 of the body as the headers claim it: `Digest` (RFC 3230) and `Content-Digest` (RFC 9530); when both are
/// there both must be right.
///
/// @param values each 32 bytes; none when the message claims nothing
record ClaimedDigest(List<byte[]> values) {

    private static final String CONTENT_DIGEST = "Content-Digest";
    private static final Pattern DIGEST_FORM = Pattern.compile("[A-Za-z0-9+/]{43}=?");
    private static final Pattern CONTENT_DIGEST_FORM = Pattern.compile(":[A-Za-z0-9+/]{43}=:");

    /// @throws Rejection when a header is there and does not hold exactly one SHA-256
    static ClaimedDigest read(Headers headers) {
        List<byte[]> values = new ArrayList<>(2);
        List<String> digest = headers.all(PayloadSigner.DIGEST);
        if (!digest.isEmpty()) {
            values.add(only(digest, DIGEST_FORM, PayloadSigner.DIGEST));
        }
        List<String> contentDigest = headers.all(CONTENT_DIGEST);
        if (!contentDigest.isEmpty()) {
            values.add(only(contentDigest, CONTENT_DIGEST_FORM, CONTENT_DIGEST));
        }
        return new ClaimedDigest(List.copyOf(values));
    }

    /// @throws Rejection when the body has another SHA-256 than claimed
    void check(byte[] sha256) {
        if (!is(sha256)) {
            throw Refusal.DIGEST_AFWIJKING.because("De inhoud van het bericht past niet bij de header Digest: onderweg"
                    + " is iets veranderd, of de Digest is over andere bytes berekend dan verstuurd zijn.");
        }
    }

    /// Whether all claims are about this.
    boolean is(byte[] sha256) {
        return values.stream().allMatch(claimed -> MessageDigest.isEqual(claimed, sha256));
    }

    private static byte[] only(List<String> lines, Pattern form, String header) {
        List<String> found = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(entry -> entry.regionMatches(true, 0, "SHA-256=", 0, 8))
                .map(entry -> entry.substring(8))
                .toList();
        if (found.size() != 1 || !form.matcher(found.getFirst()).matches()) {
            throw malformed(header);
        }
        String text = found.getFirst().replace(":", "");
        return StrictBase64.standard(text.length() == 43 ? text + "=" : text).orElseThrow(() -> malformed(header));
    }

    private static Rejection malformed(String header) {
        return Refusal.DIGEST_FORMAAT.because("De header " + header
                + " is niet goed. Verwacht: precies één waarde SHA-256, gewone base64 van 32 bytes.");
    }
}
