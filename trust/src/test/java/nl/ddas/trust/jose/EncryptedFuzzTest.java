// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import nl.ddas.trust.Readers;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer looks for inputs that break one of [JoseReaders], or pass though they are not the good input, guided by which
/// code they reach. In every build it replays the corpus; with `-Pzwaar` it looks for new ones.
class EncryptedFuzzTest {

    private static final Readers READERS = JoseReaders.all();

    static Stream<byte[]> corpus() {
        return READERS.corpus();
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "2m")
    void noInputBreaksAReaderOrPasses(byte[] script) {
        READERS.read(script);
    }
}
