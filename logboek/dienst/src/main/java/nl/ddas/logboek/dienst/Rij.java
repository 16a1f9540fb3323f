// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Sha256;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// A line as it lies in the table, but for the number of its leaf. What is searched for is there as a short
/// digest: of one length, and no person in an index.
///
/// @param verbintenis what its leaf commits to
record Rij(
        LocalDate dag,
        int houder,
        TraceId traceId,
        long spanId,
        long startNanos,
        Optional<byte[]> activiteit,
        Optional<byte[]> betrokkene,
        Optional<byte[]> vreemdeTrace,
        byte[] zout,
        byte[] vorm,
        byte[] verbintenis) {

    private static final int KORT = 16;

    /// @param houders number of the controller of each line
    static List<Rij> of(List<Inboeking> regels, Houders houders, SecureRandom random) {
        byte[] zout = new byte[regels.size() * Verbintenis.ZOUT];
        random.nextBytes(zout);
        List<Rij> rijen = new ArrayList<>(regels.size());
        for (Inboeking one : regels) {
            int from = rijen.size() * Verbintenis.ZOUT;
            rijen.add(of(one, houders.number(one.houder()), Arrays.copyOfRange(zout, from, from + Verbintenis.ZOUT)));
        }
        return rijen;
    }

    private static Rij of(Inboeking inboeking, int houder, byte[] zout) {
        Logregel regel = inboeking.regel();
        byte[] vorm = inboeking.vorm();
        return new Rij(
                inboeking.dag(),
                houder,
                regel.traceId(),
                regel.spanId().waarde(),
                regel.tijd().start(),
                regel.processingActivityId().map(Rij::digest),
                regel.dataSubjectId().map(Rij::digest),
                regel.herkomst().vreemdeActie().map(actie -> actie.traceId().bytes()),
                zout,
                vorm,
                Verbintenis.of(zout, vorm));
    }

    /// The first 16 bytes of SHA-256; who searches compares the whole text afterwards.
    static byte[] digest(String text) {
        return Arrays.copyOf(Sha256.of(text), KORT);
    }
}
