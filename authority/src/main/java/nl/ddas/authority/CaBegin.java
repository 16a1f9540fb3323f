// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.JsonValue.JsonObject;

/// What the journal holds of the beginning of an authority: the files that say the same are held against it, for
/// whoever can write in the folder could change those unseen.
///
/// @param settings empty when it was begun before the journal told them
record CaBegin(X509Certificate root, Optional<JsonObject> settings) {

    static JsonObject content(X509Certificate root, X509Certificate issuing, CaSettings settings) {
        return JsonObject.EMPTY
                .with("root", Register.encoded(root))
                .with("issuing", Register.encoded(issuing))
                .with("settings", settings.toJson());
    }

    static CaBegin of(JsonObject content) {
        return new CaBegin(Register.certificate(content.text("root").orElseThrow()), content.object("settings"));
    }

    /// Holds the files against the journal.
    ///
    /// @throws AuthorityChanged when one says something else
    void check(CaFolder folder, CaSettings now) throws IOException {
        if (settings.isPresent() && !settings.get().equals(now.toJson())) {
            throw new AuthorityChanged(
                    folder.settingsFile(), new String(settings.get().toBytes(), StandardCharsets.UTF_8));
        }
        if (!folder.root().equals(root)) {
            throw new AuthorityChanged(folder.rootCertificate(), CertificateText.pem(root));
        }
    }
}
