// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Lines in protobuf as OTLP/JSON, for tests with texts as attributes only.
final class Jsonvorm {

    private Jsonvorm() {}

    /// Bytes that are no request stay as they are.
    static byte[] of(byte[] protobuf) {
        try {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(protobuf);
            String groups = request.getResourceSpansList().stream()
                    .map(group -> "{\"resource\":{\"attributes\":"
                            + attributes(group.getResource().getAttributesList()) + "},\"scopeSpans\":[{\"spans\":["
                            + group.getScopeSpansList().stream()
                                    .flatMap(scope -> scope.getSpansList().stream())
                                    .map(Jsonvorm::span)
                                    .collect(Collectors.joining(","))
                            + "]}]}")
                    .collect(Collectors.joining(","));
            return ("{\"resourceSpans\":[" + groups + "]}").getBytes(StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            return protobuf;
        }
    }

    private static String span(Span span) {
        return "{\"traceId\":\"" + hex(span.getTraceId()) + "\",\"spanId\":\"" + hex(span.getSpanId())
                + "\",\"parentSpanId\":\"" + hex(span.getParentSpanId()) + "\",\"name\":\"" + span.getName()
                + "\",\"startTimeUnixNano\":\"" + span.getStartTimeUnixNano()
                + "\",\"endTimeUnixNano\":\"" + span.getEndTimeUnixNano() + "\",\"status\":{\"code\":"
                + span.getStatus().getCodeValue() + "},\"attributes\":" + attributes(span.getAttributesList()) + "}";
    }

    private static String attributes(List<KeyValue> list) {
        return list.stream()
                .map(one -> "{\"key\":\"" + one.getKey() + "\",\"value\":{\"stringValue\":\""
                        + one.getValue().getStringValue() + "\"}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
