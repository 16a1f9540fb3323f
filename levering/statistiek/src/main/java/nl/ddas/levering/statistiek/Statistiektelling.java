// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.levering.model.Uitstroom;

/// Counts combined trajecten for the statistics of a period, one at a time; keeps about 30 bytes for each.
///
/// Class E is counted in the totals only; D and E give no amounts.
public final class Statistiektelling {
    static final List<String> LEEFTIJDEN =
            List.of("jonger dan 18", "18-26", "27-35", "36-45", "46-55", "56-65", "66 en ouder", "onbekend");
    private static final int[] LEEFTIJD_TOT = {18, 27, 36, 46, 56, 66};

    private final Gebieden gebieden;
    private final LocalDate van;
    private final LocalDate tot;
    private final Map<Gebied, Gebiedstelling> bladen = new HashMap<>();
    private final Map<String, Getallenreeks> leeftijden = new TreeMap<>();
    private final Map<Geslacht, Getallenreeks> geslachten = new EnumMap<>(Geslacht.class);
    private final Map<Indicatorscore.Klasse, Long> klassen = new EnumMap<>(Indicatorscore.Klasse.class);
    private final Verliestelling verliezen = new Verliestelling();
    private long zonderDatum;

    /// Where trajecten without known gemeente are counted.
    static final Gebied ONBEKEND = new Gebied(Gebied.Soort.NIET_VERDEELD, "", "Gemeente onbekend", Optional.empty());
    /// Where trajecten of class E are counted.
    static final Gebied KLASSE_E =
            new Gebied(Gebied.Soort.NIET_VERDEELD, "", "Niet verdeeld (klasse E)", Optional.empty());

    /// @param van first day of the period
    /// @param tot last day of the period
    public Statistiektelling(Gebieden gebieden, LocalDate van, LocalDate tot) {
        if (tot.isBefore(van)) {
            throw new IllegalArgumentException("Statistiektelling: expected a period, got " + van + " to " + tot);
        }
        this.gebieden = gebieden;
        this.van = van;
        this.tot = tot;
    }

    /// Counts one traject. Trajecten that a blocking Bevinding keeps out of the figures are not to be given.
    public void tel(GecombineerdTraject traject, Indicatorscore score) {
        klassen.merge(score.klasse(), 1L, Long::sum);
        verliezen.tel(score);
        Looptijd looptijd = traject.groep().looptijd();
        if (!looptijd.isBekend()) {
            zonderDatum++;
            return;
        }
        boolean zwak = score.klasse() == Indicatorscore.Klasse.E;
        Gebiedstelling blad = bladen.computeIfAbsent(
                zwak ? KLASSE_E : gebied(traject.groep().gemeente()), nieuw -> new Gebiedstelling());
        int eerste = Looptijd.dag(van);
        int laatste = Looptijd.dag(tot);
        telStand(blad, looptijd, eerste - 1, Telling.LOPEND_VOOR);
        telStand(blad, looptijd, laatste, Telling.LOPEND_NA);
        int instroom = traject.traject()
                .aanmelding()
                .flatMap(fase -> fase.periode().startdatum())
                .map(Looptijd::dag)
                .orElse(looptijd.begin());
        if (instroom >= eerste && instroom <= laatste) {
            blad.plus(Telling.INSTROOM);
        }
        if (!looptijd.isOpen() && looptijd.einde() >= eerste && looptijd.einde() <= laatste) {
            blad.plus(Telling.UITSTROOM);
            blad.plus(zwak ? Telling.REDEN_NIET_VERDEELD : reden(traject));
        }
        if (looptijd.begin() <= laatste && looptijd.slot() >= eerste) {
            telInPeriode(blad, traject, score.klasse());
        }
    }

    private Gebied gebied(Optional<Gemeentecode> gemeente) {
        return gemeente.flatMap(gebieden::gemeente).orElse(ONBEKEND);
    }

    private static void telStand(Gebiedstelling blad, Looptijd looptijd, int peildag, Telling wat) {
        if (looptijd.begin() <= peildag && looptijd.einde() > peildag) {
            blad.plus(wat);
        }
    }

