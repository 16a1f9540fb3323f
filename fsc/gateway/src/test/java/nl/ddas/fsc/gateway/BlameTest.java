// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.transactionlog.SegmentLog;
import nl.ddas.fsc.transactionlog.TransactionLog;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer tells who has to mend it: the caller, or the side of the Inway.
class BlameTest extends InwayStage {

    @TempDir
    Path folder;

    private Inway other(TransactionLog log, InwayTokenCheck.OwnCertificates certificates) {
        return Inway.start(
                World.inwayConfig("127.0.0.1", 0, "https://127.0.0.1:8443", backend.uri()),
                new Inway.Parts(
                        network,
                        World.ONE.tls(World.A),
                        World.group(),
                        World.A,
                        certificates,
                        GrantStates.NOT_ASKED,
                        Authorization.NONE,
                        log,
                        new Metrics(),
                        World.CLOCK));
    }

    private static String figures(Metrics metrics) {
        return new String(((Response.Body.Bytes) metrics.toResponse().body()).bytes(), StandardCharsets.UTF_8);
    }

    /// The log is not at fault, and its figure must not ring an alarm at the will of a caller.
    @Test
    void aTransactionIdThatWasUsedIsTheFaultOfTheCaller() throws Exception {
        X509Certificate signer = World.ONE.identity(World.A, Purpose.SIGNING).leaf();
        Metrics metrics = new Metrics();
        try (SegmentLog segments = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT);
                Inway ours = other(new TimedLog(segments, metrics), asked -> Optional.of(signer)
                        .filter(s -> CertificateThumbprint.of(s).equals(asked)))) {
            assertThat(at(ours, good("/")).statusCode()).isEqualTo(200);

            backend.seen.clear();
            HttpResponse<String> again = at(ours, good("/"));

            refused(again, 500, "TRANSACTION_LOG_WRITE_ERROR");
            assertThat(again.body()).contains("this transaction id was used before");
            assertThat(figures(metrics))
                    .contains("transaction_log_doubled_total 1.0", "transaction_log_failures_total 0.0");
        }
    }

    /// Else a caller would throw away a good token and look on its own side.
    @Test
    void anInwayThatNeverHeardItsOwnKeysBlamesNoToken() throws Exception {
        InwayTokenCheck.OwnCertificates none = new InwayTokenCheck.OwnCertificates() {
            @Override
            public Optional<X509Certificate> find(CertificateThumbprint thumbprint) {
                return Optional.empty();
            }

            @Override
            public boolean areKnown() {
                return false;
            }
        };
        try (Inway ours = other(log, none)) {
            refused(at(ours, good("/")), 500, "ERROR_CODE_INTERNAL_ERROR");
        }
        assertThat(log.records).isEmpty();
    }
}
