// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// The shapes of contract content since hashes are over canonical JSON (JCS). Older contracts cannot be converted.
public enum ContentProfile {
    /// FSC Core 1.1.x after the JCS change: no `fsc_version`, `outway` holds `public_key_thumbprint`.
    V1JCS("1.0.0"),
    /// FSC Core 2.0.0: `fsc_version` is required, `outway` holds `identification`.
    V2("2.0.0");

    private final String coreVersion;

    ContentProfile(String coreVersion) {
        this.coreVersion = coreVersion;
    }

    /// Version of FSC Core that a Manager in this profile tells of itself in `/peer`.
    public String coreVersion() {
        return coreVersion;
    }
}
