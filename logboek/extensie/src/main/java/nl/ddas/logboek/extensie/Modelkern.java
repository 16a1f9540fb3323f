// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.model.Gevolg;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoergroep;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Naamruimten.Attribuutsoort;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Schending;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Toetsuitslag;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// The core as the logbook itself judges lines. What [Kern#eigen] can say in Dutch goes first; what only the model
/// sees is told with its code.
public final class Modelkern implements Kern {

    /// An example has no moment: none is in the future.
    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    /// Keys of extensions are judged by their definition, not here.
    private final Regeltoets toets = new Regeltoets(
            Toetsbeleid.STRIKT, _ -> Optional.of(new Attribuutsoort(1, _ -> true)), Verwerkingsactiviteiten.ONBEKEND);

    @Override
    public Oordeel judge(JsonObject regel) {
        return switch (Kern.eigen().judge(regel)) {
            case Oordeel.Fout fout -> fout;
            case Oordeel.Goed goed -> {
                List<Bezwaar> bezwaren = model(regel);
                yield bezwaren.isEmpty() ? goed : new Oordeel.Fout(bezwaren);
            }
        };
    }

    private List<Bezwaar> model(JsonObject regel) {
        return switch (read(regel)) {
            case Invoer.Onleesbaar _ -> List.of(new Bezwaar("de regel", "is niet als logregel te lezen"));
            case Invoer.Gelezen(List<Invoergroep> groepen) ->
                groepen.stream()
                        .flatMap(groep -> toets.judge(groep, NOW).stream())
                        .flatMap(Modelkern::violations)
                        .filter(schending -> schending.code().gevolg() != Gevolg.WAARSCHUWEN)
                        .map(schending -> new Bezwaar(
                                Citaat.plain(schending.plaats()),
                                "voldoet niet aan de kern (code " + schending.code() + ")"))
                        .toList();
        };
    }

    private static Invoer read(JsonObject regel) {
        try {
            return Invoervorm.LDV_JSON.read(new ByteArrayInputStream(regel.toBytes()), Grenzen.STANDAARD);
        } catch (IOException broken) {
            throw new UncheckedIOException("bytes in memory cannot break", broken);
        }
    }

    private static Stream<Schending> violations(Toetsuitslag uitslag) {
        return switch (uitslag) {
            case Toetsuitslag.Aangenomen _, Toetsuitslag.Genegeerd _ -> Stream.empty();
            case Toetsuitslag.Quarantaine quarantaine -> quarantaine.schendingen().stream();
            case Toetsuitslag.Geweigerd geweigerd -> geweigerd.schendingen().stream();
        };
    }
}
