// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers of OTLP in the form of the request (OTLP/HTTP "Response").
public enum Antwoordvorm {
    /// `application/x-protobuf`; gRPC too.
    PROTOBUF,
    /// `application/json`.
    JSON;

    /// `google.rpc.Code.INVALID_ARGUMENT`.
    public static final int INVALID_ARGUMENT = 3;
    /// `google.rpc.Code.PERMISSION_DENIED`.
    public static final int PERMISSION_DENIED = 7;
    /// `google.rpc.Code.RESOURCE_EXHAUSTED`.
    public static final int RESOURCE_EXHAUSTED = 8;
    /// `google.rpc.Code.UNAVAILABLE`.
    public static final int UNAVAILABLE = 14;

    private static final JsonFactory FACTORY = new JsonFactory();

    /// The body of an `ExportTraceServiceResponse`.
    public byte[] write(Exportantwoord antwoord) {
        return switch (this) {
            case PROTOBUF -> protobuf(antwoord);
            case JSON -> json(antwoord);
        };
    }

    /// The body of a refusal: `google.rpc.Status`, and not problem+json.
    ///
    /// @param code of `google.rpc.Code`
    /// @param melding in English
    public byte[] writeStatus(int code, String melding) {
        return switch (this) {
            case PROTOBUF -> protobuf(code, melding);
            case JSON -> json(code, melding);
        };
    }

    private static byte[] protobuf(Exportantwoord antwoord) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (!antwoord.isGeheel()) {
            response.getPartialSuccessBuilder()
                    .setRejectedSpans(antwoord.geweigerd())
                    .setErrorMessage(antwoord.melding());
        }
        return response.build().toByteArray();
    }

    /// 64-bit numbers are texts in this JSON.
    private static byte[] json(Exportantwoord antwoord) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            if (!antwoord.isGeheel()) {
                json.writeObjectPropertyStart("partialSuccess");
                json.writeStringProperty("rejectedSpans", Long.toString(antwoord.geweigerd()));
                json.writeStringProperty("errorMessage", antwoord.melding());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /// Two fields: code 1 and message 2.
    private static byte[] protobuf(int code, String melding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeInt32(1, code);
            out.writeByteArray(2, melding.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] json(int code, String melding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("code", code);
            json.writeStringProperty("message", melding);
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
