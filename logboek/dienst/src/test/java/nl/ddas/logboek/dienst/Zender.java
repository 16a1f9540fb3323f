// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A client that sends again by the rules of OTLP ("Failures", for gRPC and HTTP), and remembers how long it
/// should have waited instead of waiting.
final class Zender {

    /// CANCELLED, DEADLINE_EXCEEDED, ABORTED, OUT_OF_RANGE, UNAVAILABLE and DATA_LOSS.
    private static final Set<Integer> GRPC = Set.of(1, 4, 10, 11, 14, 15);

    private static final int RESOURCE_EXHAUSTED = 8;
    private static final Set<Integer> HTTP = Set.of(429, 502, 503, 504);

    private Zender() {}

    /// What an answer means to a client.
    sealed interface Gehoord {
        /// Done, partly perhaps: never to be sent again.
        record Klaar() implements Gehoord {}

        /// To be sent again, after so long.
        record Opnieuw(Duration wacht) implements Gehoord {}

        /// Lost for the client.
        record Verloren() implements Gehoord {}
    }

    /// How it went.
    record Verloop(int pogingen, List<Duration> wachten, Gehoord eind) {}

    static Verloop send(Supplier<Gehoord> poging, int meest) {
        List<Duration> wachten = new ArrayList<>();
        for (int i = 1; i < meest; i++) {
            switch (poging.get()) {
                case Gehoord.Opnieuw(Duration wacht) -> wachten.add(wacht);
                case Gehoord eind -> {
                    return new Verloop(i, wachten, eind);
                }
            }
        }
        return new Verloop(meest, wachten, poging.get());
    }

    static Gehoord heard(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return new Gehoord.Klaar();
        }
        return HTTP.contains(answer.statusCode())
                ? new Gehoord.Opnieuw(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(0)))
                : new Gehoord.Verloren();
    }

    static Gehoord heard(Grpcclient.Answer answer) {
        if (answer.code() == 0) {
            return new Gehoord.Klaar();
        }
        boolean isTold = answer.trailers().contains("grpc-status-details-bin");
        return GRPC.contains(answer.code()) || (answer.code() == RESOURCE_EXHAUSTED && isTold)
                ? new Gehoord.Opnieuw(isTold ? Retryinfo.read(answer) : Duration.ZERO)
                : new Gehoord.Verloren();
    }
}
