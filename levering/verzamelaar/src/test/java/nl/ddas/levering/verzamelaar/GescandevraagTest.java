// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A virus scanner looks at each page before anything else reads it.
@Requirement("S76")
class GescandevraagTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private static Verzamelaar start(Virusscanner scanner) throws IOException {
        return Verzamelaar.start(
                op.config(new Goedkeuring.Direct()),
                op.stelsel
                        .onderdelen(op.database, op.beide(), Clock.systemUTC(), op.gewacht::add, Onderbreker.GEEN)
                        .gescandDoor(scanner));
    }

    @Test
    void whatTheScannerFindsSomethingInIsNeverReadIn() throws Exception {
        byte[] wrong = op.een.paginas.getFirst();
        AtomicInteger scanned = new AtomicInteger();
        try (Verzamelaar verzamelaar = start(inhoud -> {
            scanned.incrementAndGet();
            return Arrays.equals(inhoud.readAllBytes(), wrong) ? Optional.of("Eicar-Test-Signature") : Optional.empty();
        })) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);

            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("virus-gevonden");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().status()).isEqualTo("ingelezen");
            assertThat(op.tel("bewijs WHERE soort = 'quarantaine'")).isEqualTo(1);
            assertThat(records(verzamelaar))
                    .isNotEmpty()
                    .allMatch(een -> een.plaats().bericht().naam().startsWith("Gemeente Twee "));
            assertThat(scanned).hasValueGreaterThan(2);
            assertThat(op.een.verslagen).isEmpty();
            assertThat(op.twee.verslagen.values()).singleElement().satisfies(verslag -> assertThat(
                            verslag.text("viruscontrole"))
                    .contains("niets gevonden"));
        }
    }

    @Test
    void whatCannotBeScannedWaitsUntilItCan() throws Exception {
        AtomicInteger down = new AtomicInteger(Integer.MAX_VALUE);
        try (Verzamelaar verzamelaar = start(inhoud -> {
            if (down.getAndDecrement() > 0) {
                throw new IOException("down");
            }
            inhoud.readAllBytes();
            return Optional.empty();
        })) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("virusscan-mislukt");
            assertThat(records(verzamelaar)).isEmpty();
            down.set(0);
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
        }
    }
}
