// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// The codes by which others tell refusals apart, and their status: 400 cannot be verified, 403 verified and not
/// allowed, 503 cannot be decided now.
@Requirement({"S14", "S62"})
class RefusalTest {

    private static final String TABLE = """
            handtekening-ontbreekt          400
            handtekening-dubbel             400
            handtekening-formaat            400
            handtekening-te-groot           400
            handtekening-algoritme          400
            handtekening-kritiek            400
            handtekening-sleutelverwijzing  400
            handtekening-sigd               400
            handtekening-ongeldig           400
            handtekening-tijd               400
            handtekening-herhaald           400
            certificaat-ontbreekt           400
            certificaat-formaat             400
            certificaat-thumbprint          400
            certificaat-niet-vertrouwd      400
            certificaat-geldigheid          400
            certificaat-ingetrokken         400
            certificaat-sleutellengte       400
            certificaat-gebruik             400
            certificaat-functiescheiding    400
            certificaat-oin                 400
            digest-ontbreekt                400
            digest-formaat                  400
            digest-afwijking                400
            encryptie-vereist               400
            encryptie-niet-verwacht         400
            encryptie-algoritme             400
            encryptie-ongeldig              400
            identiteit-afwijking            403
            intrekkingsstatus-onbekend      503
            """;

    @Test
    void eachHasItsOwnCodeAndStatus() {
        Map<String, Integer> table = TABLE.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.parseInt(cells[1])));

        assertThat(Arrays.stream(Refusal.values()).collect(Collectors.toMap(Refusal::code, Refusal::status)))
                .isEqualTo(table);
    }

    @Test
    void aVerdictTellsCodeStatusAndWhy() {
        for (Refusal refusal : Refusal.values()) {
            Rejection rejection = refusal.because("Zo gaat het niet.");

            assertThat(rejection.refusal()).isEqualTo(refusal);
            assertThat(rejection).hasMessage(refusal.code());
            assertThat(rejection.verdict())
                    .isEqualTo(
                            new PayloadVerifier.Verdict.Refused(refusal.code(), refusal.status(), "Zo gaat het niet."));
        }
    }
}
