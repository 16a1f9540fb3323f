// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.regex.Pattern;
import nl.ddas.basis.JsonValue.JsonObject;

/// The hash of contract content, which is what Peers sign (FSC Core, "Content Hash"): `$1$1$` and the SHA3-512 of the
/// canonical JSON in base64url.
public record ContentHash(String value) implements HashText {

    private static final String PREFIX = "$1$1$";
    private static final Pattern FORM = Pattern.compile("\\$1\\$1\\$[A-Za-z0-9_-]{85}[AQgw]");

    /// @throws IllegalArgumentException when it has another form; [HashText#read] tells why without throwing
    public ContentHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("ContentHash: expected $1$1$ and 86 characters of base64url");
        }
    }

    /// The hash of content as received: every member counts, known or not.
    public static ContentHash of(JsonObject content) {
        return new ContentHash(PREFIX + Digests.url(Digests.sha3().digest(Canonical.bytes(content))));
    }

    @Override
    public String toString() {
        return value;
    }
}
