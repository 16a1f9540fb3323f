// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Optional;

/// Understands what stands in leaves, for who reports about them; the tree itself only knows bytes.
public interface Regellezer {

    /// By what people know a line, such as its trace: nothing that tells about a person.
    ///
    /// @return empty when the bytes are no line
    Optional<String> kenmerk(byte[] vorm);

    /// Which leaves a record of removal is about.
    ///
    /// @return empty when the bytes are no such record
    Optional<List<Bereik>> vernietigd(byte[] bewijs);
}
