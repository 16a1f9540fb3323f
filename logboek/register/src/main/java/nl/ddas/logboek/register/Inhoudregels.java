// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;
import java.util.function.Predicate;

/// The table of rules over what one version says; each has a code, a spot and a text. `REG-1` to `REG-3` are
/// about form.
final class Inhoudregels {

    /// Something that must be there is not.
    static final String VERPLICHT = "REG-4";

    private static final int LANGST = 200;

    /// @param veld where the fault is told
    /// @param melding Dutch
    private record Regel(String code, String veld, String melding, Predicate<Inhoud> houdt) {}

    private static final List<Regel> REGELS = List.of(
            new Regel(
                    VERPLICHT,
                    "name",
                    "Geef de activiteit een naam die mensen begrijpen, van ten hoogste " + LANGST + " tekens.",
                    one -> !one.name().isEmpty() && one.name().length() <= LANGST),
            new Regel(VERPLICHT, "purpose", "Vul in waarvoor de activiteit nodig is (het doel).", one -> !one.purpose()
                    .isEmpty()),
            new Regel(
                    VERPLICHT,
                    "logRetentionPeriod",
                    "Vul in hoe lang regels in het logboek bewaard worden, zoals"
                            + " P5Y. Dit is iets anders dan personalData.retentionPeriod: die gaat over de gegevens zelf.",
                    one -> one.logging().logRetentionPeriod().isPresent()),
            new Regel(
                    "REG-5",
                    "legalBasis",
                    "Een activiteit met persoonsgegevens heeft een grondslag. Noem er ten" + " minste een.",
                    one -> !one.isPersonal() || !one.legalBasis().isEmpty()),
            new Regel(
                    "REG-6",
                    "dataSubjects",
                    "Er staan soorten persoonsgegevens, maar niet van wie. Noem de" + " betrokkenen.",
                    one -> one.personalData().categories().isEmpty()
                            || !one.dataSubjects().isEmpty()),
            new Regel(
                    "REG-7",
                    "personalData/categories",
                    "Er staan betrokkenen, maar niet welke soorten gegevens." + " Noem ze.",
                    one -> one.dataSubjects().isEmpty()
                            || !one.personalData().categories().isEmpty()),
            new Regel(
                    "REG-8",
                    "personalData/retentionPeriod",
                    "Vul in hoe lang de persoonsgegevens bewaard worden," + " zoals P5Y.",
                    one -> one.personalData().categories().isEmpty()
                            || one.personalData().retentionPeriod().isPresent()),
            new Regel(
                    "REG-9",
                    "detailLevel",
                    "Verwacht is 1 (verwijzing naar dit register), 2 (soorten gegevens) of" + " 3 (waarden).",
                    one -> one.logging().detailLevel() >= 1 && one.logging().detailLevel() <= 3),
            new Regel(
                    "REG-10",
                    "subjectLogging/mode",
                    "Een activiteit met persoonsgegevens logt per betrokkene"
                            + " (per-subject), of met een motivering zonder betrokkenen (aggregate).",
                    one -> !one.isPersonal() || one.logging().subjectLogging() != SubjectLogging.NONE),
            new Regel(
                    "REG-11",
                    "subjectLogging/mode",
                    "Zonder persoonsgegevens is er geen betrokkene om te loggen."
                            + " Zet hier none, of vul dataSubjects en personalData in.",
                    one -> one.isPersonal() || one.logging().subjectLogging() == SubjectLogging.NONE),
            new Regel(
                    "REG-12",
                    "subjectLogging/motivation",
                    "Loggen zonder betrokkenen wijkt af van de standaard."
                            + " Schrijf op waarom (motivation), en noem de DPIA waarop dat steunt (dpia).",
                    one -> one.logging().subjectLogging() != SubjectLogging.AGGREGATE
                            || (!one.logging().motivation().isEmpty()
                                    && one.logging().dpia().isPresent())));

    private Inhoudregels() {}

    /// Tells the card all that is wrong.
    static void judge(Inhoud inhoud, Kaart kaart) {
        REGELS.stream()
                .filter(regel -> !regel.houdt().test(inhoud))
                .forEach(regel -> kaart.add(regel.code(), regel.veld(), regel.melding()));
    }

    /// All that is wrong with a content that was not read from a document.
    static List<Fout> judge(Inhoud inhoud) {
        return REGELS.stream()
                .filter(regel -> !regel.houdt().test(inhoud))
                .map(regel -> new Fout(regel.code(), "/" + regel.veld(), 0, regel.melding()))
                .toList();
    }
}
