// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Werk;

/// The Logboek Dataverwerkingen in which a part accounts for itself.
///
/// @param adressen by the OIN of another party, an address of it: for a supplier that of the application that calls
///     (`dpl.core.foreign_operation.processor`), for a collector that of the log to read
///     (`dpl.read.externalReadAPI_id`)
/// @param stand how it stands with the log, Dutch, for health
public record Logboekaansluiting(Logboek logboek, Map<String, URI> adressen, Supplier<String> stand) {

    /// What health tells when there is none.
    public static final String GEEN = "niet ingesteld: wat hier gebeurt wordt niet verantwoord";

    public Logboekaansluiting {
        adressen = Map.copyOf(adressen);
    }

    /// Does work with a line around it.
    ///
    /// @throws IOException what the work throws; [InterruptedIOException] when the thread was interrupted, and
    ///     then its flag is set again
    /// @throws IllegalStateException when the work throws a checked exception of another kind
    public <T> T doe(Actie actie, Werk<T> werk) throws IOException {
        try {
            return doeStopbaar(actie, werk);
        } catch (InterruptedException gestopt) {
            Thread.currentThread().interrupt();
            InterruptedIOException uit = new InterruptedIOException("interrupted during: " + actie.naam());
            uit.initCause(gestopt);
            throw uit;
        }
    }

    /// [#doe] for who lets his caller know that the thread was interrupted.
    ///
    /// @throws InterruptedException when the work throws it
    public <T> T doeStopbaar(Actie actie, Werk<T> werk) throws IOException, InterruptedException {
        try {
            return logboek.run(actie, werk);
        } catch (IOException | InterruptedException | RuntimeException bekend) {
            throw bekend;
        } catch (Exception anders) {
            // Logboek.run throws what its work throws, and so declares Exception; ours throws no other checked ones.
            throw new IllegalStateException("unexpected failure during: " + actie.naam(), anders);
        }
    }
}
