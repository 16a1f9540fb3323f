// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Headers.Line;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Response;
import nl.ddas.trust.PayloadSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns refusals into answers, signed like every other message. Those of too many requests are not:
/// signing would cost more than refusing saves.
final class Problemen {

    private static final Logger LOG = LoggerFactory.getLogger(Problemen.class);

    private static final String FSC = ",\"code\":\"ERROR_CODE_ACCESS_DENIED\",\"domain\":\"ERROR_DOMAIN_INWAY\"}";

    private final String basis;
    private final PayloadSigner ondertekenaar;
    private final RandomGenerator willekeur;

    /// @param willekeur for the mark by which an administrator finds one refusal back
    Problemen(String basis, PayloadSigner ondertekenaar, RandomGenerator willekeur) {
        this.basis = basis;
        this.ondertekenaar = ondertekenaar;
        this.willekeur = willekeur;
    }

    Response antwoord(Weigering weigering) {
        Problem probleem = new Problem(
                basis + "/" + weigering.code(),
                weigering.titel(),
                weigering.status(),
                weigering.detail(),
                "urn:uuid:" + kenmerk(),
                weigering.fouten());
        byte[] inhoud = weigering.status() == 403 ? metFsc(probleem) : probleem.toJson();
        Headers headers = Headers.of("Content-Type", "application/problem+json");
        for (Line regel : weigering.headers().lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        boolean tekenen = weigering.status() != 429 && weigering.status() != 500;
        return Response.of(weigering.status(), tekenen ? getekend(inhoud, headers) : headers, inhoud);
    }

    /// A random UUID, version 4 (RFC 9562).
    private UUID kenmerk() {
        return new UUID(
                (willekeur.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
                (willekeur.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    private Headers getekend(byte[] inhoud, Headers headers) {
        try {
            return ondertekenaar.sign(inhoud).addTo(headers);
        } catch (IllegalStateException sleutelWeg) {
            LOG.error("a refusal goes out unsigned: {}", sleutelWeg.getMessage());
            return headers;
        }
    }

    /// The OpenAPI of v1.0 types a 403 as error of FSC: this body is both that and a problem
    /// (docs/deviations.md, row 12).
    private static byte[] metFsc(Problem probleem) {
        String json = new String(probleem.toJson(), StandardCharsets.UTF_8);
        String samen = json.substring(0, json.length() - 1) + ",\"message\":\"" + probleem.title() + "\"" + FSC;
        return samen.getBytes(StandardCharsets.UTF_8);
    }
}
