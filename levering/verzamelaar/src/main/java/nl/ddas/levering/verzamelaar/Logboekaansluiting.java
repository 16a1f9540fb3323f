// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import nl.ddas.logboek.client.Logboek;

/// The Logboek Dataverwerkingen in which this part accounts for itself.
///
/// @param adressen by the OIN of a supplier: the address at which its log is read, for `dpl.read.externalReadAPI_id`
/// @param stand how it stands with the log, Dutch, for health
public record Logboekaansluiting(Logboek logboek, Map<String, URI> adressen, Supplier<String> stand) {

    /// What health tells when there is none.
    static final String GEEN = "niet ingesteld: wat hier gebeurt wordt niet verantwoord";

    public Logboekaansluiting {
        adressen = Map.copyOf(adressen);
    }
}
