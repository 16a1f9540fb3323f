// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

class JsonStreamsTest {

    @Test
    void leavesStreamsToTheirOwner() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream out = new FilterOutputStream(bytes) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (JsonGenerator json = JsonStreams.writer(out)) {
            json.writeStartObject().writeStringProperty("a", "é").writeEndObject();
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"é\"}");
        InputStream in = new FilterInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (JsonParser json = JsonStreams.reader(in)) {
            json.nextToken();
        }
        assertThat(closed).hasValue(0);
    }

    @Test
    void aNameThatComesTwiceIsRefused() {
        try (JsonParser json = JsonStreams.reader("{\"a\":1,\"a\":2}")) {
            assertThatThrownBy(() -> {
                        while (json.nextToken() != null) {}
                    })
                    .isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void aFileThatIsNotInTheProgramIsNamed() {
        assertThatThrownBy(() -> Resource.bytes(JsonStreamsTest.class, "none.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.txt");
    }
}
