// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// What every quarantine does.
abstract class QuarantaineContract {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /// Empty.
    abstract Quarantaine store();

    @Test
    @Requirement("OTLP-4")
    void whatIsKeptIsThereAsItCame() {
        Apart one = apart(LogregelsContract.CBS, 1);
        store().add(List.of(one, apart(LogregelsContract.KREDIETBANK, 2), apart(LogregelsContract.CBS, 3)));

        List<Apart> waiting = store().waiting(LogregelsContract.CBS, 10);
        assertThat(waiting).hasSize(2);
        assertThat(waiting.getFirst()).usingRecursiveComparison().isEqualTo(one);
        assertThat(store().waiting(LogregelsContract.CBS, 1)).hasSize(1);
        assertThat(store().count()).isEqualTo(3);
    }

    @Test
    @Requirement({"OTLP-4", "OTLP-7"})
    void whatIsSentAgainIsKeptOnce() {
        store().add(List.of(apart(LogregelsContract.CBS, 1), apart(LogregelsContract.CBS, 1)));
        store().add(List.of(apart(LogregelsContract.CBS, 1), apart(LogregelsContract.KREDIETBANK, 1)));

        assertThat(store().waiting(LogregelsContract.CBS, 10)).hasSize(1);
        assertThat(store().count()).isEqualTo(2);
    }

    private static Apart apart(Houder houder, int number) {
        return new Apart(houder, NOW, List.of("BSN_LIKE", "NAMESPACE_UNKNOWN"), true, new byte[] {1, (byte) number});
    }
}
