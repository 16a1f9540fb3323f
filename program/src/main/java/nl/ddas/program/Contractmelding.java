// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in Dutch why content of a contract cannot be read.
final class Contractmelding {

    private static final Pattern VORM = Pattern.compile("(/[^:]*): (.*)", Pattern.DOTALL);
    private static final Pattern HOOGSTENS = Pattern.compile("expected at most (\\d+) (characters|grants)");
    private static final Pattern KEUZE = Pattern.compile("expected ([A-Z_0-9.]+) or ([A-Z_0-9.]+)");

    private static final Map<String, String> REDENEN = Map.ofEntries(
            Map.entry("missing", "dit ontbreekt"),
            Map.entry("expected a text", "verwacht is tekst, tussen aanhalingstekens"),
            Map.entry("expected an object", "verwacht is een JSON-object, tussen { en }"),
            Map.entry("expected an array", "verwacht is een lijst, tussen [ en ]"),
            Map.entry("expected a whole number", "verwacht is een geheel getal"),
            Map.entry("expected a whole number from 0 to 2^53-1", "verwacht is een moment in seconden sinds 1970"),
            Map.entry("expected 1 to 255 printable characters", "verwacht zijn 1 tot 255 leesbare tekens"),
            Map.entry("expected one of the four types of grant", "verwacht is een van de vier soorten grants"),
            Map.entry("only a delegated service has one", "alleen een dienst namens een ander heeft dit"),
            Map.entry("belongs to content with fsc_version", "dit hoort bij een contract met fsc_version"),
            Map.entry("belongs inside identification", "dit hoort binnen identification"),
            Map.entry("does not go with this type", "dit past niet bij type"));

    private Contractmelding() {}

    /// @param reden place and reason, as the reader of contracts gives them
    static String van(String reden) {
        Matcher vorm = VORM.matcher(reden);
        return vorm.matches() ? "Bij " + vorm.group(1) + ": " + nederlands(vorm.group(2)) : "De vorm klopt niet";
    }

    private static String nederlands(String reden) {
        Matcher hoogstens = HOOGSTENS.matcher(reden);
        if (hoogstens.matches()) {
            String wat = hoogstens.group(2).equals("grants") ? "grants" : "tekens";
            return "hoogstens " + hoogstens.group(1) + " " + wat + " zijn toegestaan";
        }
        Matcher keuze = KEUZE.matcher(reden);
        if (keuze.matches()) {
            return "verwacht is " + keuze.group(1) + " of " + keuze.group(2);
        }
        return REDENEN.getOrDefault(reden, "dit is anders dan een contract het heeft");
    }
}
