// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Regelgroepen;
import nl.ddas.logboek.lezen.Bezoek;
import nl.ddas.logboek.lezen.Tak;
import nl.ddas.logboek.lezen.Traceverslag;
import nl.ddas.presentation.Facts;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.Page;
import nl.ddas.presentation.Section;
import nl.ddas.presentation.Tone;

/// A trace as a page: the logs, what is missing, and each action in order with its attributes folded away per
/// extension, so that a narrow screen shows one thing at a time.
final class Volgpagina {

    /// Deeper than this, indenting leaves no room to read on a telephone.
    private static final int DIEPST = 5;

    private Volgpagina() {}

    static Page van(Traceverslag verslag, List<Definitie> definities, Instant moment) {
        List<Section> delen = new ArrayList<>();
        delen.add(logboeken(verslag));
        List<String> ontbreekt = Volgteksten.ontbreekt(verslag);
        if (!ontbreekt.isEmpty()) {
            delen.add(Section.of("ontbreekt", "Wat ontbreekt of niet klopt", Html.list(ontbreekt)));
        }
        delen.add(Section.of("verloop", "Wat er gebeurde", boom(verslag.takken(), verslag)));
        delen.add(Section.of("acties", "Elke actie", acties(verslag, definities)));
        return new Page(
                "Logboek Dataverwerkingen",
                "Wie verwerkte welke gegevens, wanneer en waarom",
                "",
                "Trace " + verslag.trace().uuid(),
                Volgteksten.samenvatting(verslag),
                Html.NONE,
                delen,
                "Gemaakt op " + Formats.moment(moment));
    }

    private static Section logboeken(Traceverslag verslag) {
        Facts feiten = new Facts();
        IntStream.range(0, verslag.bezoeken().size()).forEach(i -> {
            Bezoek bezoek = verslag.bezoeken().get(i);
            String wat = bezoek.toestand().isGelezen()
                    ? Formats.count(bezoek.regels(), "regel", "regels") + ", " + bezoek.adres()
                    : bezoek.toestand().uitleg();
            feiten.add((i + 1) + ". " + Volgteksten.logboek(bezoek), wat);
        });
        return Section.of("logboeken", "Logboeken", feiten.html());
    }

    /// Who called whom, at a glance.
    ///
    /// @param takken in order, each after its caller, the first one no deeper than the others
    private static Html boom(List<Tak> takken, Traceverslag verslag) {
        List<Html> regels = new ArrayList<>();
        int volgende = 0;
        for (int i = 0; i < takken.size(); i = volgende) {
            volgende = i + 1;
            while (volgende < takken.size() && diepte(takken.get(volgende)) > diepte(takken.get(i))) {
                volgende++;
            }
            Html kop = Html.text(Volgteksten.naam(takken.get(i)) + " (" + wie(takken.get(i), verslag) + ") ");
            List<Tak> onder = takken.subList(i + 1, volgende);
            regels.add(Html.tag("li")
                    .of(kop, uitkomst(takken.get(i)), onder.isEmpty() ? Html.NONE : boom(onder, verslag)));
        }
        return Html.tag("ul", "class", "utrecht-unordered-list").of(Html.join(regels));
    }

    private static int diepte(Tak tak) {
        return Math.min(tak.diepte(), DIEPST);
    }

    private static String wie(Tak tak, Traceverslag verslag) {
        return Volgteksten.logboek(verslag.bezoeken().get(tak.logboek()));
    }

    private static Html uitkomst(Tak tak) {
        return switch (tak.regel().status()) {
            case "Ok" -> Tone.GOOD.badge(Volgteksten.uitkomst(tak));
            case "Error" -> Tone.BAD.badge(Volgteksten.uitkomst(tak));
            default -> Tone.INFO.badge(Volgteksten.uitkomst(tak));
        };
    }

    private static Html acties(Traceverslag verslag, List<Definitie> definities) {
        return Html.join(verslag.takken().stream().map(tak -> actie(verslag, tak, definities)));
    }

    private static Html actie(Traceverslag verslag, Tak tak, List<Definitie> definities) {
        Facts feiten = new Facts();
        feiten.add("Organisatie", wie(tak, verslag));
        feiten.add("Begin", Volgteksten.dag(tak) + ", " + Volgteksten.tijd(tak));
        feiten.add("Afloop", Html.join(uitkomst(tak), Html.text(" " + Volgteksten.duur(tak))));
        verslag.takken().stream()
                .filter(one -> tak.regel()
                        .parentSpanId()
                        .filter(one.regel().spanId()::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(one -> feiten.add("Aangeroepen door", Volgteksten.naam(one)));
        Html groepen = Html.join(Regelgroepen.of(tak.regel().attributes(), definities).groepen().stream()
                .map(Volgpagina::groep));
        return Section.sub(Volgteksten.naam(tak), feiten.html(), groepen);
    }

    private static Html groep(Regelgroepen.Groep groep) {
        Facts feiten = new Facts();
        groep.velden().forEach(veld -> feiten.add(veld.opschrift(), veld.waarde()));
        return Html.details("Kenmerken: " + groep.titel(), feiten.html());
    }
}
