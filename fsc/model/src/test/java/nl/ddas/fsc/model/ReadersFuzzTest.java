// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/// Jazzer looks for inputs that break a reader, guided by which code they reach. With `-Pzwaar` only: even to replay
/// known inputs its agent takes longer than all other tests here together.
class ReadersFuzzTest {

    private static final Readers READERS = new Readers();

    /// @param data the first byte chooses the reader
    @FuzzTest(maxDuration = "2m")
    @Tag("zwaar")
    void noInputBreaksAReaderOrPasses(byte[] data) {
        if (data.length > 0) {
            READERS.read(data[0] & 3, Arrays.copyOfRange(data, 1, data.length));
        }
    }
}
