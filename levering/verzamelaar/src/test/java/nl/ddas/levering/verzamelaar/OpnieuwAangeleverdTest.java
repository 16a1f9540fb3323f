// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Leveringkenmerk;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a log is told of a delivery that comes again.
class OpnieuwAangeleverdTest {

    private static final String NAAM = "Opnieuw aangeleverde levering verwerken";

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private final Instant eerst = Proefopstelling.nu().minusSeconds(60);
    private final List<String> ontvangen = new CopyOnWriteArrayList<>();

    private HttpServer log;
    private Logboek logboek;
    private Verzamelaar verzamelaar;

    @BeforeEach
    void start() throws IOException {
        log = HttpServer.start(
                op.stelsel.network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1_000_000, Duration.ofSeconds(20)),
                this::neemAan);
        URI adres = URI.create("http://127.0.0.1:" + log.port() + "/v1/traces");
        logboek = Logboek.open(Instelling.of(adres, "ddas verzamel", "1.0", Pseudonimisering.onbewerkt())
                .with(Bevestiging.WACHT, true));
        verzamelaar = Verzamelaar.start(
                op.config(new Goedkeuring.Direct()),
                op.stelsel
                        .onderdelen(op.database, op.alleenEen(), Clock.systemUTC(), op.gewacht::add, Onderbreker.GEEN)
                        .met(new Logboekaansluiting(logboek, Map.of(), () -> "goed")));
    }

    @AfterEach
    void stop() {
        verzamelaar.close();
        logboek.close();
        log.close();
    }

    /// A line is a message of protobuf, in which text stands as it is.
    private Response neemAan(Request verzoek) throws IOException {
        ontvangen.add(new String(verzoek.body().readAllBytes(), StandardCharsets.ISO_8859_1));
        return Response.of(200, Headers.of("Content-Type", "application/x-protobuf"), new byte[0]);
    }

    private String lever(Instant moment, int trajecten) throws IOException, InterruptedException {
        op.een.paginas = Proefbericht.paginas(PERIODE, moment, 0, trajecten, 2);
        return verzamel(verzamelaar, op.een).status();
    }

    private static String kenmerk(Instant moment) {
        return Leveringkenmerk.van(op.een.partij.oin().value(), PERIODE, moment).toString();
    }

    private List<String> regels() {
        return ontvangen.stream().filter(regel -> regel.contains(NAAM)).toList();
    }

    @Test
    void oneLineNamesTheDeliveryThatIsReplacedAndTheOneThatComesInItsPlace() throws Exception {
        Instant verbeterd = eerst.plusSeconds(30);

        assertThat(lever(eerst, 5)).isEqualTo("ingelezen");
        assertThat(regels()).isEmpty();
        assertThat(lever(verbeterd, 7)).isEqualTo("ingelezen");

        assertThat(regels()).singleElement().satisfies(regel -> assertThat(regel)
                .contains(Ddaskenmerk.LEVERING_ID.sleutel(), kenmerk(verbeterd))
                .contains(Ddaskenmerk.VERVANGEN_LEVERING_ID.sleutel(), kenmerk(eerst))
                .contains(Verwerking.CBS_CORRECTIE.uri()));
    }

    @Test
    void theSameContentUnderAnotherNameIsToldToo() throws Exception {
        assertThat(lever(eerst, 5)).isEqualTo("ingelezen");
        assertThat(lever(eerst.plusSeconds(30), 5)).isEqualTo("ingelezen");

        assertThat(regels()).singleElement().satisfies(regel -> assertThat(regel)
                .contains(kenmerk(eerst), kenmerk(eerst.plusSeconds(30))));
    }

    @Test
    void whatTakesNoPlaceIsNotCalledACorrection() throws Exception {
        assertThat(lever(eerst, 5)).isEqualTo("ingelezen");
        assertThat(lever(eerst, 5)).isEqualTo("ingelezen");
        assertThat(lever(eerst.minusSeconds(30), 7)).isEqualTo("achterhaald");

        assertThat(ontvangen).isNotEmpty();
        assertThat(regels()).isEmpty();
    }
}
