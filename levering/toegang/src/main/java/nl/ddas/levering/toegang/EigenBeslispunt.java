// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.ddas.access.Decision;
import nl.ddas.access.Evaluation;
import nl.ddas.access.Judge;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Oin;

/// Decides by the rules of a [Beleid]: what no rule grants is refused.
///
/// The moment comes from the question, so that the same question with the same rules always gives the same answer.
/// Days are those of the Netherlands.
///
/// @param beleid asked at each question, so that an approved change counts at once
public record EigenBeslispunt(Beleidsbron beleid) implements Judge {

    private static final ZoneId NEDERLAND = ZoneId.of("Europe/Amsterdam");

    @Override
    public Judgement judge(Evaluation vraag) {
        try {
            Beleidsbron.Stand stand = beleid.nu();
            return new Judgement(decide(vraag, stand.beleid()), stand.versie());
        } catch (IOException onleesbaar) {
            Decision geen = new Decision.Undecided("the rules cannot be read: " + onleesbaar);
            return new Judgement(geen, JsonObject.EMPTY);
        }
    }

    private static Decision decide(Evaluation vraag, Beleid beleid) {
        if (!gaatOverOphalen(vraag)) {
            return Decision.deny("hierover beslist dit beslispunt niet");
        }
        Optional<LocalDate> dag = dag(vraag);
        if (dag.isEmpty() || !Oin.isOne(vraag.subject().id())) {
            return Decision.deny("de vraag noemt geen organisatie met een OIN, of geen tijd");
        }
        return decide(beleid.over(new Oin(vraag.subject().id())), dag.get());
    }

    private static boolean gaatOverOphalen(Evaluation vraag) {
        return vraag.subject().type().equals(Toegangsvraag.ORGANISATIE)
                && vraag.action().name().equals(Toegangsvraag.OPHALEN)
                && vraag.resource().type().equals(Toegangsvraag.GEGEVENSSET)
                && vraag.resource().id().equals(Toegangsvraag.SCHULDHULPVERLENING);
    }

    private static Optional<LocalDate> dag(Evaluation vraag) {
        try {
            return vraag.context()
                    .text(Toegangsvraag.TIJD)
                    .map(tijd -> LocalDate.ofInstant(Instant.parse(tijd), NEDERLAND));
        } catch (DateTimeException geenTijd) {
            return Optional.empty();
        }
    }

    private static Decision decide(List<Beleidsregel> regels, LocalDate dag) {
        List<Beleidsregel> gelden =
                regels.stream().filter(regel -> regel.bezwaar(dag).isEmpty()).toList();
        return Reikwijdte.van(gelden.stream().map(Beleidsregel::gegeven).toList())
                .map(Reikwijdte::toJson)
                .map(Decision::permit)
                .orElseGet(() -> geweigerd(regels, dag));
    }

    private static Decision geweigerd(List<Beleidsregel> regels, LocalDate dag) {
        Bezwaar bezwaar = regels.stream()
                .flatMap(regel -> regel.bezwaar(dag).stream())
                .max(Comparator.naturalOrder())
                .orElse(Bezwaar.GEEN_REGEL);
        return new Decision.Decided(
                false, JsonObject.EMPTY.with("reason", bezwaar.tekst()).with("code", bezwaar.name()));
    }
}
