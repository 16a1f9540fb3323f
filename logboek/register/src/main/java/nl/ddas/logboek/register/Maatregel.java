// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.util.List;

/// A measure that protects the data (`measures` of the draft API).
///
/// @param measure Dutch
/// @param risks where the assessments of risk are
public record Maatregel(MeasureType measureType, String measure, List<URI> risks) {

    public Maatregel {
        risks = List.copyOf(risks);
    }
}
