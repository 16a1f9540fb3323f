// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Recipient;

/// A small stelsel for tests: an authority, a supplier, CBS and a stranger, on one network. The
/// certificates live by the real clock, because TLS does; the API lives by a clock that tests set.
final class Proefstelsel {

    static final String CBS_OIN = "00000099000000001000";

    /// An answer, read to its end.
    record Antwoord(int status, Headers headers, byte[] inhoud) {

        String tekst() {
            return new String(inhoud, StandardCharsets.UTF_8);
        }

        String header(String naam) {
            return headers.first(naam).orElse("");
        }
    }

    /// An organisation with what it needs to call and to sign.
    record Partij(String oin, Identity tls, Identity signing, Identity encryption) {}

    /// One for all test classes: making keys takes most of the time.
    private static final class Gedeeld {
        static final Proefstelsel STELSEL = new Proefstelsel();
    }

    final Network network = Network.open();
    final Authority ca = Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
    final Partij leverancier = partij("Gemeente Voorbeeldstad", "00000099000000002000");
    final Partij cbs = partij("CBS", CBS_OIN);
    final Partij vreemde = partij("Iemand anders", "00000099000000003000");

    private Proefstelsel() {}

    static Proefstelsel gedeeld() {
        return Gedeeld.STELSEL;
    }

    private Partij partij(String naam, String oin) {
        Holder houder = new Holder(naam, new Oin(oin), List.of("localhost", "127.0.0.1"));
        return new Partij(
                oin,
                ca.issue(Purpose.TLS, houder),
                ca.issue(Purpose.SIGNING, houder),
                ca.issue(Purpose.ENCRYPTION, houder));
    }

    /// What a party needs to speak in encrypted messages.
    Eigensleutels eigen(Partij partij) {
        return new Eigensleutels(
                new Oin(partij.oin()),
                () -> List.of(partij.signing()),
                () -> List.of(partij.encryption()),
                ca::trust,
                ca::trust,
                Optional::empty);
    }

    /// A party as recipient.
    Recipient ontvanger(Partij partij) {
        return switch (Recipient.check(
                partij.encryption().chain(),
                new Oin(partij.oin()),
                ca.trust(),
                Clock.systemUTC().instant())) {
            case Recipient.Outcome.Fit(Recipient fit) -> fit;
            case Recipient.Outcome.Unfit niet -> throw new IllegalStateException(niet.detail());
        };
    }

    Tls tls(Identity identiteit) {
        return new Tls(
                identiteit.key(),
                identiteit.chain(),
                List.of(ca.root()),
                new Revocation.Checked(ca.crls(), Clock.systemUTC()));
    }

    BronOnderdelen onderdelen(TestClock clock) {
        return BronOnderdelen.van(
                network,
                () -> tls(leverancier.tls()),
                new PayloadSigner(leverancier.signing(), Clock.systemUTC()),
                new PayloadVerifier(ca.trust(), new Freshness.Request(), Clock.systemUTC()),
                Afzenderbepaling.uitTls(),
                BerichtLezer.metEigenSchemas(),
                clock,
                new SecureRandom());
    }

    BronConfig config(Path map, Beschikbaarheid beschikbaarheid, int verzoekenPerMinuut) {
        return config(map, beschikbaarheid, verzoekenPerMinuut, BronConfig.Bewaring.STANDAARD);
    }

    BronConfig config(Path map, Beschikbaarheid beschikbaarheid, int verzoekenPerMinuut, BronConfig.Bewaring bewaring) {
        return new BronConfig(
                "Gemeente Voorbeeldstad",
                new BronConfig.Luisteren("127.0.0.1", 0, 0),
                new BronConfig.Opslag(map.resolve("opslag"), map.resolve("sleutel"), bewaring),
                new BronConfig.Gegevens(
                        Optional.empty(),
                        BijVormfouten.WEIGEREN,
                        new BronConfig.Verversing(LocalTime.of(3, 30), Duration.ofMinutes(15), Duration.ofDays(2))),
                new BronConfig.Grenzen(BronConfig.megabytes(64), verzoekenPerMinuut, BronConfig.megabytes(1)),
                "https://ddas.example/problemen",
                new BronConfig.Toegang(Map.of(CBS_OIN, "CBS"), beschikbaarheid));
    }

    HttpClient client(Partij partij) {
        return HttpClient.open(
                network,
                new HttpClient.Config(Optional.of(tls(partij.tls())), Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    /// The two headers of a signature of this party over a body, and JSON as content.
    static Headers getekend(Partij partij, String inhoud) {
        return new PayloadSigner(partij.signing(), Clock.systemUTC())
                .sign(inhoud.getBytes(StandardCharsets.UTF_8))
                .addTo(Headers.of("Content-Type", "application/json"));
    }

    static Antwoord stuur(HttpClient client, String methode, String adres, Headers headers, String inhoud)
            throws IOException {
        HttpClient.Call verzoek =
                new HttpClient.Call(methode, URI.create(adres), headers, inhoud.getBytes(StandardCharsets.UTF_8));
        try (HttpClient.Answer antwoord = client.send(verzoek)) {
            return new Antwoord(
                    antwoord.status(), antwoord.headers(), antwoord.body().readAllBytes());
        }
    }

    /// Asks what only the administrator of the machine may.
    static Antwoord beheer(BronServer bron, String methode, String pad, Headers headers) throws IOException {
        HttpClient.Config config =
                new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(30));
        try (HttpClient client = HttpClient.open(gedeeld().network, config)) {
            return stuur(client, methode, "http://127.0.0.1:" + bron.beheerPoort() + pad, headers, "");
        }
    }
}
