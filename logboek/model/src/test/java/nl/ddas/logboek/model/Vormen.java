// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/// The line of [Proef#span] written in each form by hand, so that no reader is judged by its own writer.
final class Vormen {

    static final String OTLP_JSON = """
            {"resourceSpans": [{
              "scopeSpans": [{"scope": {"name": "x"}, "spans": [{
                "traceId": "00112233445566778899AABBCCDDEEFF",
                "spanId": "0102030405060708",
                "parentSpanId": "1112131415161718",
                "name": "Gegevens raadplegen",
                "kind": 2,
                "startTimeUnixNano": "1764068470669000000",
                "endTimeUnixNano": 1764068470771000000,
                "status": {"code": 1},
                "unknownMember": {"a": [1, {"b": null}]},
                "attributes": [
                  {"key": "dpl.core.processing_activity_id", "value": {"stringValue": "%1$s"}},
                  {"key": "dpl.core.data_subject_id", "value": {"stringValue": "%2$s"}},
                  {"key": "dpl.core.data_subject_id_type",
                   "value": {"stringValue": "https://typen.voorbeeld.nl/pseudoniem"}},
                  {"key": "dpl.core.foreign_operation.processor", "value": {"stringValue": "%3$s"}}
                ]}]}],
              "resource": {"attributes": [
                {"key": "service.name", "value": {"stringValue": "balie"}},
                {"key": "service.version", "value": {"stringValue": "2.1"}}]}
            }]}
            """.formatted(Proef.ACTIVITEIT, Proef.PSEUDONIEM, Proef.PROCESSOR);

    static final String LDV_JSON = """
            {"trace_id": "00112233445566778899aabbccddeeff",
             "span_id": "0102030405060708",
             "parent_span_id": "1112131415161718",
             "status": "Ok",
             "name": "Gegevens raadplegen",
             "start_time": 1764068470669,
             "end_time": 1764068470771,
             "resource": {"attributes": {"service.name": "balie", "service.version": "2.1"}},
             "attributes": {
               "dpl.core.processing_activity_id": "%s",
               "dpl.core.data_subject_id": "%s",
               "dpl.core.data_subject_id_type": "https://typen.voorbeeld.nl/pseudoniem",
               "dpl.core.foreign_operation.processor": "%s"}}
            """.formatted(Proef.ACTIVITEIT, Proef.PSEUDONIEM, Proef.PROCESSOR);

    private Vormen() {}

    static byte[] good(Invoervorm vorm) {
        return switch (vorm) {
            case OTLP_PROTOBUF -> Proef.request(Proef.span().build()).toByteArray();
            case OTLP_JSON -> OTLP_JSON.getBytes(UTF_8);
            case LDV_JSON -> LDV_JSON.getBytes(UTF_8);
            case LOGBOEK_2024 -> request2024(operation2024(Proef.PARENT, Vormen::attributes2024));
        };
    }

    /// Writes a message of protobuf.
    interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            writing.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] request2024(byte[]... operations) {
        return message(out -> {
            out.writeByteArray(1, message(resource -> {
                resource.writeString(1, "balie");
                resource.writeString(2, "2.1");
            }));
            for (byte[] operation : operations) {
                out.writeByteArray(2, operation);
            }
        });
    }

    static byte[] operation2024(String parent, Writing rest) {
        return message(out -> {
            out.writeByteArray(1, HexFormat.of().parseHex(Proef.TRACE));
            out.writeByteArray(2, HexFormat.of().parseHex(Proef.SPAN));
            out.writeByteArray(3, HexFormat.of().parseHex(parent));
            out.writeString(4, "Gegevens raadplegen");
            out.writeByteArray(5, timestamp(1_764_068_470L, 669_000_000));
            out.writeByteArray(6, timestamp(1_764_068_470L, 771_000_000));
            out.writeEnum(7, 1);
            rest.write(out);
        });
    }

    static byte[] timestamp(long seconds, int nanos) {
        return message(out -> {
            out.writeInt64(1, seconds);
            out.writeInt32(2, nanos);
        });
    }

    static void attribute2024(CodedOutputStream out, String key, String value) throws IOException {
        out.writeByteArray(9, message(attribute -> {
            attribute.writeString(1, key);
            attribute.writeString(2, value);
        }));
    }

    static void core2024(CodedOutputStream out) throws IOException {
        attribute2024(out, "dpl.core.processing_activity_id", Proef.ACTIVITEIT);
        attribute2024(out, "dpl.core.data_subject_id", Proef.PSEUDONIEM);
        attribute2024(out, "dpl.core.data_subject_id_type", "https://typen.voorbeeld.nl/pseudoniem");
    }

    private static void attributes2024(CodedOutputStream out) throws IOException {
        core2024(out);
        attribute2024(out, "dpl.core.foreign_operation.processor", Proef.PROCESSOR);
    }
}
