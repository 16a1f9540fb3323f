// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the sender hears when the body was read (OTLP "Full Success" and "Partial Success"): how many lines were not
/// stored, and at most twenty of them with their code. Never a value.
///
/// @param geweigerd lines that are not stored as lines, quarantine included
/// @param melding in English, empty when all went well
public record Exportantwoord(long geweigerd, String melding) {

    private static final int GENOEMD = 20;

    /// Over all lines of one body, in any order.
    public static Exportantwoord of(List<Toetsuitslag> uitslagen) {
        List<String> wrong = uitslagen.stream()
                .map(Exportantwoord::wrong)
                .flatMap(Optional::stream)
                .toList();
        if (wrong.isEmpty()) {
            return new Exportantwoord(0, "");
        }
        String list = wrong.stream().limit(GENOEMD).collect(Collectors.joining(", "));
        String rest = wrong.size() > GENOEMD ? " and " + (wrong.size() - GENOEMD) + " more" : "";
        return new Exportantwoord(
                wrong.size(), wrong.size() + " of " + uitslagen.size() + " lines were not stored: " + list + rest);
    }

    /// Whether every line was stored, so that nothing is to be said.
    public boolean isGeheel() {
        return geweigerd == 0;
    }

    private static Optional<String> wrong(Toetsuitslag uitslag) {
        return switch (uitslag) {
            case Toetsuitslag.Aangenomen _, Toetsuitslag.Genegeerd _ -> Optional.empty();
            case Toetsuitslag.Quarantaine(Invoerregel regel, List<Schending> schendingen) ->
                Optional.of(line(regel, schendingen));
            case Toetsuitslag.Geweigerd(Invoerregel regel, List<Schending> schendingen) ->
                Optional.of(line(regel, schendingen));
        };
    }

    private static String line(Invoerregel regel, List<Schending> schendingen) {
        String id = SpanId.of(regel.sleutels().spanId()).map(SpanId::hex).orElse("(no span id)");
        Schending first = schendingen.getFirst();
        return id + ": " + first.code() + (first.hint().isEmpty() ? "" : " (" + first.hint() + ")");
    }
}
