// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// Who gets a request: OTLP over gRPC, another part, or else OTLP over HTTP, which refuses what nobody knows.
final class Voordeur implements Handler {

    private final OtlpGrpc grpc;
    private final OtlpHttp http;
    private final List<Deel> delen;

    Voordeur(OtlpGrpc grpc, OtlpHttp http, List<Deel> delen) {
        this.grpc = grpc;
        this.http = http;
        this.delen = List.copyOf(delen);
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (OtlpGrpc.isGrpc(request) || request.path().equals(OtlpGrpc.ADRES)) {
            return grpc.handle(request);
        }
        Optional<Deel> deel =
                delen.stream().filter(one -> one.knows(request.path())).findFirst();
        return deel.isPresent() ? deel.get().handler().handle(request) : http.handle(request);
    }
}
