// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/// A request that we break off ourselves is no error.
@Isolated("listens to a log that others write to")
class CancelledRequestTest {

    @Test
    void whatWeBreakOffOurselvesIsNoErrorInTheLog() {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger log = (Logger) LoggerFactory.getLogger("io.vertx.core.http.impl.HttpClientRequestImpl");
        log.addAppender(said);
        try (HttpStand stand = new HttpStand();
                HttpServer server = stand.serve(request -> Response.text(200, "text/plain", "goed"))) {
            assertThatThrownBy(() -> stand.client.send(HttpStand.get(server), chain -> false))
                    .isInstanceOf(UnwantedServer.class);
        } finally {
            log.detachAppender(said);
        }
        assertThat(said.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
}
