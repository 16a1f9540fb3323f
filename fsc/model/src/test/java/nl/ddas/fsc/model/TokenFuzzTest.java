// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer looks for inputs that break a reader of tokens, or pass though they are not the good input, guided by which
/// code they reach. In every build it replays the corpus; with `-Pzwaar` it looks for new ones.
class TokenFuzzTest {

    static Stream<byte[]> corpus() {
        return Readers.TOKEN.corpus();
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "2m")
    void noInputBreaksAReaderOrPasses(byte[] script) {
        Readers.TOKEN.read(script);
    }
}
