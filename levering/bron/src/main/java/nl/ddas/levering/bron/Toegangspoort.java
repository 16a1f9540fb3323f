// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Clock;
import java.util.Optional;
import nl.ddas.access.Decision;
import nl.ddas.access.DecisionPoint;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.toegang.Toegangsvraag;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Weigering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for each page that is asked for whether this recipient may have it, and how much of it. No answer is no.
final class Toegangspoort {

    private static final Logger LOG = LoggerFactory.getLogger(Toegangspoort.class);

    /// What may go.
    sealed interface Antwoord {

        /// The page, as far as this reaches.
        record Open(Reikwijdte reikwijdte) implements Antwoord {}

        /// Nothing.
        record Dicht(Weigering weigering) implements Antwoord {}
    }

    private final DecisionPoint beslispunt;
    private final Clock clock;

    Toegangspoort(DecisionPoint beslispunt, Clock clock) {
        this.beslispunt = beslispunt;
        this.clock = clock;
    }

    Antwoord vraag(Afnemer afnemer, Aanleverperiode periode) {
        Toegangsvraag vraag = new Toegangsvraag(
                afnemer.organisatie(),
                afnemer.door(),
                periode.start(),
                periode.eind(),
                afnemer.transactie(),
                clock.instant());
        return switch (beslispunt.decide(vraag.vraag())) {
            case Decision.Undecided _ -> new Antwoord.Dicht(Weigeringen.geenBesluit());
            case Decision.Decided(boolean mag, JsonObject context) -> mag ? open(context) : dicht(context);
        };
    }

    private static Antwoord open(JsonObject context) {
        return Reikwijdte.lees(context).<Antwoord>map(Antwoord.Open::new).orElseGet(() -> {
            LOG.warn(
                    "a permission is not understood, so it is refused: expected nothing, alles: true, or lists of codes"
                            + " of four digits in gemeenten and of members of a traject in veldgroepen, got a context with {}",
                    context.members().keySet());
            return dicht(JsonObject.EMPTY);
        });
    }

    private static Antwoord dicht(JsonObject context) {
        Optional<String> reden = context.text("reason");
        return new Antwoord.Dicht(reden.map(Weigeringen::toegangGeweigerd).orElseGet(Weigering::geenToegang));
    }
}
