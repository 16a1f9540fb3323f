// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Map;
import nl.ddas.basis.JsonValue.JsonObject;

/// The small things that a Manager must not forget beside contracts, read whole when it starts. Safe for many threads.
public interface Kept {

    /// What a document is about.
    enum Kind {
        /// A Service of our own, by name.
        SERVICE,
        /// One of our Inways, by name.
        INWAY,
        /// One of our Outways, by name.
        OUTWAY,
        /// A certificate that signed, by thumbprint.
        KEY,
        /// What we told about ourselves.
        SELF
    }

    /// Keeps a document, in the place of an earlier one.
    void put(Kind kind, String id, JsonObject document);

    /// Forgets a document, if it is there.
    void remove(Kind kind, String id);

    /// All documents of a kind, by id.
    Map<String, JsonObject> all(Kind kind);
}
