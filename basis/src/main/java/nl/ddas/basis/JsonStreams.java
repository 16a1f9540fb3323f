// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Readers and writers for large JSON, token by token. The streams stay the caller's: closing a reader or writer leaves
/// them open. Names that come twice in one object are refused.
public final class JsonStreams {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonStreams() {}

    /// Reads from a stream; the coding (UTF-8, 16 or 32) is found out.
    public static JsonParser reader(InputStream from) {
        return JSON.createParser(ObjectReadContext.empty(), from);
    }

    /// Reads from a text.
    public static JsonParser reader(String from) {
        return JSON.createParser(ObjectReadContext.empty(), from);
    }

    /// Writes compact JSON in UTF-8.
    public static JsonGenerator writer(OutputStream to) {
        return JSON.createGenerator(ObjectWriteContext.empty(), to);
    }
}
