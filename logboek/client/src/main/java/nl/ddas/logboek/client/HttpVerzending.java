// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Delivers over OTLP/HTTP. Unlike the exporters of OpenTelemetry it reads the answer: they take a partial success
/// for a success.
final class HttpVerzending implements Verzending {

    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504, 401, 403, 404);

    /// However long a log asks us to wait: it may be back sooner than it thought.
    private static final long LANGST_SECONDEN = 3_600;

    private final Instelling instelling;
    private final HttpClient client;

    HttpVerzending(Instelling instelling) {
        this.instelling = instelling;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(instelling.wachttijd());
        instelling.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    @Override
    public Uitkomst send(byte[] verzoek, int regels) {
        HttpRequest request = HttpRequest.newBuilder(instelling.adres())
                .timeout(instelling.wachttijd())
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(verzoek))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            // The time limit of a request ends at the head of its answer; this one holds for the body too.
            return outcome(answer.get(2 * instelling.wachttijd().toMillis(), TimeUnit.MILLISECONDS), regels);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return new Uitkomst.Later(
                    Optional.empty(), "no connection: " + why.getClass().getSimpleName());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Uitkomst.Later(Optional.empty(), "the answer did not end in time");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Uitkomst.Later(Optional.empty(), "interrupted");
        }
    }

    private static Uitkomst outcome(HttpResponse<byte[]> response, int regels) {
        int status = response.statusCode();
        if (status == 200) {
            boolean isProtobuf = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/x-protobuf"))
                    .isPresent();
            return isProtobuf
                    ? Antwoord.read(response.body(), regels)
                    : new Uitkomst.Later(Optional.empty(), "the answer is no OTLP: is this a log?");
        }
        // OTLP/HTTP: the first four may be sent again, everything else may not. The others say that the address
        // or the certificate is wrong, which somebody will mend; no log has judged these lines.
        return LATER.contains(status)
                ? new Uitkomst.Later(wait(response), "status " + status)
                : new Uitkomst.Geweigerd(regels, "status " + status);
    }

    private static Optional<Duration> wait(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Math.min(LANGST_SECONDEN, Long.parseLong(text))));
    }
}
