// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.basis.Sha256;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Regelvorm;
import nl.ddas.logboek.model.TraceId;

/// A line as it lies in the table. What is searched for is there as a short digest: of one length, and no person in an
/// index.
record Rij(
        LocalDate dag,
        int houder,
        TraceId traceId,
        long spanId,
        long startNanos,
        Optional<byte[]> activiteit,
        Optional<byte[]> betrokkene,
        Optional<byte[]> vreemdeTrace,
        byte[] vorm) {

    private static final int KORT = 16;

    static Rij of(Inboeking inboeking, int houder) {
        Logregel regel = inboeking.regel();
        return new Rij(
                inboeking.dag(),
                houder,
                regel.traceId(),
                regel.spanId().waarde(),
                regel.tijd().start(),
                regel.processingActivityId().map(Rij::digest),
                regel.dataSubjectId().map(Rij::digest),
                regel.herkomst().vreemdeActie().map(actie -> actie.traceId().bytes()),
                Regelvorm.write(regel));
    }

    /// The first 16 bytes of SHA-256; who searches compares the whole text afterwards.
    static byte[] digest(String text) {
        return Arrays.copyOf(Sha256.of(text), KORT);
    }
}
