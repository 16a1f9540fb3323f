// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.besluit;
import static nl.ddas.levering.verzamelaar.Proefopstelling.lever;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Response;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Suppliers that send, but hardly.
@Timeout(60)
class TraagheidTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private static Proefleverancier drie;

    @BeforeAll
    static void begin() throws IOException {
        drie = new Proefleverancier(op.stelsel, op.stelsel.partij("Gemeente Drie", "00000099000000004000"));
    }

    @AfterAll
    static void eind() {
        drie.close();
    }

    @BeforeEach
    void schoon() {
        drie.schoon();
        lever(drie, 200, 3);
    }

    private VerzamelaarConfig eenTegelijk() {
        return Proefstelsel.config(op.map(), new Goedkeuring.Direct(), Proefstelsel.ophalen(1, Duration.ofMinutes(10)));
    }

    private Leveranciers alleDrie() {
        return () -> List.of(op.een.leverancier(), op.twee.leverancier(), drie.leverancier());
    }

    /// An answer of which one byte comes, and then what this does.
    private static Proefleverancier.Gril druppel(Proefleverancier wie, Druppel rest) {
        return (pagina, keer) -> Optional.of(new Response(
                200, wie.getekend(wie.paginas.getFirst()).headers(), new Response.Body.Stream(1_000_000, uit -> {
                    uit.write(' ');
                    uit.flush();
                    rest.doe(uit);
                })));
    }

    private interface Druppel {
        void doe(OutputStream uit) throws IOException;
    }

    private static void wacht(CountDownLatch tot) throws IOException {
        try {
            tot.await();
        } catch (InterruptedException gestopt) {
            throw new IOException("the test is over", gestopt);
        }
    }

    @Test
    void moreDrippingSuppliersThanPlacesDoNotHoldUpAGoodOne() throws Exception {
        CountDownLatch goed = new CountDownLatch(1);
        for (Proefleverancier traag : List.of(op.een, op.twee)) {
            traag.gril = druppel(traag, uit -> {
                wacht(goed);
                throw new IOException("the supplier gives up");
            });
        }
        Voortgang voortgang = new Voortgang() {
            @Override
            public void toestand(String leverancier, Toestand toestand) {
                if (leverancier.equals("Gemeente Drie") && toestand == Toestand.INGELEZEN) {
                    goed.countDown();
                }
            }
        };
        try (Verzamelaar verzamelaar = op.start(eenTegelijk(), alleDrie(), Clock.systemUTC(), Onderbreker.GEEN)) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, voortgang);
            assertThat(resultaat.van("Gemeente Drie").orElseThrow().status()).isEqualTo("ingelezen");
            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("geen-verbinding");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().reden()).contains("geen-verbinding");
        } finally {
            goed.countDown();
        }
    }

    /// Goes on sending until the other side gives up.
    private static void zesSecondenLater(TestClock klok, OutputStream uit) throws IOException {
        klok.advance(Duration.ofSeconds(6));
        for (int i = 1; i < 1_000_000; i++) {
            uit.write(' ');
            uit.flush();
        }
    }

    @Test
    void anAnswerThatTakesTooLongIsGivenUpAndTriedLater() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        op.een.gril = druppel(op.een, uit -> zesSecondenLater(klok, uit));
        VerzamelaarConfig haastig = Proefstelsel.config(
                op.map(),
                new Goedkeuring.Direct(),
                Proefstelsel.ophalen(1, Duration.ofMinutes(10), new Tempo(Duration.ofSeconds(5), 0)));
        try (Verzamelaar verzamelaar = op.start(haastig, op.alleenEen(), klok, Onderbreker.GEEN)) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("antwoord-duurt-te-lang");
            assertThat(op.een.vragen).hasValue(3);
            assertThat(op.tel("ophaling WHERE pogingen = 3 AND volgende > gewijzigd"))
                    .isEqualTo(1);
            assertThat(verzamelaar.tellingen().regels())
                    .extracting(regel -> regel.uitkomst() + " " + regel.aantal())
                    .contains("antwoord-duurt-te-lang 3");

            op.een.schoon();
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
        }
    }

    @Test
    void anAnswerToTheReportThatDripsIsGivenUpToo() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        op.een.verslagAntwoord = Optional.of(new Response(
                200,
                Headers.of("Content-Type", "application/json"),
                new Response.Body.Stream(1_000_000, uit -> zesSecondenLater(klok, uit))));
        VerzamelaarConfig haastig = Proefstelsel.config(
                op.map(),
                new Goedkeuring.Direct(),
                Proefstelsel.ophalen(1, Duration.ofMinutes(10), new Tempo(Duration.ofSeconds(5), 0)));
        try (Verzamelaar verzamelaar = op.start(haastig, op.alleenEen(), klok, Onderbreker.GEEN)) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("antwoord-duurt-te-lang");
            assertThat(op.tel("ophaling WHERE toestand = 'GETOETST'")).isEqualTo(1);
        }
    }

    @Test
    void aSupplierThatDripsInTheBackgroundDoesNotHoldUpTheApprovalOfAnother() throws Exception {
        CountDownLatch goed = new CountDownLatch(1);
        CountDownLatch bezig = new CountDownLatch(1);
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        op.een.gril = (pagina, keer) -> Optional.of(Response.text(404, "text/plain", "nog niet"));
        Onderbreker bijInlezen = (wie, plek) -> {
            if (wie.equals("Gemeente Twee") && plek.equals("ingelezen")) {
                goed.countDown();
            }
        };
        try (Verzamelaar verzamelaar = op.start(op.config(new Goedkeuring.Handmatig()), op.beide(), klok, bijInlezen);
                HttpClient client = op.client(op.twee.partij)) {
            verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            op.database.jdbi("verzamelaar").useHandle(db -> db.execute("UPDATE ophaling SET volgende = gewijzigd"));
            op.een.gril = druppel(op.een, uit -> {
                bezig.countDown();
                wacht(goed);
                throw new IOException("the supplier gives up");
            });
            String id = op.twee.verslagen.keySet().iterator().next();
            verzamelaar.wek();
            wacht(bezig);
            assertThat(besluit(verzamelaar, client, op.twee.partij, id, "goedgekeurd"))
                    .isEqualTo(200);
            wacht(goed);
            assertThat(op.tel("ophaling WHERE toestand = 'INGELEZEN'")).isEqualTo(1);
        } finally {
            goed.countDown();
        }
    }
}
