// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A good line in OTLP, and the ways to judge it.
final class Proef {

    static final Instant NU = Instant.parse("2026-11-22T12:00:00Z");
    static final String TRACE = "00112233445566778899aabbccddeeff";
    static final String SPAN = "0102030405060708";
    static final String PARENT = "1112131415161718";
    static final long START = 1_764_068_470_669_000_000L;
    static final long EIND = 1_764_068_470_771_000_000L;
    static final String ACTIVITEIT = "https://register.voorbeeld.nl/v1/processing-activities/7";
    static final String PSEUDONIEM = "b64:Zm9vYmFyYmF6cXV4";
    static final String PROCESSOR = "https://cbs.voorbeeld.nl/verzamelaar";

    /// An extension whose every key is known.
    static final Naamruimten DDAS = sleutel -> sleutel.startsWith("dpl.ddas.")
            ? Optional.of(new Naamruimten.Attribuutsoort(
                    sleutel.endsWith("_waarde") ? 3 : 1, tekst -> tekst.startsWith("urn:kvk:")))
            : Optional.empty();

    private Proef() {}

    static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    static KeyValue pair(String key, String value) {
        return pair(key, AnyValue.newBuilder().setStringValue(value));
    }

    static KeyValue pair(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    /// With everything a line about a data subject has.
    static Span.Builder span() {
        return Span.newBuilder()
                .setTraceId(bytes(TRACE))
                .setSpanId(bytes(SPAN))
                .setParentSpanId(bytes(PARENT))
                .setName("Gegevens raadplegen")
                .setStartTimeUnixNano(START)
                .setEndTimeUnixNano(EIND)
                .setStatus(Status.newBuilder().setCodeValue(1))
                .addAttributes(pair("dpl.core.processing_activity_id", ACTIVITEIT))
                .addAttributes(pair("dpl.core.data_subject_id", PSEUDONIEM))
                .addAttributes(pair("dpl.core.data_subject_id_type", "https://typen.voorbeeld.nl/pseudoniem"))
                .addAttributes(pair("dpl.core.foreign_operation.processor", PROCESSOR));
    }

    /// About no data subject, called by nobody.
    static Span.Builder plain() {
        return span().clearAttributes()
                .clearParentSpanId()
                .addAttributes(pair("dpl.core.processing_activity_id", ACTIVITEIT));
    }

    static ExportTraceServiceRequest request(Span... spans) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(pair("service.name", "balie"))
                                .addAttributes(pair("service.version", "2.1")))
                        .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans))))
                .build();
    }

    static Invoer read(Invoervorm vorm, byte[] bytes) {
        try {
            return vorm.read(new ByteArrayInputStream(bytes), Grenzen.STANDAARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Toetsuitslag> judge(Regeltoets toets, Invoer invoer) {
        return ((Invoer.Gelezen) invoer)
                .groepen().stream()
                        .flatMap(groep -> toets.judge(groep, NU).stream())
                        .toList();
    }

    static Regeltoets strict() {
        return new Regeltoets(Toetsbeleid.STRIKT, DDAS, Verwerkingsactiviteiten.ONBEKEND);
    }

    static Regeltoets lenient() {
        return new Regeltoets(Toetsbeleid.STRIKT.alsSoepel(), DDAS, Verwerkingsactiviteiten.ONBEKEND);
    }

    static Toetsuitslag judge(Regeltoets toets, Span.Builder span) {
        return judge(toets, read(Invoervorm.OTLP_PROTOBUF, request(span.build()).toByteArray()))
                .getFirst();
    }

    static Toetsuitslag judge(Span.Builder span) {
        return judge(strict(), span);
    }

    /// The line, which must have passed.
    static Logregel line(Toetsuitslag uitslag) {
        return ((Toetsuitslag.Aangenomen) uitslag).regel();
    }

    static List<Schending> violations(Toetsuitslag uitslag) {
        return switch (uitslag) {
            case Toetsuitslag.Aangenomen good -> good.waarschuwingen();
            case Toetsuitslag.Quarantaine held -> held.schendingen();
            case Toetsuitslag.Geweigerd refused -> refused.schendingen();
            case Toetsuitslag.Genegeerd _ -> List.of();
        };
    }

    /// The codes that decided; those that only warn when the line passed.
    static List<Regelcode> codes(Toetsuitslag uitslag) {
        boolean passed = uitslag instanceof Toetsuitslag.Aangenomen;
        return violations(uitslag).stream()
                .map(Schending::code)
                .filter(code -> code != Regelcode.ACTIVITY_UNKNOWN)
                .filter(code -> passed || code.gevolg() != Gevolg.WAARSCHUWEN)
                .toList();
    }
}
