// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks an issuer of certificates something: once, following no redirect, waiting a limited time for a limited answer.
///
/// @param wachten longest silence; the whole takes three times that at most
record Webvraag(Duration wachten) {

    static final Webvraag GEWOON = new Webvraag(Duration.ofSeconds(10));

    /// An address in a setting: with a host, and without a name or password, which logs would tell.
    ///
    /// @param naam of the setting
    /// @throws VerkeerdGebruik when it is written in another way
    static URI adres(String naam, String tekst) {
        return gelezen(tekst)
                .filter(adres -> adres.getHost() != null && adres.getRawUserInfo() == null)
                .filter(adres -> "http".equals(adres.getScheme()) || "https".equals(adres.getScheme()))
                .orElseThrow(() -> new VerkeerdGebruik("bij " + naam + " staat een webadres dat niet te gebruiken is"
                        + (tekst.contains("@") ? "" : ": " + tekst)
                        + ". Verwacht: http:// of https:// met een computernaam, zonder naam of wachtwoord (@)"));
    }

    private static Optional<URI> gelezen(String tekst) {
        try {
            return Optional.of(new URI(tekst));
        } catch (URISyntaxException geenAdres) {
            return Optional.empty();
        }
    }

    /// @param grootst longest answer, in bytes
    /// @throws IOException when there is no answer, it is longer, or it has another status than 200
    byte[] haal(URI adres, int grootst) throws IOException {
        return vraag(HttpRequest.newBuilder(adres), grootst);
    }

    /// As [#haal], with a question about a certificate (RFC 6960, appendix A).
    byte[] ocsp(URI adres, byte[] vraag, int grootst) throws IOException {
        return vraag(
                HttpRequest.newBuilder(adres)
                        .header("Content-Type", "application/ocsp-request")
                        .header("Accept", "application/ocsp-response")
                        .POST(BodyPublishers.ofByteArray(vraag)),
                grootst);
    }

    private byte[] vraag(HttpRequest.Builder vraag, int grootst) throws IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(wachten)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault())
                .build()) {
            CompletableFuture<HttpResponse<byte[]>> antwoord = client.sendAsync(
                    vraag.timeout(wachten).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), grootst));
            try {
                HttpResponse<byte[]> heel = antwoord.get(wachten.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
                if (heel.statusCode() != 200) {
                    throw new IOException("answered with status " + heel.statusCode());
                }
                return heel.body();
            } finally {
                client.shutdownNow();
            }
        } catch (ExecutionException mislukt) {
            throw new IOException(String.valueOf(mislukt.getMessage()), mislukt);
        } catch (TimeoutException traag) {
            throw new IOException("took too long", traag);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stop);
        }
    }
}
