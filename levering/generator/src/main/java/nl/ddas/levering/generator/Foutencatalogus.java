// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;
import nl.ddas.levering.generator.Fout.Bestandsfout;
import nl.ddas.levering.generator.Fout.InAlleTrajecten;
import nl.ddas.levering.generator.Fout.InBestand;
import nl.ddas.levering.generator.Fout.InKop;
import nl.ddas.levering.generator.Fout.InLevering;
import nl.ddas.levering.generator.Fout.InTraject;
import nl.ddas.levering.generator.Fout.Ingreep;
import nl.ddas.levering.generator.Fout.Weglaten;

/// Fifty typical errors of a delivery: number, name, the rule that must find it, the rules that may find
/// something beside it, and how it is put in.
final class Foutencatalogus {

    static final int TE_VROEG = 21;
    static final int OUDE_VERSIE = 27;

    static final List<Fout> ALLE = List.of(
            traject(1, "BSN met een verkeerd cijfer", "K-04", Clientfouten::bsnVerkeerdCijfer),
            traject(2, "BSN van acht cijfers", "K-03", Clientfouten::bsnAchtCijfers, "K-04"),
            traject(3, "BSN 000000000 of 123456789", "K-04", Clientfouten::bsnOpvulling),
            traject(4, "BSN met punten", "K-03", Clientfouten::bsnMetPunten),
            traject(5, "geen BSN en geen adres", "K-02", Clientfouten::nietTeHerkennen),
            traject(6, "geslacht als M, V of O", "K-06", Clientfouten::geslachtKort),
            traject(7, "geboortedatum onmogelijk", "K-08", Clientfouten::geboortedatumOnmogelijk),
            traject(8, "geboortedatum als dd-mm-jjjj", "K-07", Clientfouten::geboortedatumOmgekeerd),
            traject(9, "postcode met spatie en kleine letters", "K-10", Clientfouten::postcodeKlein),
            traject(10, "huisnummer met letter", "K-11", Clientfouten::huisnummerMetLetter),
            alle(11, "adres van de organisatie bij alle cliënten", "K-14", Leveringfouten::adresVanOrganisatie),
            vorm(12, "drie cliënten", "K-01", Clientfouten::drieClienten),
            traject(13, "zelfde BSN twee keer in een traject", "K-05", Clientfouten::tweemaalZelfdeBsn, "K-12"),
            traject(14, "gemeentecode GM en drie cijfers", "T-02", Trajectfouten::gemeentecodeKort, "L-03", "L-04"),
            traject(15, "opgeheven gemeente", "T-04", Trajectfouten::opgehevenGemeente, "T-02", "L-03", "L-04"),
            traject(16, "onbekend met kleine letter", "T-02", Trajectfouten::onbekendKlein, "L-03", "L-04"),
            traject(
                    17,
                    "woongemeente in plaats van verantwoordelijke",
                    "C-06",
                    Trajectfouten::woongemeente,
                    "L-03",
                    "L-04"),
            levering(
                    18,
                    "KvK-nummer en gemeentecode allebei",
                    "O-03",
                    Leveringfouten::kvkEnGemeentecode,
                    "O-02",
                    "L-04"),
            alle(19, "meer gemeenten in een levering", "L-03", Leveringfouten::meerGemeenten, "L-04"),
            levering(20, "teller begint bij 0", "L-01", Leveringfouten::tellerVanafNul),
            kop(
                    TE_VROEG,
                    "aangeleverd voor het einde van de periode",
                    "A-08",
                    Kopfouten::teVroeg,
                    "T-08",
                    "T-09",
                    "S-02"),
            new Fout(22, "lokale tijd zonder zone", "A-03", List.of("A-10"), true, (InKop) Kopfouten::zonderZone),
            kop(23, "leverancier zonder versie", "A-11", Kopfouten::zonderVersie),
            vorm(24, "null in plaats van weglaten", "A-14", Trajectfouten::nullDatum),
            traject(25, "lege tekst", "A-14", Clientfouten::legeToevoeging),
            traject(26, "veldnaam verkeerd gespeld", "A-13", Trajectfouten::veldVerkeerdGespeld, "F-35"),
            traject(OUDE_VERSIE, "oude versie", "A-04", Trajectfouten::oudeVersie, "F-12", "F-15", "T-10"),
            vorm(28, "Toewijzingsbeschikking", "F-12", Trajectfouten::toewijzingsbeschikking),
            vorm(29, "Zelfstandig verder", "F-31", Trajectfouten::zelfstandigVerder),
            vorm(30, "SA als oplossing", "F-25", Trajectfouten::saAlsOplossing),
            traject(31, "dwangakkoord zonder toegekend", "F-22", Fasefouten::dwangakkoordZonderToegekend, "F-23"),
            traject(32, "toegekend en afgewezen allebei", "F-21", Fasefouten::toegekendEnAfgewezen),
            traject(33, "einddatum zonder uitstroom", "T-11", Fasefouten::zonderUitstroom),
            traject(34, "drie einddatums verschillen", "T-10", Fasefouten::einddatumsVerschillen),
            traject(
                    35,
                    "einddatum voor startdatum",
                    "T-06",
                    Fasefouten::eindeVoorStart,
                    "T-07",
                    "T-10",
                    "T-15",
                    "F-34",
                    "F-36"),
            traject(36, "traject buiten de periode", "T-07", Fasefouten::buitenPeriode, "F-27", "S-02", "K-08"),
            traject(37, "fasen in verkeerde volgorde", "F-01", Fasefouten::fasenVerwisseld, "F-36", "F-24", "F-17"),
            traject(38, "moratorium van negen maanden", "M-02", Fasefouten::langMoratorium, "M-03", "F-36", "T-09"),
            traject(39, "bedragen in centen", "T-17", Bedragfouten::centen, "T-18"),
            traject(40, "schulden tellen niet op", "T-18", Bedragfouten::teltNietOp, "T-17"),
            traject(41, "negatief bedrag", "S-01", Bedragfouten::negatief),
            traject(42, "dubbele schuld", "S-07", Bedragfouten::dubbeleSchuld),
            alle(43, "conversiedatum als startdatum", "L-08", Leveringfouten::conversiedatum, "F-09", "F-36", "T-15"),
            new Fout(44, "traject verdwenen", "L-07", List.of("L-06"), false, new Weglaten(0.1)),
            bestand(45, "bestand twee keer aangeleverd", "A-18", Bestandsfout.TWEEMAAL),
            bestand(46, "laatste pagina ontbreekt", "A-16", Bestandsfout.PAGINA_WEG),
            bestand(47, "Latin-1 in plaats van UTF-8", "A-01", Bestandsfout.LATIN1),
            traject(48, "privepersoon als schuldeiser met naam", "S-05", Bedragfouten::prive),
            traject(49, "BSN in de omschrijving", "T-20", Clientfouten::bsnInOmschrijving),
            levering(50, "contactpersoon zonder e-mail", "O-07", Leveringfouten::zonderEmail));

