// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.List;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;

/// The detached signature as it stands in its header line: protected header, nothing, signature.
///
/// @param header64 protected header in base64url, as sent: these characters are signed
/// @param header the decoded protected header
/// @param signature the signature value
/// @param text the whole value
record CompactJws(String header64, byte[] header, byte[] signature, String text) {

    static final int MAX_LENGTH = 16_384;

    /// The name that the Logius module uses since 2026; accepted nowhere, but two names in one message is told apart.
    private static final String OTHER_NAME = "Payload-Signature";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,15000}\\.\\.[A-Za-z0-9_-]*");

    /// Bytes in the signature of an RSA key of 2048 bits, and of 8192 bits.
    private static final int SHORTEST = 256;

    private static final int LONGEST = 1024;

    /// Takes the signature from the headers: present, once, not too large, well spelled.
    static CompactJws read(Headers headers) {
        return parse(onlyLine(headers));
    }

    private static String onlyLine(Headers headers) {
        List<String> lines = headers.all(PayloadSigner.PAYLOAD_SIG);
        boolean otherName = headers.first(OTHER_NAME).isPresent();
        if (lines.isEmpty()) {
            throw Refusal.HANDTEKENING_ONTBREEKT.because("Het bericht heeft geen header " + PayloadSigner.PAYLOAD_SIG
                    + (otherName ? " (wel " + OTHER_NAME + ", maar die naam geldt hier niet)" : "")
                    + ". Onderteken het bericht en stuur de handtekening in die header mee.");
        }
        String line = lines.getFirst();
        if (lines.size() > 1 || otherName || line.indexOf(',') >= 0) {
            throw Refusal.HANDTEKENING_DUBBEL.because("Het bericht heeft meer dan één handtekening. Stuur de header "
                    + PayloadSigner.PAYLOAD_SIG + " precies één keer, met één handtekening.");
        }
        if (line.length() > MAX_LENGTH) {
            throw Refusal.HANDTEKENING_TE_GROOT.because("De header " + PayloadSigner.PAYLOAD_SIG + " telt "
                    + line.length() + " tekens; ten hoogste " + MAX_LENGTH
                    + " mag. Stuur alleen het eigen certificaat en de tussenliggende certificaten mee.");
        }
        return line;
    }

    /// Asked behind the algorithm and the key, which tell better why a signature is too short or too long.
    ///
    /// @throws Rejection when the value cannot be the signature of any key that is allowed
    CompactJws checkLength() {
        if (signature.length < SHORTEST || signature.length > LONGEST) {
            throw Refusal.HANDTEKENING_FORMAAT.because("De handtekening telt " + signature.length + " bytes. Verwacht: "
                    + SHORTEST + " tot " + LONGEST + ", zoveel als de sleutel er telt.");
        }
        return this;
    }

    private static CompactJws parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.HANDTEKENING_FORMAAT.because(
                    "De handtekening heeft niet de vorm header..handtekening (JWS zonder inhoud, base64url).");
        }
        int dots = text.indexOf("..");
        String header64 = text.substring(0, dots);
        return new CompactJws(header64, decode(header64), decode(text.substring(dots + 2)), text);
    }

    private static byte[] decode(String part) {
        return StrictBase64.url(part)
                .orElseThrow(() -> Refusal.HANDTEKENING_FORMAAT.because(
                        "De handtekening is geen zuivere base64url: er staan tekens of bits in die er niet horen."));
    }
}
