// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.nu;
import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nl.ddas.basis.Response;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.Stand;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Suppliers that are down, send what may not be used, or do not take what is sent.
class LeverancierStoringTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    void aSupplierThatIsDownDoesNotHoldUpAnotherAndGoesOnLater() throws Exception {
        op.een.gril = (pagina, keer) -> Optional.of(Response.text(503, "text/plain", "later"));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("http-503");
            assertThat(resultaat.van("Gemeente Een").orElseThrow().stand()).isEqualTo(new Stand.Mislukt("http-503"));
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().stand())
                    .isEqualTo(new Stand.Bereikt(Toestand.INGELEZEN));
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().status()).isEqualTo("ingelezen");
            assertThat(op.gewacht).hasSize(2).allMatch(duur -> duur.toMillis() >= 500);
            assertThat(op.tel("ophaling WHERE pogingen = 3 AND volgende > gewijzigd"))
                    .isEqualTo(1);

            op.een.gril = (pagina, keer) -> Optional.empty();
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(op.twee.vragen).hasValue(2);
        }
    }

    @Test
    void aReasonThatTheSupplierGivesIsTold() throws Exception {
        String probleem = "{\"type\":\"https://ddas.example/problemen/buiten-venster\",\"status\":503}";
        op.een.gril = (pagina, keer) -> Optional.of(Response.text(503, "application/problem+json", probleem));
        op.twee.gril = (pagina, keer) ->
                Optional.of(Response.text(403, "application/problem+json", probleem.replace("buiten", "verzonnen")));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);

            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("buiten-venster");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().reden()).contains("http-403");
        }
    }

    @Test
    @Requirement("S76")
    void anAnswerThatIsNotSignedByTheSupplierIsNeverReadIn() throws Exception {
        op.een.gril = (pagina, keer) -> Optional.of(op.twee.getekend(op.een.paginas.getFirst()));
        op.twee.gril = (pagina, keer) -> {
            byte[] anders = op.twee.paginas.getFirst().clone();
            Response echt = op.twee.getekend(op.twee.paginas.getFirst());
            anders[anders.length - 1] = ' ';
            return Optional.of(Response.of(200, echt.headers(), anders));
        };
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("identiteit-afwijking");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().reden()).contains("digest-afwijking");
            assertThat(records(verzamelaar)).isEmpty();
            assertThat(op.tel("bewijs WHERE soort = 'quarantaine'")).isEqualTo(2);
            assertThat(op.tel("pagina")).isZero();
        }
    }

    @Test
    void startsOverWhenTheSnapshotChangesBetweenPages() throws Exception {
        List<byte[]> oud = op.een.paginas;
        List<byte[]> nieuw = Proefbericht.paginas(PERIODE, nu().plusMillis(5), 0, 5, 2);
        op.een.gril = (pagina, keer) -> Optional.of(op.een.getekend((keer == 1 ? oud : nieuw).get(pagina - 1)));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(op.een.vragen).hasValue(2 + 3);
            assertThat(op.tel("ophaling WHERE momentopname = 2")).isEqualTo(1);
        }
    }

    @Test
    void aReportThatCannotBeDeliveredWaitsAndGoesOn() throws Exception {
        op.een.verslagAntwoord = Optional.of(Response.text(503, "text/plain", "vol"));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("verslag-http-503");
            assertThat(records(verzamelaar)).hasSize(2);
            op.een.verslagAntwoord = Optional.empty();
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(op.een.vragen).hasValue(3);
        }
    }

    /// A proxy that says 200 to everything is no supplier.
    @Test
    @Requirement("S78")
    void aReportIsDeliveredWhenASignedAnswerOfTheSupplierSaysSo() throws Exception {
        byte[] bewijs = "{}".getBytes(StandardCharsets.UTF_8);
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            op.een.verslagAntwoord = Optional.of(Response.text(200, "text/html", "<h1>Welkom</h1>"));
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("verslag-handtekening-ontbreekt");
            op.een.verslagAntwoord = Optional.of(op.twee.getekend(bewijs));
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("verslag-identiteit-afwijking");
            assertThat(op.tel("ophaling WHERE leverancier = 'Gemeente Een' AND toestand = 'GETOETST'"))
                    .isEqualTo(1);

            op.een.verslagAntwoord = Optional.of(op.een.getekend(bewijs));
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
        }
    }

    @Test
    void aSupplierThatHangsInsideAnAnswerIsLeftAndTriedAgain() throws Exception {
        CountDownLatch klaar = new CountDownLatch(1);
        // Says more than it sends, and then nothing.
        op.een.gril = (pagina, keer) -> keer > 1
                ? Optional.empty()
                : Optional.of(new Response(
                        200,
                        op.een.getekend(op.een.paginas.getFirst()).headers(),
                        new Response.Body.Stream(1_000_000, uit -> {
                            uit.write(op.een.paginas.getFirst());
                            uit.flush();
                            wacht(klaar);
                        })));
        VerzamelaarConfig ongeduldig =
                Proefstelsel.config(op.map(), new Goedkeuring.Direct(), Proefstelsel.ophalen(4, Duration.ofSeconds(1)));
        try (Verzamelaar verzamelaar = op.start(ongeduldig, op.alleenEen(), Clock.systemUTC(), Onderbreker.GEEN)) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(verzamelaar.tellingen().regels())
                    .anyMatch(regel -> regel.uitkomst().equals("geen-verbinding"));
        } finally {
            klaar.countDown();
        }
    }

    private static void wacht(CountDownLatch klaar) throws IOException {
        try {
            klaar.await();
            throw new IOException("the supplier falls over");
        } catch (InterruptedException gestopt) {
            throw new IOException("the test is over", gestopt);
        }
    }
}
