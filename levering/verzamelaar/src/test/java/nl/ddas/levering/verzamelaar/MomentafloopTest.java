// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the database tells of a moment of the calendar that is over.
class MomentafloopTest {

    private static final Aanleverperiode ANDERE =
            Aanleverperiode.halfjaarVan(PERIODE.start().minusDays(1));

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private final Instant begonnen = Proefopstelling.nu();
    private final TestClock klok = new TestClock(begonnen);

    private Verzamelaar verzamelaar;

    @BeforeEach
    void start() throws IOException {
        verzamelaar = op.start(new Goedkeuring.Direct(), klok);
    }

    @AfterEach
    void stop() {
        verzamelaar.close();
    }

    private Momentafloop afloop(Aanleverperiode periode, Duration naBegin) throws IOException {
        return verzamelaar.afloop(new Verzamelmoment(periode, begonnen.plus(naBegin)));
    }

    @Test
    void whoNeverCollectedMissedNothing() throws IOException {
        assertThat(afloop(PERIODE, Duration.ofHours(-1))).isEqualTo(Momentafloop.EERSTE_KEER);
    }

    @Test
    void aCollectionAfterTheMomentDoesAndOneBeforeItDoesNot() throws Exception {
        assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");

        assertThat(afloop(PERIODE, Duration.ofHours(-1))).isEqualTo(Momentafloop.GEDAAN);
        assertThat(afloop(PERIODE, Duration.ZERO)).isEqualTo(Momentafloop.GEDAAN);
        assertThat(afloop(PERIODE, Duration.ofSeconds(1))).isEqualTo(Momentafloop.OVERGESLAGEN);
    }

    @Test
    void aCollectionOfAnotherHalfYearDoesNotCount() throws Exception {
        assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");

        // It was begun after the moment: there was nobody here at that moment who could miss it.
        assertThat(afloop(ANDERE, Duration.ofHours(-1))).isEqualTo(Momentafloop.EERSTE_KEER);
        assertThat(afloop(ANDERE, Duration.ofHours(1))).isEqualTo(Momentafloop.OVERGESLAGEN);
    }

    @Test
    void oneThatIsUnderWayIsTheCollectionOfTheMoment() throws Exception {
        op.een.gril = (pagina, keer) -> Optional.of(Response.of(500, Headers.NONE, new byte[0]));
        assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("mislukt");
        assertThat(afloop(PERIODE, Duration.ofHours(-1))).isEqualTo(Momentafloop.ONDERWEG);
        assertThat(afloop(PERIODE, Duration.ofSeconds(30))).isEqualTo(Momentafloop.ONDERWEG);

        op.een.schoon();
        Proefopstelling.lever(op.een, 0, 5);
        klok.advance(Duration.ofSeconds(60));
        assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");

        assertThat(afloop(PERIODE, Duration.ofSeconds(30))).isEqualTo(Momentafloop.GEDAAN);
        assertThat(afloop(PERIODE, Duration.ofSeconds(90))).isEqualTo(Momentafloop.OVERGESLAGEN);
        assertThat(op.tel("verzameling")).isEqualTo(1);
    }
}
