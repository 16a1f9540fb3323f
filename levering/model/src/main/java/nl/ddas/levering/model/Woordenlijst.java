// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/// All field names that the codec or a schema knows, numbered: the parser matches a name to its number without making
/// a text of it. The numbers of [Veld] come first, so that `Veld.ordinal()` is the number of a field.
final class Woordenlijst {

    private static final Veld[] VELDEN = Veld.values();

    private final List<String> woorden;
    private final PropertyNameMatcher zoeker;

    private Woordenlijst(List<String> woorden) {
        this.woorden = woorden;
        this.zoeker = new JsonFactory()
                .constructNameMatcher(
                        woorden.stream().map(Woordenlijst::benoemd).toList(), false);
    }

    /// The names of [Veld] and those given, each once.
    static Woordenlijst van(Set<String> uitSchemas) {
        Set<String> alle = new LinkedHashSet<>();
        for (Veld veld : VELDEN) {
            alle.add(veld.naam());
        }
        alle.addAll(uitSchemas);
        return new Woordenlijst(alle.stream().map(String::intern).toList());
    }

    private static Named benoemd(String naam) {
        return Named.fromString(naam);
    }

    PropertyNameMatcher zoeker() {
        return zoeker;
    }

    int aantal() {
        return woorden.size();
    }

    String woord(int nummer) {
        return woorden.get(nummer);
    }

    int nummer(String woord) {
        return woorden.indexOf(woord);
    }

    static boolean isVeld(int nummer) {
        return nummer >= 0 && nummer < VELDEN.length;
    }

    static Veld veld(int nummer) {
        return VELDEN[nummer];
    }
}
