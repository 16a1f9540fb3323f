// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static nl.ddas.logboek.extensie.Niveau.FOUT;
import static nl.ddas.logboek.extensie.Niveau.INFORMATIEF;
import static nl.ddas.logboek.extensie.Niveau.WAARSCHUWING;
import static nl.ddas.logboek.extensie.Profiel.SEED;
import static nl.ddas.logboek.extensie.Profiel.VERSIE_1_0_0;

import java.util.List;

/// The table of rules: one line a rule, in the order of their numbers. A rule gives its own finding another level now
/// and then; which, stands with its code.
public final class Regels {

    private static final String DOEL = "richtlijn, 1.1 ontwerp";
    private static final String RUIMTE = "richtlijn, 1.1.2 naamruimte";
    private static final String REGISTER = "richtlijn 1.0.0, verwijzingen naar registers";
    private static final String DELEN = "richtlijn, 1.2 onderdelen";
    private static final String OPBOUW = "richtlijn, 1.3 structuur";
    private static final String KERN = "kern 1.0.0, 2.3.4 en besluiten";
    private static final String EIGEN = "eigen aanscherping";

    /// All rules.
    public static final List<Regel> ALLE = List.of(
            Regel.of("EXT-1", FOUT, DOEL, "De extensie verandert niets aan de kern.", Kernregels::noConflict),
            Regel.of("EXT-2", FOUT, DOEL, "Voorbeeldregels houden zich aan de kern.", Kernregels::examplesKeepTheCore),
            Regel.of("EXT-3", FOUT, DOEL, "Sleutels staan in attributes of resource.", Kernregels::onlyOpenPlaces),
            Regel.of("EXT-4", FOUT, DOEL, "De extensie is aanvullend, niet verplicht.", Kernregels::addsOptionally),
            Regel.of("EXT-5", FOUT, DOEL, "De protocollen van de kern blijven.", Kernregels::noOtherProtocol),
            Regel.of("EXT-6", FOUT, DOEL, "De versie van de kern is genoemd.", Kernregels::namesTheCore),
            Regel.of("EXT-7", FOUT, DOEL, "De extensie werkt naast andere.", Samenhang::worksBesideOthers),
            Regel.of("EXT-8", WAARSCHUWING, DOEL, "Uitwisseling blijft ongestoord.", Kernregels::keepsExchangeAsItIs),
            Regel.of("EXT-9", FOUT, RUIMTE, "De naamruimte is van de extensie alleen.", Naamregels::ownNamespace),
            Regel.of("EXT-10", FOUT, RUIMTE, "Geen sleutel is al in gebruik.", Samenhang::noSharedKeys),
            Regel.of("EXT-11", FOUT, EIGEN, "Geen sleutel is het begin van een andere.", Samenhang::noLeafAndBranch),
            Regel.of("EXT-12", WAARSCHUWING, EIGEN, "Naamruimten zijn niet te verwarren.", Naamregels::noLookAlike),
            Regel.of("EXT-13", FOUT, RUIMTE, "Geen sleutel staat er kaal.", Sleutelregels::noBareKeys),
            Regel.of("EXT-14", INFORMATIEF, RUIMTE, "Veel extensies samen: leesbaar.", Samenhang::readableWithMany),
            Regel.of(
                            "EXT-15",
                            FOUT,
                            RUIMTE,
                            "Ook in resource staat de naam vooraan.",
                            Sleutelregels::resourceKeysHavePrefix)
                    .onlyIn(SEED),
            Regel.of(
                            "EXT-15b",
                            WAARSCHUWING,
                            RUIMTE,
                            "In resource staat de naam vooraan.",
                            Sleutelregels::resourceKeysHavePrefix)
                    .onlyIn(VERSIE_1_0_0),
            Regel.of("EXT-16", FOUT, RUIMTE, "Elke sleutel begint met dpl en de naam.", Sleutelregels::keysHavePrefix),
            Regel.of("EXT-17", WAARSCHUWING, RUIMTE, "De naamruimte is de naam.", Naamregels::prefixIsTheName),
            Regel.of("EXT-18", FOUT, REGISTER, "Een verwijzing zegt niet register.", Sleutelregels::noRegisterWord)
                    .onlyIn(VERSIE_1_0_0),
            Regel.of("EXT-19", FOUT, REGISTER, "Geen naam overlapt met de kern.", Sleutelregels::noCoreName)
                    .onlyIn(VERSIE_1_0_0),
            Regel.of("EXT-19b", INFORMATIEF, EIGEN, "Namen als status zijn bekend.", Sleutelregels::fieldNamesAreKnown),
            Regel.of("EXT-20", FOUT, REGISTER, "Een verwijzing is String of List.", Typeregels::referencesAreTexts)
                    .onlyIn(VERSIE_1_0_0),
            Regel.of("EXT-20b", WAARSCHUWING, EIGEN, "Andere waarden ook.", Typeregels::valuesAreTexts),
            Regel.of(
                    "EXT-21", FOUT, DELEN, "Het document noemt doel en doelgroep.", Documentregels::purposeAndAudience),
            Regel.of("EXT-22", FOUT, DELEN, "Het document legt de techniek uit.", Documentregels::technicalPart),
            Regel.of("EXT-23", FOUT, DELEN, "Het document geeft voorbeelden.", Documentregels::exampleSituations),
            Regel.of("EXT-24", FOUT, DELEN, "Het document noemt beperkingen.", Documentregels::limits),
            Regel.of("EXT-25", FOUT, OPBOUW, "Vijf hoofdstukken, in volgorde.", Hoofdstukregels::fiveChapters),
            Regel.of("EXT-26", FOUT, OPBOUW, "Doel en nut geeft drie antwoorden.", Hoofdstukregels::threeAnswers),
            Regel.of(
                    "EXT-27",
                    FOUT,
                    OPBOUW,
                    "Er is een versie en een lijst van wijzigingen.",
                    Hoofdstukregels::versions),
            Regel.of("EXT-28", WAARSCHUWING, DELEN, "De stijl is zakelijk.", Stijlregels::formalStyle),
            Regel.of("EXT-29", WAARSCHUWING, DELEN, "Begrippen zijn uitgelegd.", Stijlregels::termsAreDefined),
            Regel.of("EXT-30", WAARSCHUWING, DELEN, "Namen zijn eenvormig.", Stijlregels::consistentNames),
            Regel.of(
                    "EXT-31",
                    WAARSCHUWING,
                    DELEN,
                    "Er wordt naar standaarden verwezen.",
                    Stijlregels::refersToStandards),
            Regel.of("EXT-32", INFORMATIEF, DOEL, "Alleen waar de kern tekortschiet.", Documentregels::whyNotTheCore),
            Regel.of("EXT-33", FOUT, KERN, "De status is bekend.", Inhoudregels::status),
            Regel.of("EXT-34", FOUT, KERN, "Niets over gebruikers.", Inhoudregels::noUsers),
            Regel.of("EXT-35", FOUT, KERN, "Niets wat al in een register staat.", Inhoudregels::noRegisterFacts),
            Regel.of("EXT-36", FOUT, EIGEN, "Geen directe persoonsgegevens.", Inhoudregels::noPersons),
            Regel.of("EXT-37", FOUT, EIGEN, "Vormen zijn gegeven en voorbeelden kloppen.", Typeregels::formsAreGiven),
            Regel.of("EXT-38", FOUT, EIGEN, "Aantallen en lengtes blijven binnen grenzen.", Typeregels::withinLimits),
            Regel.of(
                    "EXT-39",
                    INFORMATIEF,
                    DELEN,
                    "Voorbeelden stellen geen eisen.",
                    Stijlregels::examplesDemandNothing),
            Regel.of(
                    "EXT-40",
                    WAARSCHUWING,
                    EIGEN,
                    "Het document zegt hoe het ervoor staat.",
                    Documentregels::colophon));

    private Regels() {}
}