    private Foutencatalogus() {}

    static Fout nummer(int nummer) {
        return ALLE.get(nummer - 1);
    }

    private static Fout traject(int nummer, String naam, String code, InTraject ingreep, String... bij) {
        return fout(nummer, naam, code, ingreep, bij);
    }

    /// An error that the schema refuses: A-03 stands beside the code.
    private static Fout vorm(int nummer, String naam, String code, InTraject ingreep) {
        return new Fout(nummer, naam, code, List.of("A-03"), true, ingreep);
    }

    private static Fout alle(int nummer, String naam, String code, InAlleTrajecten ingreep, String... bij) {
        return fout(nummer, naam, code, ingreep, bij);
    }

    private static Fout levering(int nummer, String naam, String code, InLevering ingreep, String... bij) {
        return fout(nummer, naam, code, ingreep, bij);
    }

    private static Fout kop(int nummer, String naam, String code, InKop ingreep, String... bij) {
        return fout(nummer, naam, code, ingreep, bij);
    }

    private static Fout bestand(int nummer, String naam, String code, Bestandsfout soort) {
        return fout(nummer, naam, code, new InBestand(soort));
    }

    private static Fout fout(int nummer, String naam, String code, Ingreep ingreep, String... bij) {
        return new Fout(nummer, naam, code, List.of(bij), false, ingreep);
    }
}
