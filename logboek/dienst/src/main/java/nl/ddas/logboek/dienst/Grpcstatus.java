// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.basis.Headers;

/// How a call of gRPC ended, as the trailers say it.
///
/// @param code of `google.rpc.Code`
/// @param melding in English; any text
/// @param opnieuw after how long the sender should send it again; empty when that is not for the server to say
record Grpcstatus(int code, String melding, Optional<Duration> opnieuw) {

    static final int OK = 0;
    static final int INVALID_ARGUMENT = 3;
    static final int DEADLINE_EXCEEDED = 4;
    static final int PERMISSION_DENIED = 7;
    static final int RESOURCE_EXHAUSTED = 8;
    static final int UNIMPLEMENTED = 12;
    static final int INTERNAL = 13;
    static final int UNAVAILABLE = 14;

    private static final String RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo";
    private static final int NANOS = 1_000_000_000;

    static final Grpcstatus GOED = new Grpcstatus(OK, "", Optional.empty());

    /// Final: sending it again does not help.
    static Grpcstatus refuse(int code, String melding) {
        return new Grpcstatus(code, melding, Optional.empty());
    }

    /// The lines of the trailers.
    Headers trailers() {
        Headers status = Headers.of("grpc-status", Integer.toString(code));
        Headers told = melding.isEmpty() ? status : status.with("grpc-message", percent(melding));
        return opnieuw.map(wait -> told.with(
                        "grpc-status-details-bin",
                        Base64.getEncoder().withoutPadding().encodeToString(details(wait))))
                .orElse(told);
    }

    /// Printable ASCII stays, all else becomes `%` and two digits for each byte of UTF-8 (gRPC over HTTP/2,
    /// "Status-Message").
    static String percent(String text) {
        StringBuilder out = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = one >= ' ' && one <= '~' && one != '%';
            out.append(isPlain ? Character.toString(one) : "%%%02X".formatted(Byte.toUnsignedInt(one)));
        }
        return out.toString();
    }

    /// `google.rpc.Status` with a `google.rpc.RetryInfo` in it.
    private byte[] details(Duration wait) {
        byte[] duration = message(out -> {
            out.writeInt64(1, wait.toSeconds());
            out.writeInt32(2, (int) (wait.toNanos() % NANOS));
        });
        byte[] retry = message(out -> out.writeByteArray(1, duration));
        byte[] any = message(out -> {
            out.writeString(1, RETRY_INFO);
            out.writeBytes(2, ByteString.copyFrom(retry));
        });
        return message(out -> {
            out.writeInt32(1, code);
            out.writeString(2, melding);
            out.writeByteArray(3, any);
        });
    }

    @FunctionalInterface
    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
