// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;

/// The forms in which lines come in. Each gives the same line for the same content; reading takes memory for what was
/// understood only, within [Grenzen].
public enum Invoervorm {
    /// OTLP's `ExportTraceServiceRequest` in protobuf, over gRPC or HTTP.
    OTLP_PROTOBUF,
    /// The same in JSON (`application/json` of OTLP/HTTP).
    OTLP_JSON,
    /// `ExportOperationsRequest` of the proto `logboek.v1` of 2024.
    LOGBOEK_2024,
    /// Lines as the text of the standard prints them: one object, an array, or one object after the other.
    LDV_JSON;

    /// Reads a body that is not compressed. Does not close it.
    ///
    /// @throws IOException when the stream itself breaks
    public Invoer read(InputStream body, Grenzen grenzen) throws IOException {
        try {
            InputStream limited = new BegrensdeStroom(body, grenzen.bytes());
            Teller teller = new Teller(grenzen);
            List<Invoergroep> groepen =
                    switch (this) {
                        case OTLP_PROTOBUF -> new OtlpProtobuf(limited, teller).read();
                        case OTLP_JSON -> new OtlpJson(limited, teller).read();
                        case LOGBOEK_2024 -> new Logboek2024(limited, teller).read();
                        case LDV_JSON -> new LdvJson(limited, teller).read();
                    };
            return new Invoer.Gelezen(groepen);
        } catch (InvoerTeGroot large) {
            return new Invoer.Onleesbaar(large.reden());
        } catch (InvalidProtocolBufferException _) {
            return new Invoer.Onleesbaar(Invoer.Reden.VORM);
        } catch (JacksonException broken) {
            return refused(broken);
        }
    }

    /// Reads a body with `Content-Encoding: gzip`; the limit holds for what comes out. Does not close it.
    ///
    /// @throws IOException when the stream itself breaks
    public Invoer readGzip(InputStream body, Grenzen grenzen) throws IOException {
        try {
            return read(new GZIPInputStream(body, 8192), grenzen);
        } catch (ZipException | EOFException _) {
            return new Invoer.Onleesbaar(Invoer.Reden.COMPRESSIE);
        }
    }

    /// Jackson wraps what the stream threw.
    private static Invoer refused(JacksonException broken) throws IOException {
        if (broken.getCause() instanceof InvoerTeGroot large) {
            return new Invoer.Onleesbaar(large.reden());
        }
        if (broken.getCause() instanceof IOException stream) {
            throw stream;
        }
        return new Invoer.Onleesbaar(Invoer.Reden.VORM);
    }
}
