// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;

/// The table of rules: one line a rule. Severity, message and advice of a code stand in the [Catalogus].
///
/// Not here because they do not look at one thing alone: form and reading (A-01 to, see
/// [Leesfouten]), pages (A-16 to A-18, see [Paginatelling]), a whole levering (L-01 to L-04, L-06, L-08 to
/// L-10, K-09, see [Leveringpatroon]) and persons over a delivery (L-05, L-07, K-12 to K-14, see
/// [Kruistelling]). Groups F, M, S, C and V: add a line here, and rows to `controles.csv`.
final class Regels {

    static final List<Regel<Kop>> BERICHT = List.of(
            new Regel<>("A-05", Berichtregels::periodeInVolgorde),
            new Regel<>("A-06", Berichtregels::helePeriode),
            new Regel<>("A-07", Berichtregels::gevraagdePeriode),
            new Regel<>("A-08", Berichtregels::naAfloop),
            new Regel<>("A-09", Berichtregels::nietInDeToekomst),
            new Regel<>("A-10", Berichtregels::nederlandseTijd),
            new Regel<>("A-11", Berichtregels::naamEnVersie),
            new Regel<>("A-12", Berichtregels::bekendeLeverancier),
            new Regel<>("A-15", Tekstregels::tekens));

    static final List<Regel<LeveringKop>> LEVERING = List.of(
            new Regel<>("O-01", Organisatieregels::naamGevuld),
            new Regel<>("O-02", Organisatieregels::codeAlleenVoorGemeente),
            new Regel<>("O-03", Organisatieregels::eenKenmerk),
            new Regel<>("O-04", Organisatieregels::kvkNummer),
            new Regel<>("O-05", Organisatieregels::gemeentecode),
            new Regel<>("O-06", Organisatieregels::postcode),
            new Regel<>("O-07", Organisatieregels::contactpersoon),
            new Regel<>("O-08", Organisatieregels::mailadres),
            new Regel<>("O-09", Organisatieregels::werkadres),
            new Regel<>("O-10", Organisatieregels::gevraagdeOrganisatie),
            new Regel<>("A-15", Tekstregels::tekens));

    static final List<Regel<Schuldhulptraject>> TRAJECT = List.of(
            new Regel<>("A-13", Tekstregels::afwijkingen),
            new Regel<>("A-15", Tekstregels::tekens),
            new Regel<>("T-01", Gemeenteregels::gevuld),
            new Regel<>("T-02", Gemeenteregels::bestaat),
            new Regel<>("T-03", Gemeenteregels::onbekend),
            new Regel<>("T-04", Gemeenteregels::opgeheven),
            new Regel<>("T-05", Datumregels::startGevuld),
            new Regel<>("T-06", Datumregels::eindNaStart),
            new Regel<>("T-07", Datumregels::binnenPeriode),
            new Regel<>("T-08", Datumregels::startNietTeLaat),
            new Regel<>("T-09", Datumregels::eindNietInDeToekomst),
            new Regel<>("T-10", Datumregels::eindeGelijk),
            new Regel<>("T-11", Datumregels::redenBijEinde),
            new Regel<>("T-12", Datumregels::eindeBijUitstroom),
            new Regel<>("T-13", Datumregels::toekenningGelijk),
            new Regel<>("T-14", Datumregels::toekenningMetRegeling),
            new Regel<>("T-15", Datumregels::toekenningNaStart),
            new Regel<>("T-16", Bedragregels::nietNegatief),
            new Regel<>("T-17", Bedragregels::gewoonBedrag),
            new Regel<>("T-18", Bedragregels::teltOp),
            new Regel<>("T-19", Datumregels::nietStil),
            new Regel<>("T-20", Tekstregels::omschrijving),
            new Regel<>("T-21", Tekstregels::omschrijvingUitstroom),
            new Regel<>("T-22", Datumregels::heeftStap),
            new Regel<>("T-23", Datumregels::geenStandaardwaarde),
            new Regel<>("K-01", Clientregels::eenOfTwee),
            new Regel<>("K-05", Clientregels::verschillend));

    static final List<Regel<Persoon>> CLIENT = List.of(
            new Regel<>("K-02", Clientregels::herkenbaar),
            new Regel<>("K-03", Clientregels::negenCijfers),
            new Regel<>("K-04", Clientregels::elfproef),
            new Regel<>("K-06", Clientregels::geslacht),
            new Regel<>("K-07", Clientregels::geboortedatum),
            new Regel<>("K-08", Clientregels::leeftijd),
            new Regel<>("K-10", Adresregels::postcode),
            new Regel<>("K-11", Adresregels::huisnummer),
            new Regel<>("K-15", Clientregels::tweedeKenmerk),
            new Regel<>("A-15", Tekstregels::tekens));

    private Regels() {}
}
