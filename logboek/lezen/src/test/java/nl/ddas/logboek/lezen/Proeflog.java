// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.logboek.dienst.DoorgevendeLogregels;
import nl.ddas.logboek.dienst.GeheugenLogregels;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.Inzage;
import nl.ddas.logboek.dienst.Inzagen;
import nl.ddas.logboek.dienst.Leeszicht;
import nl.ddas.logboek.dienst.Logregels;
import nl.ddas.logboek.dienst.Regelpagina;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.testkit.TestClock;

/// A log that can be read, and what reading left behind.
final class Proeflog implements Inzagen {

    static final Houder HOUDER = new Houder("00000099000000000001");
    static final byte[] SLEUTEL = "een sleutel van meer dan dertig bytes".getBytes(StandardCharsets.UTF_8);
    static final JsonObject EXTENSIES = JsonObject.EMPTY.with(
            "dpl.ddas.levering_id",
            JsonObject.EMPTY.with("type", "string").with("description", "Kenmerk van de levering"));

    final GeheugenLogregels regels = new GeheugenLogregels(new SecureRandom());
    /// How many lines the store gave at each question.
    final List<Integer> gegeven = new ArrayList<>();
    private final Logregels geteld = new Geteld(regels, gegeven);
    final List<Inzage> meldingen = new ArrayList<>();
    /// When each confidential activity stops being so.
    final Map<String, Instant> geheimTot = new HashMap<>(Map.of(Proefregel.GEHEIM, Instant.MAX));
    final TestClock clock = TestClock.at("2026-11-22T13:00:00Z");
    Optional<Lezer> lezer = eigen(Leesrecht.TRACE, Leesrecht.ACTIVITY, Leesrecht.SUBJECT);
    boolean isSpoorStuk;
    boolean isRegisterStuk;

    final LeesApi api = new LeesApi(
            "/lezen",
            new LeesApi.Onderdelen(
                    geteld,
                    _ -> lezer,
                    this::zicht,
                    this,
                    new Vraagmerk(SLEUTEL),
                    Pseudoniemen.of(SLEUTEL, "2026"),
                    clock),
            EXTENSIES);

    static Optional<Lezer> eigen(Leesrecht... rechten) {
        return Optional.of(new Lezer.Eigen(HOUDER, "raadpleegscherm", Set.of(rechten)));
    }

    private Optional<Leeszicht> zicht(Houder houder, Optional<String> activiteit, Instant nu) {
        if (isRegisterStuk) {
            throw new IllegalStateException("down");
        }
        return Optional.of(new Leeszicht(regels.activiteiten(houder).stream()
                .filter(one -> activiteit.filter(asked -> !asked.equals(one)).isEmpty())
                .filter(one -> !geheimTot.getOrDefault(one, Instant.MIN).isAfter(nu))
                .map(one -> new Leeszicht.Venster(one, 0, Long.MAX_VALUE))
                .toList()));
    }

    /// The same lines, with a note of how many came out at each question.
    private static final class Geteld extends DoorgevendeLogregels {

        private final List<Integer> gegeven;

        Geteld(Logregels echt, List<Integer> gegeven) {
            super(echt);
            this.gegeven = gegeven;
        }

        @Override
        public Regelpagina search(Houder houder, Zoekvraag vraag) {
            Regelpagina found = super.search(houder, vraag);
            gegeven.add(found.regels().size());
            return found;
        }
    }

    @Override
    public void add(Inzage melding) {
        if (isSpoorStuk) {
            throw new IllegalStateException("down");
        }
        meldingen.add(melding);
    }

    @Override
    public List<Inzage> read(Houder houder, Instant vanaf, Instant tot) {
        return meldingen;
    }

    void add(Proefregel... lines) {
        regels.add(Stream.of(lines)
                .map(line -> new Inboeking(HOUDER, line.build()))
                .toList());
    }

    /// An answer, read whole.
    record Antwoord(int status, Headers headers, String text) {

        JsonObject json() {
            if (JsonReading.of(text.getBytes(StandardCharsets.UTF_8), new JsonReading.Limits(64, 1000, false))
                    instanceof JsonReading.Read(JsonObject object)) {
                return object;
            }
            throw new AssertionError("no JSON object");
        }

        List<JsonObject> regels() {
            return json().array("processingActivities").orElseThrow().stream()
                    .map(JsonObject.class::cast)
                    .toList();
        }

        List<String> spans() {
            return regels().stream()
                    .map(one -> one.text("spanId").orElseThrow())
                    .toList();
        }

        Optional<String> next() {
            return json().text("nextPageToken");
        }

        /// The places of all faults.
        List<String> pointers() {
            return json().array("errors").orElse(List.of()).stream()
                    .map(one -> ((JsonObject) one).text("pointer").orElseThrow())
                    .toList();
        }
    }

    static String span(long number) {
        return "%016x".formatted(number);
    }

    Antwoord ask(JsonObject body) {
        return ask(new String(body.toBytes(), StandardCharsets.UTF_8));
    }

    Antwoord ask(String body) {
        return send("POST", "/lezen/v1/processing-activities", "application/json", body);
    }

    Antwoord send(String method, String path, String type, String body) {
        Request request = new Request(
                method,
                path,
                Headers.of("Content-Type", type),
                List.of(),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        try {
            Response response = api.handle(request);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            switch (response.body()) {
                case Response.Body.Bytes(byte[] bytes) -> out.writeBytes(bytes);
                case Response.Body.Stream stream -> stream.writer().writeTo(out);
                case Response.Body.Copy copy -> copy.from().transferTo(out);
            }
            return new Antwoord(response.status(), response.headers(), out.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject trace() {
        return JsonObject.EMPTY.with("traceId", Proefregel.TRACE.uuid().toString());
    }

    static JsonObject activity(String uri) {
        return JsonObject.EMPTY.with("dpl.core.processing_activity_id", uri);
    }

    static JsonObject subject(String code) {
        return JsonObject.EMPTY.with("dpl.core.data_subject_id", code);
    }
}
