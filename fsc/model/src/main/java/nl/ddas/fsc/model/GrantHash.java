// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import nl.ddas.basis.JsonValue.JsonObject;

/// The hash of one Grant in one contract (FSC Core, "Grant Hash"); the scope of an access token.
public record GrantHash(String value) implements HashText {

    private static final Pattern FORM = Pattern.compile("\\$1\\$[2-5]\\$[A-Za-z0-9_-]{85}[AQgw]");

    /// @throws IllegalArgumentException when it has another form; [HashText#read] tells why without throwing
    public GrantHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("GrantHash: expected $1$, 2 to 5, $ and 86 characters of base64url");
        }
    }

    /// The hash of a Grant: over the content hash as text, directly followed by the canonical JSON of `data`.
    ///
    /// @param data the member `data` of the Grant, as received
    public static GrantHash of(ContentHash content, GrantType type, JsonObject data) {
        MessageDigest sha3 = Digests.sha3();
        sha3.update(content.value().getBytes(StandardCharsets.US_ASCII));
        sha3.update(Canonical.bytes(data));
        return new GrantHash("$1$" + type.hashType() + "$" + Digests.url(sha3.digest()));
    }

    /// Of what kind the Grant is, by the number in the hash.
    public GrantType type() {
        return GrantType.ofHash(value.charAt(3) - '0').orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }
}
