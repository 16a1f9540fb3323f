// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebintrekkingenTest {

    private static final KeyMaker SNEL = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());

    private final TestClock klok = TestClock.at("2026-11-22T09:00:00Z");
    private final Authority uitgever = Authority.create(Environment.TEST, SNEL, klok);
    private final Identity partij =
            uitgever.issue(Purpose.TLS, new Holder("Een", new Oin("00000099000000001000"), List.of()));

    /// One for each time somebody asked.
    private final LinkedBlockingQueue<String> gevraagd = new LinkedBlockingQueue<>();

    private volatile byte[] antwoord = new byte[0];
    private volatile int status = 200;

    /// The address answers when this is open.
    private volatile CountDownLatch open = new CountDownLatch(0);

    @TempDir
    private Path map;

    private final List<Webintrekkingen> geopend = new ArrayList<>();

    private HttpServer server;
    private URI adres;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", vraag -> {
            try (vraag) {
                open.await();
                vraag.sendResponseHeaders(status, antwoord.length);
                vraag.getResponseBody().write(antwoord);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            gevraagd.add(vraag.getRequestURI().toString());
        });
        server.start();
        adres = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/lijst.crl");
        geef(uitgever.crls());
    }

    @AfterEach
    void stop() {
        open.countDown();
        geopend.forEach(Webintrekkingen::close);
        server.stop(0);
    }

    private void geef(List<X509CRL> lijsten) throws CRLException {
        StringBuilder pem = new StringBuilder();
        for (X509CRL lijst : lijsten) {
            pem.append("-----BEGIN X509 CRL-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(lijst.getEncoded()))
                    .append("\n-----END X509 CRL-----\n");
        }
        antwoord = pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Webintrekkingen lijsten() {
        return lijsten(bekend(uitgever));
    }

    private Webintrekkingen lijsten(List<X509Certificate> uitgevers) {
        Webintrekkingen lijsten = new Webintrekkingen(List.of(adres), map, () -> uitgevers, klok);
        geopend.add(lijsten);
        return lijsten;
    }

    private static List<X509Certificate> bekend(Authority autoriteit) {
        return List.of(autoriteit.root(), autoriteit.issuing());
    }

    private Optional<Refusal> bezwaar(Webintrekkingen lijsten) throws IOException {
        Trust trust = new Trust(List.of(uitgever.root()), lijsten.lijsten(), Environment.TEST);
        return Chains.objection(partij.chain(), trust, klok.instant());
    }

    private void gehaald() throws InterruptedException {
        assertThat(gevraagd.poll(20, TimeUnit.SECONDS)).isEqualTo("/lijst.crl");
    }

    @Test
    void listsAreFetchedKeptAndFetchedAgainInTime() throws Exception {
        Webintrekkingen lijsten = lijsten();
        assertThat(bezwaar(lijsten)).isEmpty();
        gehaald();
        assertThat(bezwaar(lijsten)).isEmpty();
        assertThat(gevraagd).isEmpty();

        uitgever.revoke(partij.leaf().getSerialNumber());
        geef(uitgever.crls());
        klok.advance(Duration.ofHours(4).plusSeconds(1));
        // Who asks does not wait for the network; soon after it is there.
        List<X509CRL> _ = lijsten.lijsten();
        gehaald();
        for (int beurt = 0; beurt < 500 && bezwaar(lijsten).isEmpty(); beurt++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(bezwaar(lijsten)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    @Test
    void whatIsKeptHoldsUntilItEndsAndNoLonger() throws Exception {
        assertThat(bezwaar(lijsten())).isEmpty();
        gehaald();
        server.stop(0);

        Webintrekkingen later = lijsten();
        assertThat(bezwaar(later)).isEmpty();
        klok.advance(Duration.ofDays(6));
        assertThat(bezwaar(later)).isEmpty();
        klok.advance(Duration.ofDays(2));
        assertThat(bezwaar(later)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
    }

    /// The address gives something else from now on: what it gave holds to its end, and then nobody gets in.
    @Test
    void aListThatIsNoLongerThereIsToldAndHoldsUntilItEnds() throws Exception {
        Webintrekkingen lijsten = lijsten();
        assertThat(bezwaar(lijsten)).isEmpty();
        gehaald();
        assertThat(lijsten.opmerking()).isEmpty();
        status = 404;
        blijft(lijsten, uitgever.crls());
        blijft(lijsten, uitgever.crls());
        assertThat(lijsten.opmerking()).hasValueSatisfying(text -> assertThat(text)
                .contains("de intrekkingslijst van " + adres + " is niet op te halen", "geldt tot 29 november"));
        klok.advance(Duration.ofDays(8));
        assertThat(bezwaar(lijsten)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(lijsten.opmerking())
                .hasValueSatisfying(text -> assertThat(text).contains("wordt niet meer toegelaten"));
        uitgever.renewCrls();
        status = 200;
        geef(uitgever.crls());
        for (int beurt = 0;
                beurt < 500
                        && (bezwaar(lijsten).isPresent() || lijsten.opmerking().isPresent());
                beurt++) {
            klok.advance(Duration.ofMinutes(6));
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(bezwaar(lijsten)).isEmpty();
        assertThat(lijsten.opmerking()).isEmpty();
    }

    @Test
    void withoutAnyListThereIsNoStart() {
        server.stop(0);
        assertThatThrownBy(() -> lijsten().lijsten())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/lijst.crl");
    }

    @Test
    void whatIsForgedOlderEndedOrNoListIsNotTaken() throws Exception {
        List<X509CRL> goed = uitgever.crls();
        byte[] oud = antwoord;
        klok.advance(Duration.ofHours(1));
        uitgever.renewCrls();
        geef(uitgever.crls());
        Webintrekkingen lijsten = lijsten();
        List<X509CRL> nieuw = lijsten.lijsten();
        gehaald();
        assertThat(nieuw).isEqualTo(uitgever.crls()).isNotEqualTo(goed);

        // Another authority of the same name.
        klok.advance(Duration.ofHours(5));
        geef(Authority.create(Environment.TEST, SNEL, klok).crls());
        blijft(lijsten, nieuw);
        antwoord = oud;
        blijft(lijsten, nieuw);
        antwoord = "<html>".getBytes(StandardCharsets.US_ASCII);
        blijft(lijsten, nieuw);
        status = 404;
        blijft(lijsten, nieuw);
        blijft(lijsten, nieuw);
    }

    /// Lists come over plain http, and anybody on the way can write one; of an authority between root and others'
    /// leaves we have no certificate to tell. What was good stays good, also after a restart, and what is new
    /// counts.
    @Test
    void aForgedListOfAnIssuerThatIsNotKnownPushesNoGoodOneOut() throws Exception {
        Webintrekkingen lijsten = vanEenAnder();
        assertThat(bezwaar(lijsten)).isEmpty();
        gehaald();
        klok.advance(Duration.ofHours(4).plusSeconds(1));
        X509CRL vals = Authority.create(Environment.TEST, SNEL, klok).crls().getLast();
        geef(List.of(uitgever.crls().getFirst(), vals));
        tot(() -> lijsten.lijsten().contains(vals));
        assertThat(bezwaar(lijsten)).isEmpty();
        assertThat(bezwaar(vanEenAnder())).isEmpty();

        klok.advance(Duration.ofHours(4).plusSeconds(1));
        uitgever.revoke(partij.leaf().getSerialNumber());
        geef(uitgever.crls());
        tot(() -> bezwaar(lijsten).isPresent());
        assertThat(bezwaar(lijsten)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    private Webintrekkingen vanEenAnder() {
        return lijsten(List.of(uitgever.root()));
    }

    /// A request looks at the lists: once there was one, it never waits for the address.
    @Test
    void nobodyWaitsForAnAddressThatEverGaveAList() throws Exception {
        Webintrekkingen lijsten = lijsten();
        assertThat(bezwaar(lijsten)).isEmpty();
        gehaald();
        klok.advance(Duration.ofDays(8));
        uitgever.renewCrls();
        geef(uitgever.crls());
        open = new CountDownLatch(1);
        // Who waited here, would wait until the address is given up, and have nothing.
        assertThat(bezwaar(lijsten)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        open.countDown();
        tot(() -> bezwaar(lijsten).isEmpty());
    }

    /// Who stops the program does not wait for an address that does not answer, and nothing goes on behind his back.
    @Test
    void closingStopsWhatIsBeingFetchedAndBeginsNothingMore() throws Exception {
        Webintrekkingen lijsten = lijsten();
        List<X509CRL> eerst = lijsten.lijsten();
        gehaald();
        klok.advance(Duration.ofHours(4).plusSeconds(1));
        open = new CountDownLatch(1);
        assertThat(lijsten.lijsten()).isEqualTo(eerst);

        lijsten.close();

        open.countDown();
        assertThat(lijsten.opmerking())
                .hasValueSatisfying(tekst -> assertThat(tekst).contains("niet op te halen"));
        klok.advance(Duration.ofHours(1));
        assertThat(lijsten.lijsten()).isEqualTo(eerst);
    }

    /// What was kept has ended while the program stood still: then it waits once, so that it can start.
    @Test
    void aStartWaitsForAListInForce() throws Exception {
        assertThat(bezwaar(lijsten())).isEmpty();
        klok.advance(Duration.ofDays(8));
        uitgever.renewCrls();
        geef(uitgever.crls());
        assertThat(bezwaar(lijsten())).isEmpty();
    }

    private interface Voorwaarde {
        boolean geldt() throws IOException;
    }

    private static void tot(Voorwaarde klopt) throws Exception {
        for (int beurt = 0; beurt < 500 && !klopt.geldt(); beurt++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(klopt.geldt()).isTrue();
    }

    /// The next turn begins when the one before has ended, so each looks back too.
    private void blijft(Webintrekkingen lijsten, List<X509CRL> zoals) throws Exception {
        Optional<String> vraag = Optional.empty();
        for (int beurt = 0; beurt < 200 && vraag.isEmpty(); beurt++) {
            klok.advance(Duration.ofMinutes(3));
            assertThat(lijsten.lijsten()).isEqualTo(zoals);
            vraag = Optional.ofNullable(gevraagd.poll(100, TimeUnit.MILLISECONDS));
        }
        assertThat(vraag).isPresent();
    }
}
