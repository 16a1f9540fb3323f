// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.List;

/// A contract of our own, before it has a hash.
///
/// @param iv a UUID, lower case; see [Uuids#v7]
/// @param fscVersion written in [ContentProfile#V2] only, such as `1.0.0`
public record ContractDraft(
        ContentProfile profile,
        String fscVersion,
        String iv,
        String groupId,
        Validity validity,
        List<Grant> grants,
        Instant createdAt) {

    public ContractDraft {
        grants = List.copyOf(grants);
    }

    /// The content: absent members are left out, never written as null.
    ///
    /// @throws IllegalArgumentException when the profile cannot say it: a domain name in [ContentProfile#V1JCS]
    public ContractContent content() {
        return ContentWriter.write(this);
    }
}
