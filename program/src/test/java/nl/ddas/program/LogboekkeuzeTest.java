// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which log a part writes, over mutual TLS.
class LogboekkeuzeTest {

    private static final Activiteit WERK = Activiteit.zonderBetrokkenen("https://register.voorbeeld.nl/7");

    @TempDir
    private Path map;

    private Logboekkeuze keuze(String yaml) throws IOException {
        Path bestand = Files.writeString(map.resolve("proef.yaml"), yaml);
        return Logboekkeuze.lees(Settings.read("ddas-bron", bestand, Map.of()));
    }

    @Test
    void withoutASettingThereIsNoLog() throws IOException {
        Logboekkeuze geen = keuze("naam: x\n");

        assertThat(geen.adres()).isEmpty();
        assertThat(geen.open("proef", () -> {
                    throw new AssertionError("no key is needed");
                }))
                .isEmpty();
    }

    @Test
    void theSettingsSayWhereHowAndWhoIsWhere() throws IOException {
        Logboekkeuze keuze = keuze("""
                logboek: https://logboek.voorbeeld.nl/v1/traces
                logboek-wijze: spool
                logboek-spoel-map: ./spoel
                logboek-partijen:
                  - oin: "00000099000000001000"
                    adres: https://cbs.voorbeeld.nl/ddas
                logboek-algoritmes: [https://algoritmes.overheid.nl/nl/algoritme/1]
                """);

        assertThat(keuze.wijze()).isEqualTo(Bevestiging.SPOEL);
        assertThat(keuze.spoel()).isPresent();
        assertThat(keuze.partijen())
                .containsExactly(Map.entry("00000099000000001000", URI.create("https://cbs.voorbeeld.nl/ddas")));
        assertThat(keuze.algoritmes()).containsExactly("https://algoritmes.overheid.nl/nl/algoritme/1");
    }

    @ParameterizedTest
    @CsvSource({
        "logboek: http://logboek.voorbeeld.nl, logboek",
        "logboek: logboek, logboek",
        "logboek-wijze: soms, logboek-wijze",
        "logboek-algoritmes: combineren, logboek-algoritmes",
        "logboek-algoritmes: '[een adres]', logboek-algoritmes",
        "logboek: https://logboek.voorbeeld.nl/v1/traces, logboek-spoel-map"
    })
    void aWrongSettingIsNamed(String yaml, String naam) {
        assertThatThrownBy(() -> keuze(yaml + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(naam);
    }

    @Test
    @Requirement("LDV-L2")
    void linesGoOverMutualTlsWithOurOwnCertificate() throws Exception {
        AuthorityFolder ca = AuthorityFolder.open(
                map.resolve("ca"), Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        List<String> hosts = List.of("localhost", "127.0.0.1");
        Party log = ca.party("Logboek", new Oin("00000099000000003000"), hosts);
        Party wij = ca.party("Gemeente", new Oin("00000099000000002000"), hosts);
        List<Optional<Oin>> callers = new CopyOnWriteArrayList<>();
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(ca.tls(log)), 1 << 20, Duration.ofMinutes(1)),
                        request -> {
                            callers.add(Oin.of(request.peer().getFirst()));
                            request.body().readAllBytes();
                            return Response.of(200, Headers.of("Content-Type", "application/x-protobuf"), new byte[0]);
                        })) {
            Logboekkeuze keuze =
                    keuze("logboek: https://127.0.0.1:" + server.port() + "/v1/traces\nlogboek-wijze: sync\n");
            try (Logboekkeuze.Open open = keuze.open("proef", () -> ca.tls(wij)).orElseThrow()) {
                open.aansluiting().logboek().execute(Actie.of("Werk", WERK), lopend -> {});
                assertThat(open.aansluiting().stand().get()).isEqualTo("goed");
            }
        }
        assertThat(callers).containsExactly(Optional.of(wij.oin()));
    }

    @Test
    void whatIsLostIsToldInHealth() throws Exception {
        AuthorityFolder ca = AuthorityFolder.open(
                map.resolve("ca"), Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        Party wij = ca.party("Gemeente", new Oin("00000099000000002000"), List.of("localhost"));
        Logboekkeuze keuze = keuze("logboek: https://127.0.0.1:9/v1/traces\nlogboek-wijze: sync\n");

        try (Logboekkeuze.Open open = keuze.open("proef", () -> ca.tls(wij)).orElseThrow()) {
            open.aansluiting().logboek().execute(Actie.of("Werk", WERK), lopend -> {});
            assertThat(open.aansluiting().stand().get()).isEqualTo("niet alles is vastgelegd: 1 regel ontbreekt");
        }
    }
}
