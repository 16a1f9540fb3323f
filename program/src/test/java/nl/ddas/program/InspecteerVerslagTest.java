// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.MessageBody;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.SignatureInspection;
import nl.ddas.trust.SignatureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands in a message, there is a text about it to its last line, and nothing in it steers the terminal.
class InspecteerVerslagTest {

    private static final Clock KLOK = new TestClock(Instant.parse("2026-08-03T09:00:00Z"));

    @ParameterizedTest
    @ValueSource(longs = {31556889864403199L, 31556889832780800L, -31557014167219200L, 253402300800L, -62167219201L})
    void aTimeAtTheEndOfTimeIsAReason(long iat) throws IOException {
        assertThat(tekst("{\"alg\":\"PS256\",\"x5c\":[\"AAAA\"],\"iat\":" + iat + "}"))
                .contains("handtekening-tijd: ", "Of handtekening en bericht bij elkaar horen is niet te bepalen")
                .doesNotContain("Ondertekend ");
    }

    /// So that a message whose first certificate is broken is not said to be signed by who issued it.
    @Test
    void behindACertificateThatCannotBeReadNothingIsTheSigner() throws IOException {
        assertThat(tekst("{\"alg\":\"PS256\",\"x5c\":[\"AAAA\"],\"iat\":1785747600}"))
                .contains("certificaat-formaat: ")
                .doesNotContain("  Certificaat");
    }

    @Property(tries = 300)
    void neverBreaksOnAMoment(@ForAll long iat) throws IOException {
        assertThat(tekst("{\"alg\":\"PS256\",\"x5c\":[\"AAAA\"],\"iat\":" + iat + "}"))
                .contains("Of handtekening en bericht bij elkaar horen is niet te bepalen");
    }

    @Property(tries = 300)
    void neverBreaksOnTexts(@ForAll("leden") List<String> leden, @ForAll String digest) throws IOException {
        String tekst = tekst("{" + String.join(",", leden) + "}", digest);
        assertThat(tekst.codePoints().filter(teken -> teken != '\n'))
                .noneMatch(Character::isISOControl)
                .noneMatch(teken -> Character.getType(teken) == Character.FORMAT);
    }

    @Provide
    Arbitrary<List<String>> leden() {
        Arbitrary<String> waarde = Arbitraries.of(
                "\"PS256\"",
                "\"\\u001b[2K\\u202e\"",
                "1e400",
                "-1",
                "[]",
                "{}",
                "null",
                "[\"AAAA\",\"\"]",
                "\"\\ud800\"");
        return Arbitraries.of("alg", "kid", "x5c", "iat", "crit", "sigD", "b64", "typ", "x5t#S256")
                .flatMap(naam -> waarde.map(een -> "\"" + naam + "\":" + een))
                .list()
                .uniqueElements(lid -> lid.split(":", 2)[0])
                .ofMaxSize(6);
    }

    private static String tekst(String kop) throws IOException {
        return tekst(kop, "SHA-256=x");
    }

    private static String tekst(String kop, String digest) throws IOException {
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(kop.getBytes(StandardCharsets.UTF_8));
        Headers headers = Headers.of(PayloadSigner.PAYLOAD_SIG, base64 + "..AAAA", PayloadSigner.DIGEST, digest);
        SignatureReport verslag = SignatureInspection.inspect(
                headers,
                new MessageBody.Bytes(new byte[] {'{', '}'}),
                new SignatureReport.Against(List.of(), List.of(), Optional.empty()),
                KLOK);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InspecteerVerslagen uitvoer =
                new InspecteerVerslagen(List.of(new InspecteerVerslag("", verslag, Optional.empty())), List.of());
        uitvoer.druk(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(uitvoer.json().toBytes()).isNotEmpty();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
