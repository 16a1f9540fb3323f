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

    private static final String WATCHER = "io.vertx.core.impl.BlockedThreadChecker";

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();

    static ListAppender<ILoggingEvent> watch(ListAppender<ILoggingEvent> appender) {
        appender.start();
        ((Logger) LoggerFactory.getLogger(WATCHER)).addAppender(appender);
        return appender;
    }

    static void unwatch(ListAppender<ILoggingEvent> appender) {
        ((Logger) LoggerFactory.getLogger(WATCHER)).detachAppender(appender);
        appender.stop();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        watch(warnings);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        unwatch(warnings);
        assertThat(warnings.list)
                .as("warnings about blocked event loops")
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }
}
