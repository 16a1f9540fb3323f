// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Afzenderalarm;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Sleutelsterkte;
import nl.ddas.levering.verkeer.Verzoeklimiet;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("listens to the log of the API")
class ReactiesTest {

    @TempDir
    private Path map;

    private final Clock clock = Clock.systemUTC();
    private final Metrics cijfers = new Metrics();

    /// Anybody with a certificate may ask it, a hundred times a minute.
    @Test
    void whoAsksForHealthWhileTheDatabaseIsAwayIsToldSoAndFillsNoLog() throws IOException {
        Proefstelsel stelsel = new Proefstelsel(map);
        ListAppender<ILoggingEvent> regels = new ListAppender<>();
        regels.start();
        Logger log = (Logger) LoggerFactory.getLogger(Reacties.class);
        log.addAppender(regels);
        try {
            Response antwoord = zonderDatabase(stelsel)
                    .handle(new Request(
                            "GET", "/health", Headers.NONE, stelsel.cbs.tls().chain(), InputStream.nullInputStream()));
            assertThat(antwoord.status()).isEqualTo(503);
            assertThat(new String(((Response.Body.Bytes) antwoord.body()).bytes(), StandardCharsets.UTF_8))
                    .contains("/database-weg");
        } finally {
            log.detachAppender(regels);
            stelsel.close();
        }
        assertThat(regels.list).isEmpty();
        assertThat(new String(((Response.Body.Bytes) cijfers.toResponse().body()).bytes(), StandardCharsets.UTF_8))
                .as("who looks whether we are there is no unexpected sender")
                .contains("ddas_verzamelaar_onverwachte_afzender_total 0.0");
    }

    private Reacties zonderDatabase(Proefstelsel stelsel) {
        Jdbi weg = Jdbi.create(() -> {
            throw new SQLException("away");
        });
        Boekhouding boek = new Boekhouding(weg, clock);
        Verzamelregels logboek = new Verzamelregels(Optional.empty(), boek, Proefstelsel.CBS);
        return new Reacties(
                new Ontvangst(
                        new PayloadVerifier(stelsel.ca.trust(), new Freshness.Request(), clock),
                        Afzenderbepaling.uitTls(),
                        _ -> false,
                        Sleutelsterkte.meld(cijfers, Verzamelwerk.CIJFERS, Map.of())),
                new Reacties.Toegang(
                        new Verzoeklimiet(100, clock),
                        Afzenderalarm.meld(cijfers, Verzamelwerk.CIJFERS, clock),
                        _ -> false),
                new Problemen(
                        "https://ddas.example",
                        new PayloadSigner(stelsel.cbs.signing(), clock),
                        new SecureRandom(),
                        Problem::toJson,
                        clock),
                new Besluiten(boek, List::of, new Verzoektelling(weg, cijfers, clock), () -> {}),
                new Gezondheid(
                        () -> weg.useHandle(db -> db.execute("SELECT 1")), () -> true, Optional::empty, logboek::stand),
                logboek);
    }
}