    private static Telling reden(GecombineerdTraject traject) {
        return traject.traject()
                .uitstroom()
                .flatMap(Uitstroom::reden)
                .map(Telling::van)
                .orElse(Telling.REDEN_ONBEKEND);
    }

    private void telInPeriode(Gebiedstelling blad, GecombineerdTraject traject, Indicatorscore.Klasse klasse) {
        blad.plus(Telling.IN_PERIODE);
        traject.groep().personen().forEach(blad::persoon);
        if (klasse.compareTo(Indicatorscore.Klasse.D) < 0) {
            traject.traject().totaalSchuldbedragBijAanvangSchuld().ifPresent(blad::bedrag);
        }
        if (klasse != Indicatorscore.Klasse.E) {
            telPersonen(traject);
        }
    }

    private void telPersonen(GecombineerdTraject traject) {
        Map<Sleutel, Client> wie = new HashMap<>();
        for (Bijdrage bijdrage : traject.bijdragen()) {
            List<Persoonssleutels> personen = bijdrage.bron().personen();
            for (int i = 0; i < personen.size(); i++) {
                Sleutel persoon = personen.get(i).persoon();
                if (persoon.isBekend()) {
                    wie.putIfAbsent(persoon, bijdrage.traject().client().get(i));
                }
            }
        }
        wie.forEach((persoon, client) -> {
            Persoonskenmerken kenmerken = Persoonskenmerken.van(client);
            long nummer = persoon.hoog() ^ persoon.laag();
            leeftijden
                    .computeIfAbsent(leeftijd(kenmerken), nieuw -> new Getallenreeks())
                    .voegToe(nummer);
            geslachten
                    .computeIfAbsent(kenmerken.geslacht(), nieuw -> new Getallenreeks())
                    .voegToe(nummer);
        });
    }

    /// Age at the end of the period; of a partly unknown date the year decides.
    private String leeftijd(Persoonskenmerken kenmerken) {
        return kenmerken
                .geboortedatum()
                .map(tekst -> Math.max(0, jaren(tekst)))
                .map(jaren -> {
                    int klasse = 0;
                    while (klasse < LEEFTIJD_TOT.length && jaren >= LEEFTIJD_TOT[klasse]) {
                        klasse++;
                    }
                    return LEEFTIJDEN.get(klasse);
                })
                .orElse("onbekend");
    }

    private int jaren(String geboortedatum) {
        int jaar = Integer.parseInt(geboortedatum.substring(0, 4));
        int maand = Math.max(1, Integer.parseInt(geboortedatum.substring(5, 7)));
        int dag = Math.max(1, Integer.parseInt(geboortedatum.substring(8, 10)));
        return Period.between(LocalDate.of(jaar, maand, dag), tot).getYears();
    }

    /// The sum of some areas.
    Gebiedstelling samen(Collection<Gebied> leden) {
        Gebiedstelling som = new Gebiedstelling();
        leden.forEach(lid -> Optional.ofNullable(bladen.get(lid)).ifPresent(som::plus));
        return som;
    }

    /// Everything together.
    Gebiedstelling alles() {
        return samen(bladen.keySet());
    }

    Gebieden gebieden() {
        return gebieden;
    }

    LocalDate van() {
        return van;
    }

    LocalDate tot() {
        return tot;
    }

    long personenVanLeeftijd(String klasse) {
        return Optional.ofNullable(leeftijden.get(klasse))
                .map(Getallenreeks::verschillende)
                .orElse(0L);
    }

    long personenVan(Geslacht geslacht) {
        return Optional.ofNullable(geslachten.get(geslacht))
                .map(Getallenreeks::verschillende)
                .orElse(0L);
    }

    /// What cost points in how many trajecten, the most common first; of each traject the three largest losses.
    public List<Map.Entry<String, Long>> verliezen() {
        return verliezen.posten();
    }

    long trajecten(Indicatorscore.Klasse klasse) {
        return klassen.getOrDefault(klasse, 0L);
    }

    /// Trajecten of which no date is known: in no figure.
    long zonderDatum() {
        return zonderDatum;
    }
}
