// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer looks for requests (PKCS#10) that break their reader, or pass though their party did not sign them, guided
/// by which code they reach. In every build it replays the corpus; with `-Pzwaar` it looks for new ones.
class RequestFuzzTest {

    private static final ChangedRequests REQUESTS = new ChangedRequests();

    static Stream<byte[]> corpus() {
        return REQUESTS.good().stream();
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "2m")
    void noInputBreaksTheReaderOrPasses(byte[] request) {
        for (Purpose purpose : Purpose.values()) {
            boolean _ = REQUESTS.isTaken(purpose, request);
        }
    }
}
