// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.net.URI;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;

/// A witness on the web.
///
/// @param adres its submission prefix, such as `https://logboek.cbs.voorbeeld.nl/getuige`
public record Webgetuige(HttpClient client, URI adres) implements Getuigenpost {

    private static final int MEESTE = SignedNote.MAX_BYTES;

    @Override
    public Antwoord post(byte[] aanbod) throws IOException {
        URI uri = URI.create(adres + "/add-checkpoint");
        Headers headers = Headers.of("Content-Type", "text/plain; charset=utf-8");
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("POST", uri, headers, aanbod))) {
            String type = answer.headers().first("Content-Type").orElse("");
            return new Antwoord(answer.status(), type, answer.body().readNBytes(MEESTE));
        }
    }
}
