// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// A list of the management interface, put together from its pages. A page may hold fewer than were asked for,
/// or none: the Manager looks at so many at a time, and tells where to go on.
///
/// @param pad where it stands
/// @param naam member of an answer that holds the items
record Beheerlijst(String pad, String naam) {

    private static final int PAGINA = 1000;

    /// So many at most: the log of another Peer may say for ever that there is more.
    private static final int PAGINAS = 1000;

    /// What can be copied to a command line as it stands. Another Peer makes the cursors of its log.
    private static final Pattern GEWOON = Pattern.compile("[A-Za-z0-9_=~.-]+");

    /// Asks for pages until there are enough.
    ///
    /// @param vraag names and values of the question, see [Beheergesprek#vraag]
    /// @return the last page, with the items of all; it says where the list goes on
    JsonObject haal(Beheerverbinding manager, Lijstopties opties, String... vraag) throws IOException {
        List<JsonValue> gevonden = new ArrayList<>();
        String cursor = opties.verder;
        JsonObject pagina;
        int paginas = 0;
        do {
            int nog = Math.min(PAGINA, opties.hoogstens - gevonden.size());
            String[] verder = Stream.concat(
                            Arrays.stream(vraag), Stream.of("limit", Integer.toString(nog), "cursor", cursor))
                    .toArray(String[]::new);
            pagina = manager.haal(pad + Beheergesprek.vraag(verder));
            gevonden.addAll(Beheergesprek.lijst(pagina, naam));
            cursor = cursor(pagina);
            paginas++;
        } while (!cursor.isEmpty() && gevonden.size() < opties.hoogstens && paginas < PAGINAS);
        return pagina.with(naam, new JsonArray(gevonden));
    }

    /// Where the list goes on; empty when this was the end. FSC's own lists have it a level deeper.
    private static String cursor(JsonObject antwoord) {
        return antwoord.text("nextCursor")
                .or(() -> antwoord.object("pagination").flatMap(deel -> deel.text("next_cursor")))
                .orElse("");
    }

    /// Says below a list that there is more, if there is, and how to come by it.
    ///
    /// @param zoek how to ask for less, such as `zoek met --stand`; may be empty
    static void meldMeer(Beheergesprek gesprek, JsonObject antwoord, String zoek) {
        String cursor = cursor(antwoord);
        if (cursor.isEmpty()) {
            return;
        }
        gesprek.regel("");
        gesprek.regel("Er zijn er meer. Vraag er meer met --hoogstens, " + (zoek.isEmpty() ? "" : zoek + ", ")
                + "of ga hier verder met "
                + (GEWOON.matcher(cursor).matches()
                        ? "--verder=" + cursor
                        : "--verder en wat --json bij de volgende pagina noemt."));
    }
}
