// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Fails a test class when an event loop was blocked in it.
final class NoBlockedLoop implements BeforeAllCallback, AfterAllCallback {

    static final String WATCHER = "io.vertx.core.impl.BlockedThreadChecker";

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        beforeAll();
    }

    void beforeAll() {
        warnings.start();
        ((Logger) LoggerFactory.getLogger(WATCHER)).addAppender(warnings);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        afterAll();
    }

    void afterAll() {
        ((Logger) LoggerFactory.getLogger(WATCHER)).detachAppender(warnings);
        assertThat(warnings.list)
                .as("warnings about blocked event loops")
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }
}
