// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

/// A log record was not acknowledged: the disk is full or broken, the log is overrun or closed, or the record
/// is there already.
public sealed class LogWriteFailed extends Exception permits LogWriteFailed.Doubled {

    private static final long serialVersionUID = 1L;

    /// The record is there already: the fault is with who used a transaction id twice, not with the log.
    public static final class Doubled extends LogWriteFailed {

        private static final long serialVersionUID = 1L;

        Doubled() {
            super("this transaction was logged before");
        }
    }

    LogWriteFailed(String message) {
        super(message);
    }

    LogWriteFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
