// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ddas.logboek.register.Artikel30;
import nl.ddas.logboek.register.Entiteit;
import nl.ddas.logboek.register.Inhoud;
import nl.ddas.logboek.register.Logwijze;
import nl.ddas.logboek.register.Maatregel;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Facts;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.HtmlTable;
import nl.ddas.presentation.Page;
import nl.ddas.presentation.Section;

/// The register of article 30 as a page that people read.
final class Registerpagina {

    private static final String ZONDER = "Zonder verantwoordelijke";

    private Registerpagina() {}

    /// The whole file.
    static String render(Artikel30 register) {
        Map<String, List<Artikel30.Rij>> partijen = new LinkedHashMap<>();
        register.rows().forEach(rij -> partijen.computeIfAbsent(
                        rij.verantwoordelijke().map(Entiteit::name).orElse(ZONDER), _ -> new ArrayList<>())
                .add(rij));
        List<Section> delen = new ArrayList<>(List.of(overzicht(partijen)));
        partijen.forEach((partij, rijen) -> delen.add(deel(register, delen.size(), partij, rijen)));
        return new Page(
                        "DDAS",
                        "Data Delen Armoede en Schulden",
                        "Register",
                        register.document().title(),
                        "Wat er met gegevens gebeurt, waarom, hoe lang en met welke bescherming: het register dat artikel 30"
                                + " van de AVG vraagt.",
                        Html.NONE,
                        delen,
                        "Stand van " + Formats.moment(register.moment()) + ". Bron: "
                                + register.document().base() + ".")
                .render();
    }

    private static Section overzicht(Map<String, List<Artikel30.Rij>> partijen) {
        HtmlTable tabel = new HtmlTable(
                "Alle activiteiten",
                List.of(
                        Column.text("Activiteit"),
                        Column.text("Verantwoordelijke"),
                        Column.text("Persoonsgegevens"),
                        Column.text("Gegevens bewaren"),
                        Column.text("Logregels bewaren")));
        partijen.forEach((partij, rijen) -> rijen.forEach(rij -> tabel.row(List.of(
                Html.link("#" + anker(rij), rij.inhoud().name()),
                Html.text(partij),
                Html.text(rij.inhoud().isPersonal() ? "ja" : "nee"),
                Html.text(rij.inhoud()
                        .personalData()
                        .retentionPeriod()
                        .map(Artikel30::spoken)
                        .orElse("-")),
                Html.text(rij.inhoud()
                        .logging()
                        .logRetentionPeriod()
                        .map(Artikel30::spoken)
                        .orElse("-"))))));
        return Section.of("overzicht", "Overzicht", tabel.html());
    }

    private static Section deel(Artikel30 register, int nummer, String partij, List<Artikel30.Rij> rijen) {
        return Section.of(
                "partij-" + nummer, partij, Html.join(rijen.stream().map(rij -> Html.tag("div", "id", anker(rij))
                        .of(Section.sub(rij.inhoud().name(), feiten(register, rij))))));
    }

    private static String anker(Artikel30.Rij rij) {
        return "activiteit-" + rij.activiteit().id();
    }

    private static Html feiten(Artikel30 register, Artikel30.Rij rij) {
        Inhoud inhoud = rij.inhoud();
        Facts feiten = new Facts().add("Doel", inhoud.purpose());
        feit(feiten, "Grondslag", Artikel30.spoken(inhoud.legalBasis()));
        feit(feiten, "Wet en artikel", inhoud.legalBasisComment());
        feit(feiten, "Betrokkenen", Artikel30.spoken(inhoud.dataSubjects()));
        lijst(feiten, "Soorten gegevens", inhoud.personalData().categories());
        feit(feiten, "Wat ermee gebeurt", Artikel30.spoken(inhoud.processingOptions()));
        lijst(feiten, "Ontvangers", register.recipients(inhoud));
        feit(
                feiten,
                "Gegevens bewaren",
                inhoud.personalData().retentionPeriod().map(Artikel30::spoken).orElse(""));
        lijst(
                feiten,
                "Maatregelen",
                inhoud.measures().stream().map(Maatregel::measure).toList());
        feit(feiten, "Deel van", register.parent(inhoud).orElse(""));
        loggen(feiten, inhoud.logging());
        lijst(
                feiten,
                "Verwijzingen",
                inhoud.verband().externalRefs().stream().map(URI::toString).toList());
        feiten.add(
                "Versie",
                rij.versie().nummer() + ", geldt vanaf "
                        + Formats.moment(rij.versie().validFrom()));
        feiten.add("Kenmerk in logregels", rij.uri().toString());
        return feiten.html();
    }

    private static void loggen(Facts feiten, Logwijze loggen) {
        feit(
                feiten,
                "Logregels bewaren",
                loggen.logRetentionPeriod().map(Artikel30::spoken).orElse(""));
        feiten.add("Betrokkenen in logregels", loggen.subjectLogging().tekst());
        feit(feiten, "Motivering", loggen.motivation());
        feit(feiten, "DPIA", loggen.dpia().map(URI::toString).orElse(""));
        if (loggen.confidential()) {
            feiten.add(
                    "Vertrouwelijk",
                    "ja"
                            + loggen.confidentialUntil()
                                    .map(tot -> ", tot " + Formats.moment(tot))
                                    .orElse(""));
        }
    }

    private static void feit(Facts feiten, String naam, String waarde) {
        if (!waarde.isEmpty()) {
            feiten.add(naam, waarde);
        }
    }

    private static void lijst(Facts feiten, String naam, List<String> waarden) {
        if (!waarden.isEmpty()) {
            feiten.add(naam, waarden.size() == 1 ? Html.text(waarden.getFirst()) : Html.list(waarden));
        }
    }
}
