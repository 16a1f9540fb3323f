// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.ddas.basis.Problem;

/// The query of a request, with all that is wrong in it at once.
final class Vraag {

    private final Map<String, String> waarden = new LinkedHashMap<>();
    private final List<Problem.Fault> fouten = new ArrayList<>();

    /// @param query as it stands behind the question mark, perhaps empty
    /// @param bekend the parameters that there are
    Vraag(String query, Set<String> bekend) {
        for (String part : query.split("&")) {
            if (!part.isEmpty()) {
                take(part.split("=", 2), bekend);
            }
        }
    }

    private void take(String[] pair, Set<String> bekend) {
        Optional<String> naam = decoded(pair[0]);
        Optional<String> waarde = decoded(pair.length == 2 ? pair[1] : "");
        if (naam.isEmpty() || waarde.isEmpty()) {
            add("", "Een parameter is niet te lezen. Schrijf bijzondere tekens als %XX.");
        } else if (!bekend.contains(naam.get())) {
            add(
                    "",
                    "Hier zijn alleen deze parameters: " + (bekend.isEmpty() ? "geen" : String.join(", ", bekend))
                            + ".");
        } else if (waarden.put(naam.get(), waarde.get()) != null) {
            add(naam.get(), "Deze parameter mag er maar een keer staan.");
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What a parameter means; one that means nothing is a fault.
    <T> Optional<T> value(String naam, String verwacht, Function<String, Optional<T>> lezer) {
        if (!waarden.containsKey(naam)) {
            return Optional.empty();
        }
        Optional<T> read = lezer.apply(waarden.get(naam));
        if (read.isEmpty()) {
            add(naam, "Verwacht is " + verwacht + ".");
        }
        return read;
    }

    private void add(String naam, String detail) {
        fouten.add(new Problem.Fault(naam.isEmpty() ? "" : "/" + naam, detail));
    }

    /// All that is wrong; to be asked after the last value.
    List<Problem.Fault> faults() {
        return List.copyOf(fouten);
    }
}
