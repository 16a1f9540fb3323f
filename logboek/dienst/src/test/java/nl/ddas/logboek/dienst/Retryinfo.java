// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// Reads how long a server wants a client to wait: `google.rpc.Status` 3, `Any` 2, `RetryInfo` 1, `Duration` 1 and 2.
final class Retryinfo {

    private static final String TYPE = "type.googleapis.com/google.rpc.RetryInfo";

    private Retryinfo() {}

    static Duration read(Grpcclient.Answer answer) {
        try {
            byte[] status = Base64.getDecoder().decode(answer.trailers().get("grpc-status-details-bin"));
            byte[] any = field(status, 3);
            String type = new String(field(any, 1), StandardCharsets.UTF_8);
            if (!type.equals(TYPE)) {
                throw new IllegalStateException("expected RetryInfo, got " + type);
            }
            CodedInputStream in = CodedInputStream.newInstance(field(field(any, 2), 1));
            Duration duration = Duration.ZERO;
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                duration = tag == 1 << 3 ? duration.plusSeconds(in.readInt64()) : duration.plusNanos(in.readInt32());
            }
            return duration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] field(byte[] message, int number) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == ((number << 3) | 2)) {
                return in.readByteArray();
            }
            in.skipField(tag);
        }
        throw new IllegalStateException("no field " + number);
    }
}
