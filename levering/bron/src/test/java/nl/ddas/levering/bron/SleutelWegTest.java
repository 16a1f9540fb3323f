// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutelmodus;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.SignatureForm;
import nl.ddas.trust.jose.Jwks;
import nl.ddas.trust.jose.NestedJwtWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The device with the key to sign with is away, and comes back.
class SleutelWegTest {

    @TempDir
    private Path map;

    /// A key that nothing can be done with, as one in a device that is away.
    private record Weg(BigInteger modulus) implements PrivateKey, RSAKey {
        @Override
        public BigInteger getModulus() {
            return modulus;
        }

        @Override
        public @Nullable AlgorithmParameterSpec getParams() {
            return null;
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return "";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    @Test
    void withoutTheKeyToSignWithTheAnswerIs503UntilItIsBack() throws IOException {
        Proefstelsel stelsel = Proefstelsel.gedeeld();
        TestClock klok = TestClock.at("2026-11-21T09:00:00Z");
        Identity goed = stelsel.leverancier.signing();
        RSAPublicKey sleutel = (RSAPublicKey) goed.leaf().getPublicKey();
        AtomicReference<Identity> nu = new AtomicReference<>(goed);
        try (BronServer bron = BronServer.start(
                        stelsel.config(map, Beschikbaarheid.ALTIJD, 100_000),
                        new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                        onderdelen(stelsel, klok, nu));
                HttpClient cbs = stelsel.client(stelsel.cbs)) {
            assertThat(vraag(bron, cbs, stelsel, "{}").status()).isEqualTo(200);
            nu.set(new Identity(new Weg(sleutel.getModulus()), goed.chain()));

            // Another page than the one that was signed beforehand.
            Antwoord dicht = vraag(bron, cbs, stelsel, "{\"pageSize\":1}");
            assertThat(dicht.status()).isEqualTo(503);
            assertThat(dicht.tekst()).contains("ondertekening-niet-beschikbaar");
            assertThat(dicht.header("Retry-After")).isNotEmpty();

            nu.set(goed);
            assertThat(vraag(bron, cbs, stelsel, "{\"pageSize\":1}").status()).isEqualTo(200);
        }
    }

    /// As usual, but for the key to sign with.
    private static BronOnderdelen onderdelen(Proefstelsel stelsel, TestClock klok, AtomicReference<Identity> nu) {
        BronOnderdelen gewoon = stelsel.onderdelen(klok);
        BronOnderdelen.Sleutels sleutels = gewoon.sleutels();
        return new BronOnderdelen(
                gewoon.network(),
                new BronOnderdelen.Sleutels(
                        sleutels.tls(),
                        new PayloadSigner(nu::get, Clock.systemUTC(), SignatureForm.A),
                        sleutels.verificateur(),
                        sleutels.eigen()),
                gewoon.afzenders(),
                gewoon.lezer(),
                klok,
                gewoon.willekeur(),
                gewoon.beslissing(),
                gewoon.logboek());
    }

    /// Nobody has to ask for gegevens to find out.
    @Test
    void healthTellsThatTheKeyIsAwayAndThatItIsBack() throws IOException {
        Proefstelsel stelsel = Proefstelsel.gedeeld();
        TestClock klok = TestClock.at("2026-11-21T09:00:00Z");
        Identity goed = stelsel.leverancier.signing();
        RSAPublicKey sleutel = (RSAPublicKey) goed.leaf().getPublicKey();
        AtomicReference<Identity> nu = new AtomicReference<>(goed);
        try (BronServer bron = BronServer.start(
                        stelsel.config(map, Beschikbaarheid.ALTIJD, 100_000),
                        new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                        onderdelen(stelsel, klok, nu));
                HttpClient cbs = stelsel.client(stelsel.cbs)) {
            bron.ververs();
            gezond(bron, cbs, 200, "goed");
            nu.set(new Identity(new Weg(sleutel.getModulus()), goed.chain()));
            gezond(bron, cbs, 200, "goed");
            klok.advance(Duration.ofSeconds(30));
            gezond(bron, cbs, 503, "ondertekening-niet-beschikbaar");
            nu.set(goed);
            klok.advance(Duration.ofSeconds(30));
            gezond(bron, cbs, 200, "goed");
        }
    }

    private static void gezond(BronServer bron, HttpClient cbs, int status, String woord) throws IOException {
        Antwoord buiten =
                Proefstelsel.stuur(cbs, "GET", "https://127.0.0.1:" + bron.poort() + "/health", Headers.NONE, "");
        assertThat(buiten.status()).isEqualTo(status);
        assertThat(buiten.tekst()).contains(woord);
        Antwoord binnen = Proefstelsel.beheer(bron, "GET", "/health", Headers.NONE);
        assertThat(binnen.status()).isEqualTo(status);
        assertThat(binnen.tekst()).contains("\"status\":\"" + woord + "\"");
        assertThat(Proefstelsel.beheer(bron, "GET", "/metrics", Headers.NONE).tekst())
                .contains("ddas_bron_ondertekenen_lukt " + (status == 200 ? "1" : "0"));
    }

    @Test
    void withoutTheKeyToSignWithNothingIsEncryptedAndNoTokenIsGiven() throws IOException {
        Proefstelsel stelsel = Proefstelsel.gedeeld();
        Identity goed = stelsel.leverancier.signing();
        RSAPublicKey sleutel = (RSAPublicKey) goed.leaf().getPublicKey();
        AtomicReference<Identity> nu = new AtomicReference<>(goed);
        Eigensleutels vast = stelsel.eigen(stelsel.leverancier);
        Eigensleutels eigen = new Eigensleutels(
                vast.oin(),
                () -> List.of(nu.get()),
                vast.versleuteling(),
                vast.vertrouwen(),
                vast.ontvangers(),
                vast.opmerking());
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        try (BronServer bron = BronServer.start(
                        metTokensEnVersleuteling(stelsel),
                        new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                        stelsel.onderdelen(klok).met(eigen));
                HttpClient cbs = stelsel.client(stelsel.cbs)) {
            assertThat(versleuteld(bron, cbs, stelsel).header("Content-Type")).isEqualTo("application/jose");
            assertThat(token(bron, cbs).status()).isEqualTo(200);
            nu.set(new Identity(new Weg(sleutel.getModulus()), goed.chain()));

            for (Antwoord dicht : List.of(versleuteld(bron, cbs, stelsel), token(bron, cbs))) {
                assertThat(dicht.status()).isEqualTo(503);
                assertThat(dicht.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(dicht.tekst()).contains("ondertekening-niet-beschikbaar");
                assertThat(dicht.header("Retry-After")).isNotEmpty();
            }

            nu.set(goed);
            assertThat(versleuteld(bron, cbs, stelsel).status()).isEqualTo(200);
            assertThat(token(bron, cbs).status()).isEqualTo(200);
        }
    }

    private BronConfig metTokensEnVersleuteling(Proefstelsel stelsel) throws IOException {
        Jwks vanCbs = new Jwks(
                List.of(new Jwks.Entry(Jwks.Use.ENC, stelsel.cbs.encryption().chain())));
        String bestand = Files.write(map.resolve("cbs.json"), vanCbs.write()).toString();
        Versleutelafspraak afspraak = new Versleutelafspraak(Versleutelmodus.TOEGESTAAN, "DPIA 3.0", bestand);
        return stelsel.config(map, Beschikbaarheid.ALTIJD, 100_000)
                .met(new BronConfig.Tokens(Tokenmodus.TOEGESTAAN, Duration.ofMinutes(5), "https://bron.example"))
                .met(new BronConfig.Versleuteling(Map.of(stelsel.cbs.oin(), afspraak), 1 << 20));
    }

    private static Antwoord versleuteld(BronServer bron, HttpClient cbs, Proefstelsel stelsel) throws IOException {
        ByteArrayOutputStream bericht = new ByteArrayOutputStream();
        String vraag = "{\"startdatum\":\"2026-01-01\",\"einddatum\":\"2026-06-30\"}";
        String _ = stelsel.eigen(stelsel.cbs)
                .schrijver(Clock.systemUTC(), new SecureRandom())
                .to(stelsel.ontvanger(stelsel.leverancier), NestedJwtWriter.REQUEST)
                .writeTo(bericht, uit -> uit.write(vraag.getBytes(StandardCharsets.UTF_8)));
        return Proefstelsel.stuur(
                cbs,
                "POST",
                "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                Headers.of("Content-Type", "application/jose"),
                bericht.toString(StandardCharsets.US_ASCII));
    }

    private static Antwoord token(BronServer bron, HttpClient cbs) throws IOException {
        return Proefstelsel.stuur(
                cbs,
                "POST",
                "https://127.0.0.1:" + bron.poort() + "/oauth/token",
                Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials");
    }

    private static Antwoord vraag(BronServer bron, HttpClient cbs, Proefstelsel stelsel, String verzoek)
            throws IOException {
        return Proefstelsel.stuur(
                cbs,
                "POST",
                "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                Proefstelsel.getekend(stelsel.cbs, verzoek),
                verzoek);
    }
}
