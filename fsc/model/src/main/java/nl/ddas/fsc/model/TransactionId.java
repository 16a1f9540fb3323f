// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What binds the log records of one request together: header `Fsc-Transaction-Id`.
public record TransactionId(String value) {

    /// Header of a request from Outway to Service, and of the answer to the client of the Outway.
    public static final String HEADER = "Fsc-Transaction-Id";

    private static final int MAX_LENGTH = 255;

    /// @throws IllegalArgumentException when empty, longer than 255 characters or not printable ASCII
    public TransactionId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("TransactionId: expected 1 to 255 printable characters");
        }
    }

    private static boolean isOne(String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /// A new one: UUID of version 7.
    public static TransactionId create(Clock clock, RandomGenerator random) {
        return new TransactionId(Uuids.v7(clock.instant(), random));
    }

    /// Reads a header value; nothing when it has not the form of the Group, or none that any Group can have.
    ///
    /// @param form see [Group#transactionId]
    public static Optional<TransactionId> read(String text, Pattern form) {
        return isOne(text) && form.matcher(text).matches() ? Optional.of(new TransactionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
