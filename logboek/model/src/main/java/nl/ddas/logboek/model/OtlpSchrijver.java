// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/// Writes lines as OTLP in protobuf: lines that were stored, and lines from quarantine as they came, to be
/// judged again.
public final class OtlpSchrijver {

    private OtlpSchrijver() {}

    /// Stored lines, each with its resource. What was noted about the way in does not go along.
    public static byte[] write(List<Logregel> regels) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        for (Logregel regel : regels) {
            request.addResourceSpans(group(regel.resource().attributes().alle()).addScopeSpans(scope(span(regel))));
        }
        return request.build().toByteArray();
    }

    /// A group as it came in; a line that could not be read is left out.
    public static byte[] write(Invoergroep groep) {
        ResourceSpans.Builder group = group(groep.resource());
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        groep.regels().stream().filter(regel -> !regel.isOnleesbaar()).forEach(regel -> scope.addSpans(span(regel)));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(group.addScopeSpans(scope))
                .build()
                .toByteArray();
    }

    private static ResourceSpans.Builder group(List<Attribuut> resource) {
        ResourceSpans.Builder group = ResourceSpans.newBuilder();
        if (!resource.isEmpty()) {
            group.getResourceBuilder().addAllAttributes(pairs(resource));
        }
        return group;
    }

    private static ScopeSpans scope(Span.Builder span) {
        return ScopeSpans.newBuilder().addSpans(span).build();
    }

    private static Span.Builder span(Logregel regel) {
        Span.Builder span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(regel.traceId().bytes()))
                .setSpanId(ByteString.copyFrom(regel.spanId().bytes()))
                .setName(regel.name())
                .setStartTimeUnixNano(regel.tijd().start())
                .setEndTimeUnixNano(regel.tijd().eind())
                .setTraceState(regel.herkomst().traceState())
                .setFlags(regel.herkomst().flags())
                .addAllAttributes(pairs(regel.attributes().alle()));
        regel.parentSpanId().ifPresent(parent -> span.setParentSpanId(ByteString.copyFrom(parent.bytes())));
        if (regel.status() != Status.UNSET) {
            span.getStatusBuilder().setCodeValue(regel.status().code());
        }
        return span;
    }

    private static Span.Builder span(Invoerregel regel) {
        Invoerregel.Sleutels ids = regel.sleutels();
        Span.Builder span = Span.newBuilder()
                .setTraceId(bytes(ids.traceId()))
                .setSpanId(bytes(ids.spanId()))
                .setParentSpanId(bytes(ids.parentSpanId()))
                .setName(regel.name())
                .setStartTimeUnixNano(regel.start())
                .setEndTimeUnixNano(regel.eind())
                .setTraceState(regel.traceState())
                .setFlags(regel.flags())
                .setDroppedAttributesCount(regel.weggelaten())
                .addAllAttributes(pairs(regel.attributen()));
        if (regel.status() != 0 || !regel.statusmelding().isEmpty()) {
            span.getStatusBuilder().setCodeValue(regel.status()).setMessage(regel.statusmelding());
        }
        return span;
    }

    private static ByteString bytes(Octetten octets) {
        return ByteString.copyFrom(octets.bytes());
    }

    private static List<KeyValue> pairs(List<Attribuut> attributen) {
        return attributen.stream()
                .map(one -> KeyValue.newBuilder()
                        .setKey(one.sleutel())
                        .setValue(value(one.waarde()))
                        .build())
                .toList();
    }

    private static AnyValue value(Waarde waarde) {
        AnyValue.Builder value = AnyValue.newBuilder();
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> value.setStringValue(tekst).build();
            case Waarde.Geheel(long getal) -> value.setIntValue(getal).build();
            case Waarde.Breuk(double getal) -> value.setDoubleValue(getal).build();
            case Waarde.Vlag(boolean waar) -> value.setBoolValue(waar).build();
            case Waarde.Bytes(Octetten octets) ->
                value.setBytesValue(bytes(octets)).build();
            case Waarde.Leeg _ -> value.build();
            case Waarde.Lijst(List<Waarde> waarden) ->
                value.setArrayValue(ArrayValue.newBuilder()
                                .addAllValues(waarden.stream()
                                        .map(OtlpSchrijver::value)
                                        .toList()))
                        .build();
            case Waarde.Groep(List<Attribuut> leden) ->
                value.setKvlistValue(KeyValueList.newBuilder().addAllValues(pairs(leden)))
                        .build();
        };
    }
}
