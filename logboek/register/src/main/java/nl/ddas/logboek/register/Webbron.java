// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.io.IOException;
import java.net.URI;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;

/// The register over its own API, asked with the ETag of what is known.
public final class Webbron implements Registerbron {

    private final HttpClient client;
    private final URI adres;

    /// @param client with the certificate by which the register knows what this log may see; closed by the caller
    /// @param base address of the register, without a slash at the end
    public Webbron(HttpClient client, URI base) {
        this.client = client;
        this.adres = URI.create(base + RegisterApi.GEHEEL);
    }

    @Override
    public Antwoord fetch(String merk) {
        Headers headers = Headers.of("Accept", "application/json");
        if (!merk.isEmpty()) {
            headers = headers.with("If-None-Match", merk);
        }
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("GET", adres, headers, new byte[0]))) {
            return switch (answer.status()) {
                case 200 ->
                    Bestandsbron.read(
                            answer.body().readNBytes(Documentlezer.MAX_BYTES + 1),
                            answer.headers().first("ETag").orElse(""));
                case 304 -> new Antwoord.Zelfde();
                default -> new Antwoord.Weg("the register answered " + answer.status());
            };
        } catch (IOException broken) {
            return new Antwoord.Weg("the register does not answer: " + broken);
        }
    }
}
