// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened, to be closed in the opposite order: each, whatever became of the others.
final class Opened implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<Runnable> closings = new ArrayDeque<>();

    /// @param closing closes what was opened last
    void add(Runnable closing) {
        closings.push(closing);
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException broken) {
                LOG.warn("a part of the manager did not close well", broken);
            }
        }
    }
}
