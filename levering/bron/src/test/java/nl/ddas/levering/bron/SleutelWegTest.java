// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.SignatureForm;
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
        BronOnderdelen gewoon = stelsel.onderdelen(klok);
        BronOnderdelen.Sleutels sleutels = gewoon.sleutels();
        BronOnderdelen onderdelen = new BronOnderdelen(
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
                gewoon.beslispunt(),
                gewoon.volgers(),
                gewoon.logboek());
        try (BronServer bron = BronServer.start(
                        stelsel.config(map, Beschikbaarheid.ALTIJD, 100_000),
                        new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                        onderdelen);
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
