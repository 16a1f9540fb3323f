// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import nl.ddas.basis.JsonValue.JsonObject;

/// How the authority knows that a party is who it says.
///
/// @param text what was looked at, such as `uittreksel Handelsregister en videogesprek`; 1 to 500 characters
/// @param reference where it can be found back, such as a number of a case; 1 to 100 characters
public record IdentityProof(String text, String reference) {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_REFERENCE = 100;

    public IdentityProof {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("IdentityProof: expected a text of 1 to 500 characters");
        }
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("IdentityProof: expected a reference of 1 to 100 characters");
        }
    }

    JsonObject toJson() {
        return JsonObject.EMPTY.with("text", text).with("reference", reference);
    }

    /// Prints no content: it may be about a person.
    @Override
    public String toString() {
        return "IdentityProof[" + text.length() + " characters]";
    }
}
