// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;

/// The tree of a log on the web (C2SP tlog-tiles), ours or that of others.
///
/// @param adres prefix of the log, such as `https://logboek.voorbeeld.nl/boom/00000001234567890000`
public record Boomadres(HttpClient client, URI adres) implements Tegels {

    private static final int MEESTE = 1 << 20;

    /// What stands at a path below the address.
    ///
    /// @param pad such as `checkpoint`
    /// @return empty when it is not there
    /// @throws IOException when the log cannot be reached, or answers otherwise
    Optional<byte[]> get(String pad) throws IOException {
        URI uri = URI.create(adres + "/" + pad);
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0]))) {
            byte[] body = answer.body().readNBytes(MEESTE);
            return switch (answer.status()) {
                case 200 -> Optional.of(body);
                case 404 -> Optional.empty();
                default -> throw new IOException("the log answered with status " + answer.status());
            };
        }
    }

    @Override
    public byte[] read(Tegel tegel) throws IOException {
        return get(tegel.path())
                .filter(bytes -> bytes.length == tegel.breedte() * Hash.BYTES)
                .orElseThrow(() -> new Ontbreekt(tegel));
    }
}
