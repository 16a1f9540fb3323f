// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/// Jazzer looks for inputs that break a reader, guided by which code they reach. With `-Pzwaar` only: even to replay
/// known inputs its agent takes longer than all other tests here together.
class ReadersFuzzTest {

    private static final Readers READERS = new Readers();

    /// @param data the first byte chooses the reader, and whether the rest is the input or an edit of a good one
    @FuzzTest(maxDuration = "2m")
    @Tag("zwaar")
    void noInputBreaksAReaderOrPasses(byte[] data) {
        if (data.length > 4) {
            int reader = data[0] & 3;
            byte[] rest = Arrays.copyOfRange(data, 1, data.length);
            READERS.read(
                    reader, (data[0] & 4) == 0 ? rest : edited(READERS.seeds().get(reader), rest));
        }
    }

    /// Signed input cannot be guessed; so edit it: two bytes of place, one of how much goes, then what comes.
    private static byte[] edited(byte[] good, byte[] edit) {
        ByteBuffer script = ByteBuffer.wrap(edit);
        int at = Short.toUnsignedInt(script.getShort()) % good.length;
        int gone = Math.min(Byte.toUnsignedInt(script.get()), good.length - at);
        byte[] changed = new byte[good.length - gone + script.remaining()];
        ByteBuffer.wrap(changed).put(good, 0, at).put(script).put(good, at + gone, good.length - at - gone);
        return changed;
    }
}
