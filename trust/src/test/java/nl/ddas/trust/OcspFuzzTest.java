// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer looks for inputs that break one of [OcspReaders], or pass though they are not the good input,
/// guided by which code they reach. In every build it replays the corpus; with `-Pzwaar` it looks for new ones.
class OcspFuzzTest {

    private static final Readers READERS = OcspReaders.all();

    static Stream<byte[]> corpus() {
        return READERS.corpus();
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "2m")
    void noInputBreaksAReaderOrPasses(byte[] script) {
        READERS.read(script);
    }
}
