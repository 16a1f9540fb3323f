// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;

/// The register over its own API, asked with the ETag of what is known. A register that does not say what is
/// confidential is not taken: the log would show too much.
public final class Webbron implements Registerbron {

    /// An answer that takes longer, is none.
    private static final Duration LANGST = Duration.ofMinutes(1);

    private static final int HAP = 64 << 10;

    private final HttpClient client;
    private final URI adres;
    private final Clock clock;

    /// @param client with the certificate by which the register knows what this log may see; closed by the caller
    /// @param base address of the register's API, without a slash at the end
    public Webbron(HttpClient client, URI base, Clock clock) {
        this.client = client;
        this.adres = URI.create(base + RegisterApi.GEHEEL);
        this.clock = clock;
    }

    @Override
    public Antwoord fetch(String merk) {
        Headers headers = Headers.of("Accept", "application/json");
        if (!merk.isEmpty()) {
            headers = headers.with("If-None-Match", merk);
        }
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("GET", adres, headers, new byte[0]))) {
            return switch (answer.status()) {
                case 200 -> whole(answer);
                case 304 -> new Antwoord.Zelfde();
                // Also from a log that serves a register on: [RegisterApi].
                case 503 ->
                    new Antwoord.Weg("the register answered 503: what it has may not be the register as it is"
                            + " now; its own administrator sees why");
                default -> new Antwoord.Weg("the register answered " + answer.status());
            };
        } catch (IOException broken) {
            return new Antwoord.Weg("the register does not answer: " + broken);
        }
    }

    private Antwoord whole(HttpClient.Answer answer) throws IOException {
        if (answer.headers()
                .first(RegisterApi.RECHTEN)
                .filter(RegisterApi::isWhole)
                .isEmpty()) {
            return new Antwoord.Weg(
                    "the register does not tell this log what is confidential; its administrator must give"
                            + " the certificate of this log the right " + Recht.VERTROUWELIJK.scope());
        }
        return Bestandsbron.read(body(answer), answer.headers().first("ETag").orElse(""));
    }

    /// One byte more than is taken at most, so that it shows when there is too much.
    private byte[] body(HttpClient.Answer answer) throws IOException {
        Instant eind = clock.instant().plus(LANGST);
        byte[] whole = new byte[Documentlezer.MAX_BYTES + 1];
        int size = 0;
        int read;
        do {
            read = answer.body().read(whole, size, Math.min(HAP, whole.length - size));
            size += Math.max(0, read);
            if (clock.instant().isAfter(eind)) {
                throw new IOException("the answer takes too long");
            }
        } while (read > 0);
        return Arrays.copyOf(whole, size);
    }
}
