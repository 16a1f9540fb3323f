// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer looks for problems of a supplier that break the reader, or of which something else than a known code comes
/// through, guided by which code they reach. In every build it replays the corpus; with `-Pzwaar` it looks for new
/// ones.
class WeigerredenFuzzTest {

    private static final int MOST = 16 * 1024;

    static Stream<byte[]> corpus() {
        return Stream.of(
                        "{\"type\":\"https://ddas.example/problemen/buiten-venster\",\"title\":\"Nu niet\",\"status\":503}",
                        "{\"type\":\"pagina-te-groot\",\"errors\":[{\"pointer\":\"/a/0\",\"detail\":\"\\u0007\"}]}",
                        "{\"type\":\"https://x/\\u0074oegang-geweigerd\",\"status\":4.03e2,\"x\":[[[]],null,true]}",
                        "{\"type\":\"about:blank\",\"type\":\"https://x/schijf-stuk\"}",
                        "{\"type\":\"https://x/handtekening-tijd\"} {",
                        "[\"buiten-venster\"]",
                        "{\"type\":\"\ud83d\ude00/")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "2m")
    void nothingBreaksTheReaderAndOnlyKnownCodesComeThrough(byte[] problem) {
        ByteArrayInputStream body = new ByteArrayInputStream(problem);

        Optional<String> code = Weigerreden.lees(body);

        assertThat(body.available()).isEqualTo(Math.max(0, problem.length - MOST));
        assertThat(code.filter(one -> !Weigerreden.bekend().contains(one))).isEmpty();
        // An end that does not matter to JSON does not matter to the reader either.
        if (problem.length < MOST) {
            byte[] longer = Arrays.copyOf(problem, problem.length + 1);
            longer[problem.length] = '\n';
            assertThat(Weigerreden.lees(new ByteArrayInputStream(longer))).isEqualTo(code);
        }
    }
}
