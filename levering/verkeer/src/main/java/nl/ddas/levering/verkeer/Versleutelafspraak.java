// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.TimelyStream;
import nl.ddas.trust.jose.CertificateSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is agreed with another party about encryption (S16).
///
/// @param modus never [Versleutelmodus#UIT]: then there is no agreement
/// @param dpiaBesluit where the decision of the DPIA is to be found
/// @param certificaat where the other makes its certificate for encryption known: a file (PEM or JWKS), or the https
///     address of a JWKS
public record Versleutelafspraak(Versleutelmodus modus, String dpiaBesluit, String certificaat) {

    private static final Logger LOG = LoggerFactory.getLogger(Versleutelafspraak.class);

    /// So long a JWKS may take from the question to its last byte.
    private static final Duration LANGSTE = Duration.ofSeconds(30);

    public Versleutelafspraak {
        if (modus == Versleutelmodus.UIT || dpiaBesluit.isBlank() || certificaat.isBlank()) {
            throw new IllegalArgumentException(
                    "Versleutelafspraak: expected toegestaan or vereist, a decision and a certificate");
        }
    }

    public boolean vereist() {
        return modus == Versleutelmodus.VEREIST;
    }

    /// The source of the certificate.
    ///
    /// @param client for https
    public CertificateSource bron(HttpClient client, Clock clock) {
        return certificaat.startsWith("https://")
                ? CertificateSource.fetched(certificaat, () -> haalOfMeld(client, clock), clock)
                : CertificateSource.file(Path.of(certificaat));
    }

    /// Who asks for the certificate hears only that there is none.
    private byte[] haalOfMeld(HttpClient client, Clock clock) throws IOException {
        try {
            return haal(client, clock);
        } catch (IOException weg) {
            LOG.warn("the certificate at {} was not fetched: {}", certificaat, weg.getMessage());
            throw weg;
        }
    }

    /// What the operator should know of a certificate of the other that stands in a file of ours, Dutch; empty
    /// when it lasts for more than 60 days, and when the other publishes it: that one is renewed without us.
    ///
    /// @param wie the other
    public Optional<String> opmerking(String wie, Instant nu) {
        if (certificaat.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return CertificateSource.file(Path.of(certificaat)).chains().stream()
                    .flatMap(keten -> keten.stream().limit(1))
                    .max(Comparator.comparing(X509Certificate::getNotAfter))
                    .flatMap(laatste -> CertificateEnd.when(laatste, nu))
                    .map(einde -> "het certificaat waarmee u naar " + wie + " versleutelt " + einde
                            + "; vraag die organisatie om een nieuw");
        } catch (IOException onleesbaar) {
            return Optional.of("het certificaat waarmee u naar " + wie + " versleutelt is niet te lezen");
        }
    }

    private byte[] haal(HttpClient client, Clock clock) throws IOException {
        Headers headers = Inhoudscodering.zonder(Headers.of("Accept", "application/json"));
        HttpClient.Call vraag = new HttpClient.Call("GET", URI.create(certificaat), headers, new byte[0]);
        Instant einde = clock.instant().plus(LANGSTE);
        try (HttpClient.Answer antwoord = client.send(vraag);
                InputStream inhoud = new TimelyStream(antwoord.body(), einde, clock)) {
            if (antwoord.status() != 200) {
                throw new IOException(certificaat + " answers " + antwoord.status());
            }
            Optional<String> codering = Inhoudscodering.van(antwoord.headers());
            if (codering.isPresent()) {
                throw new IOException("expected an answer without Content-Encoding, got " + codering.get());
            }
            return inhoud.readNBytes(CertificateSource.MAX_BYTES + 1);
        }
    }
}
