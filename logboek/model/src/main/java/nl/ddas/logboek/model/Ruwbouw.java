// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Puts the bytes of one line, and of the resource it shared, into a body of their own, untouched.
final class Ruwbouw {

    private Ruwbouw() {}

    /// A body in the same form with one line.
    static byte[] body(Invoervorm vorm, Ruw resource, Ruw regel) {
        return switch (vorm) {
            case OTLP_PROTOBUF -> message(1, group(resource, message(2, message(2, regel.bytes()))));
            case OTLP_JSON -> json(resource, regel);
            case LOGBOEK_2024 -> group(resource, message(2, regel.bytes()));
            case LDV_JSON -> regel.bytes();
        };
    }

    private static byte[] group(Ruw resource, byte[] rest) {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        if (resource.length() > 0) {
            group.writeBytes(message(1, resource.bytes()));
        }
        group.writeBytes(rest);
        return group.toByteArray();
    }

    private static byte[] message(int field, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 12);
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeByteArray(field, content);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] json(Ruw resource, Ruw regel) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"resourceSpans\":[{".getBytes(UTF_8));
        if (resource.length() > 0) {
            body.writeBytes("\"resource\":".getBytes(UTF_8));
            body.writeBytes(resource.bytes());
            body.writeBytes(",".getBytes(UTF_8));
        }
        body.writeBytes("\"scopeSpans\":[{\"spans\":[".getBytes(UTF_8));
        body.writeBytes(regel.bytes());
        body.writeBytes("]}]}]}".getBytes(UTF_8));
        return body.toByteArray();
    }
}
