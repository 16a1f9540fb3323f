// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.JsonValue.JsonObject;

/// What the journal holds of the beginning of an authority: the files that say the same are held against it, for
/// whoever can write in the folder could change those unseen.
///
/// @param root what others must trust
/// @param settings the text of the settings file; empty when it was begun before the journal told it
public record CaBegin(X509Certificate root, Optional<String> settings) {

    /// For the journal.
    static JsonObject content(X509Certificate root, X509Certificate issuing, CaSettings settings) {
        return JsonObject.EMPTY
                .with("root", Register.encoded(root))
                .with("issuing", Register.encoded(issuing))
                .with("settings", settings.toYaml());
    }

    /// From the journal.
    static CaBegin of(JsonObject content) {
        return new CaBegin(Register.certificate(content.text("root").orElseThrow()), content.text("settings"));
    }

    /// Holds the files against the journal.
    ///
    /// @throws AuthorityChanged when one says something else
    void check(CaFolder folder, CaSettings now) throws IOException {
        if (settings.isPresent() && !settings.get().equals(now.toYaml())) {
            throw new AuthorityChanged(folder.settingsFile(), settings.get());
        }
        if (!folder.root().equals(root)) {
            throw new AuthorityChanged(folder.rootCertificate(), CertificateText.pem(root));
        }
    }
}
