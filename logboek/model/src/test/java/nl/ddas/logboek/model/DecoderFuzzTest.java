// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer looks for bodies that break a decoder, or give a line that does not come back, guided by which code they
/// reach. In every build it replays the corpus; with `-Pzwaar` it looks for new ones. The first byte chooses the
/// form.
class DecoderFuzzTest {

    private static final Invoervorm[] VORMEN = Invoervorm.values();

    static Stream<byte[]> corpus() {
        return Stream.concat(
                Stream.iterate(0, i -> i + 1).limit(VORMEN.length).map(i -> chosen(i, Vormen.good(VORMEN[i]))),
                Stream.of(chosen(VORMEN.length, Regelvorm.write(Proef.line(Proef.judge(Proef.span()))))));
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "2m")
    void noBodyBreaksADecoder(byte[] script) {
        if (script.length == 0) {
            return;
        }
        int choice = Byte.toUnsignedInt(script[0]) % (VORMEN.length + 1);
        byte[] body = Arrays.copyOfRange(script, 1, script.length);
        if (choice == VORMEN.length) {
            Decoders.readRegelvorm(body);
        } else {
            Decoders.read(VORMEN[choice], body);
        }
    }

    private static byte[] chosen(int choice, byte[] body) {
        byte[] script = new byte[body.length + 1];
        script[0] = (byte) choice;
        System.arraycopy(body, 0, script, 1, body.length);
        return script;
    }
}
