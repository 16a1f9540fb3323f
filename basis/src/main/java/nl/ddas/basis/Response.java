// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// One HTTP response.
///
/// @param headers without Content-Length and Transfer-Encoding: these follow from the body
/// @param trailers sent after the body (RFC 9110, 6.5), on HTTP/1.1 in its chunked form; mostly none. An answer
///     to HEAD has none
public record Response(int status, Headers headers, Body body, Headers trailers) {

    /// Without trailers.
    public Response(int status, Headers headers, Body body) {
        this(status, headers, body, Headers.NONE);
    }

    /// What is sent after the headers.
    public sealed interface Body {

        /// Bytes that are ready.
        record Bytes(byte[] bytes) implements Body {}

        /// Bytes made while sending; `length` in bytes must be exact.
        record Stream(long length, Writer writer) implements Body {}

        /// Bytes that are passed on as they come in, piece by piece; the stream is closed afterwards, also when nobody
        /// is there to read.
        ///
        /// @param length in bytes, exact; empty when not known beforehand
        record Copy(OptionalLong length, InputStream from) implements Body {}
    }

    /// Writes a body; called once, on the thread of the request.
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /// A response with ready bytes.
    public static Response of(int status, Headers headers, byte[] bytes) {
        return new Response(status, headers, new Body.Bytes(bytes));
    }

    /// A response with text in UTF-8.
    public static Response text(int status, String contentType, String text) {
        return of(status, Headers.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }
}
