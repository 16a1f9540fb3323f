// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Lines that cannot be stored, whoever offers them whenever: the store works, and none of them is in it. What
/// is offered apart from these may well succeed.
public final class Onbewaarbaar extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /// Classes of SQLSTATE that are about what was offered: cardinality, data, integrity, limits of the program.
    private static final Set<String> SOORTEN = Set.of("21", "22", "23", "54");
    private static final int STATE = 5;

    Onbewaarbaar(RuntimeException cause) {
        super("these lines cannot be stored", cause);
    }

    /// What went wrong, as this when the lines are the reason, and as it is when the database is.
    static RuntimeException orElse(RuntimeException failed) {
        boolean isPoison = Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .allMatch(Onbewaarbaar::isOfTheLines);
        return isPoison ? new Onbewaarbaar(failed) : failed;
    }

    private static boolean isOfTheLines(Throwable cause) {
        return switch (cause) {
            case SQLException sql -> {
                String state = Objects.requireNonNullElse(sql.getSQLState(), "");
                yield state.length() == STATE && SOORTEN.contains(state.substring(0, 2));
            }
            case IOException _ -> false;
            default -> true;
        };
    }
}
