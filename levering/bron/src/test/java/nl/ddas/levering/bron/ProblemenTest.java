// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import nl.ddas.basis.Response;
import nl.ddas.trust.PayloadSigner;
import org.junit.jupiter.api.Test;

class ProblemenTest {

    @Test
    void theMarkOfARefusalComesFromTheRandomnessThatIsPassedIn() {
        assertThat(kenmerk(7))
                .isEqualTo(kenmerk(7))
                .isNotEqualTo(kenmerk(8))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    private static String kenmerk(long zaad) {
        PayloadSigner tekenaar =
                new PayloadSigner(Proefstelsel.gedeeld().leverancier.signing(), Clock.systemUTC());
        Response antwoord =
                new Problemen("https://ddas.example", tekenaar, new Random(zaad)).antwoord(Weigering.kapot());
        String inhoud = new String(((Response.Body.Bytes) antwoord.body()).bytes(), StandardCharsets.UTF_8);
        return inhoud.replaceAll(".*urn:uuid:([^\"]*).*", "$1");
    }
}
