// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.dienst.GeheugenInzagen;
import nl.ddas.logboek.dienst.GeheugenLogregels;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.logboek.extensie.Attributenschema;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.lezen.LeesApi;
import nl.ddas.logboek.lezen.Leesrecht;
import nl.ddas.logboek.lezen.Lezer;
import nl.ddas.logboek.lezen.Pseudoniemen;
import nl.ddas.logboek.lezen.Vertrouwelijkheid;
import nl.ddas.logboek.model.Attributen;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Herkomst;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Resource;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.Status;
import nl.ddas.logboek.model.Tijdspanne;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The read API of a log, as who may read anything asks it.
class LezenApiTest extends ApiContract {

    private static final Houder HOUDER = new Houder("00000099000000000001");
    private static final long BEGIN = 1_764_068_470_669_000_000L;

    private final ServedApi served = new ServedApi(api());
    private ApiDocument document;

    /// The API over a log with some lines, whoever asks.
    static LeesApi api() {
        GeheugenLogregels regels = new GeheugenLogregels(new SecureRandom());
        for (int i = 1; i <= 30; i++) {
            regels.add(List.of(new Inboeking(HOUDER, line(i))));
        }
        Lezer lezer = new Lezer.Eigen(HOUDER, "test", EnumSet.allOf(Leesrecht.class));
        return new LeesApi(
                "/lezen",
                new LeesApi.Onderdelen(
                        regels,
                        _ -> Optional.of(lezer),
                        Vertrouwelijkheid.GEEN,
                        new GeheugenInzagen(),
                        new Vraagmerk(new byte[32]),
                        Pseudoniemen.of(new byte[32], "1"),
                        Clock.systemUTC()),
                extensies());
    }

    private static JsonObject extensies() {
        Definitie ddas = Definitielezer.read(
                        "ddas.ldv-ext.yaml", Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"))
                .definitie()
                .orElseThrow();
        return Attributenschema.of(List.of(ddas)).object("properties").orElseThrow();
    }

    /// The document as it is served.
    static byte[] openapi() throws IOException {
        return ServedApi.openapi(api(), "/lezen/v1/openapi.json");
    }

    private static Logregel line(int number) {
        return new Logregel(
                new TraceId(0xef4e77b9b03b585fL, 0xb6135fcf8d8555fbL),
                new SpanId(number),
                number == 1 ? Optional.empty() : Optional.of(new SpanId(1)),
                Status.OK,
                "Levering verstrekken",
                new Tijdspanne(BEGIN + number * 1_000_000L, BEGIN + number * 2_000_000L),
                new Resource(Attributen.of(List.of(Attribuut.of("service.name", "bron")))),
                Attributen.of(List.of(
                        Attribuut.of(
                                "dpl.core.processing_activity_id",
                                "https://register.voorbeeld.nl/v1/processing-activities/1"),
                        Attribuut.of("dpl.ddas.schema_versie", "1.0"))),
                Herkomst.ONVERANDERD);
    }

    @BeforeAll
    void begin() throws IOException {
        document = served.document("/lezen/v1/openapi.json");
    }

    @AfterAll
    void end() {
        served.close();
    }

    @Override
    ApiDocument document() {
        return document;
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        return served.send(method, path, headers, body);
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return Optional.empty();
    }

    /// Which fields go together, no schema can tell.
    @Override
    Map<String, String> fields() {
        return Map.of("listProcessingActivitiesPost", """
                {"traceId": "ef4e77b9-b03b-585f-b613-5fcf8d8555fb", "startTime": 1764068470669, "endTime": 1795604470669,
                 "pageSize": 20, "dpl.core.processing_activity_id":
                 "https://register.voorbeeld.nl/v1/processing-activities/1", "dpl.ddas.schema_versie": "1.0"}
                """);
    }
}
