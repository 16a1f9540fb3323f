// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Why something failed, for the log: kinds of exceptions and what the database calls it, never a message.
/// Messages of a database quote the row that it refused, and that may hold a person.
final class Oorzaak {

    private static final int DIEPST = 8;

    private Oorzaak() {}

    /// From outside to inside, such as `IllegalStateException < PSQLException 08006`.
    static String of(Throwable failed) {
        List<String> kinds = new ArrayList<>();
        Throwable one = failed;
        while (one != null && kinds.size() < DIEPST) {
            kinds.add(
                    one instanceof SQLException sql && sql.getSQLState() != null
                            ? name(one) + " " + sql.getSQLState()
                            : name(one));
            one = one.getCause();
        }
        return String.join(" < ", kinds);
    }

    private static String name(Throwable one) {
        return one.getClass().getSimpleName();
    }
}
