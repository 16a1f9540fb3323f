// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.ddas.logboek.dienst.Bewaartermijnen.Bewaarregel;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.logboek.register.Vastebron;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// How long lines are kept, from the register of DDAS itself.
class RegistertermijnenTest {

    private static final String VERZAMELEN =
            "https://register.ddas.example/v1/processing-activities/16233f12-b8c4-5b98-8464-2777adcb9c33";

    @Test
    @Requirement("LDV-R8")
    void eachVersionSaysHowLongItsLinesAreKept() {
        Registercache cache =
                new Registercache(new Vastebron(Documentlezer.bundled()), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(cache.refresh()).isTrue();
        Registertermijnen termijnen = new Registertermijnen(cache);

        assertThat(termijnen.find(VERZAMELEN))
                .containsExactly(new Bewaarregel(
                        VERZAMELEN + "/versions/1",
                        Instant.parse("2025-12-31T23:00:00Z"),
                        Optional.empty(),
                        Period.ofYears(5)));
        assertThat(termijnen.find(VERZAMELEN + "/versions/1").getFirst().versie())
                .isEqualTo(VERZAMELEN + "/versions/1");
        assertThat(termijnen.find("urn:uuid:00000000-0000-4000-8000-000000000000"))
                .isEmpty();
    }
}
