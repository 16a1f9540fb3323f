// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// Contracts of the management interface, put together from its pages. A page may hold fewer than were asked for, or
/// none: the Manager looks at so many at a time, and tells where to go on.
final class Contractlijst {

    private static final int PAGINA = 1000;

    private Contractlijst() {}

    /// @param hoogstens from 1; what the Manager says of another number comes back as it says it
    /// @param vraag names and values of the question, see [Beheergesprek#vraag]
    /// @return `contracts`, and `nextCursor` when there are more
    static JsonObject haal(Beheerverbinding manager, int hoogstens, String... vraag) throws IOException {
        List<JsonValue> gevonden = new ArrayList<>();
        String cursor = "";
        do {
            int nog = Math.min(PAGINA, hoogstens - gevonden.size());
            String[] verder = Stream.concat(
                            Arrays.stream(vraag), Stream.of("limit", Integer.toString(nog), "cursor", cursor))
                    .toArray(String[]::new);
            JsonObject pagina = manager.haal("/contracts" + Beheergesprek.vraag(verder));
            gevonden.addAll(Beheergesprek.lijst(pagina, "contracts"));
            cursor = pagina.text("nextCursor").orElse("");
        } while (!cursor.isEmpty() && gevonden.size() < hoogstens);
        return JsonObject.EMPTY.with("contracts", new JsonArray(gevonden)).with("nextCursor", cursor);
    }
}
