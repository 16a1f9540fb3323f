// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Behind a gateway the connection is that of the gateway: which certificate the sender itself came with, the gateway
/// tells. That one may not have signed either.
class FunctiescheidingTest {

    /// What the gateway of this test tells with.
    private static final String VERTELD = "Proef-Certificaat";

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    @Test
    @Requirement("S25")
    void theCertificateWithWhichTheSenderCameToTheGatewayMayNotSign() throws Exception {
        try (BronServer bron = bron();
                HttpClient client = STELSEL.client(STELSEL.cbs)) {
            Antwoord zelfde = vraag(bron, client, vingerafdruk(STELSEL.cbs.signing()));
            assertThat(zelfde.status()).isEqualTo(400);
            assertThat(zelfde.tekst()).contains("certificaat-functiescheiding");

            assertThat(vraag(bron, client, vingerafdruk(STELSEL.cbs.tls())).status())
                    .isEqualTo(200);
            assertThat(vraag(bron, client, "").status()).as("nothing told").isEqualTo(200);
        }
    }

    private BronServer bron() throws IOException {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        return BronServer.start(
                STELSEL.config(map, Beschikbaarheid.ALTIJD, 100_000),
                new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                BronOnderdelen.van(
                        STELSEL.network,
                        () -> STELSEL.tls(STELSEL.leverancier.tls()),
                        new PayloadSigner(STELSEL.leverancier.signing(), Clock.systemUTC()),
                        new PayloadVerifier(STELSEL.ca.trust(), new Freshness.Request(), Clock.systemUTC()),
                        verzoek -> Optional.of(new Afzender(
                                STELSEL.cbs.oin(),
                                Optional.empty(),
                                Optional.empty(),
                                verzoek.headers().first(VERTELD))),
                        BerichtLezer.metEigenSchemas(),
                        klok,
                        new SecureRandom()));
    }

    private static Antwoord vraag(BronServer bron, HttpClient client, String verteld) throws IOException {
        Headers headers = Proefstelsel.getekend(STELSEL.cbs, "{}");
        return Proefstelsel.stuur(
                client,
                "POST",
                "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                verteld.isEmpty() ? headers : headers.with(VERTELD, verteld),
                "{}");
    }

    private static String vingerafdruk(Identity identiteit) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(identiteit.leaf().getEncoded()));
    }
}
