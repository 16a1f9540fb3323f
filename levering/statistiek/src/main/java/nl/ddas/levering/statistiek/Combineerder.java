// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds the delivered trajecten that are about the same traject: same persons, overlapping periods and, under
/// [Gemeenteregel#GELIJK], the same gemeente.
///
/// A pure function: the order of the input does not matter, and the same input gives the same outcome. Takes about
/// n log n time. Source: aanleverprotocol of DDAS, June 2026 (and July 2024 for [Gemeenteregel#NEGEREN]).
public final class Combineerder {
    /// Version of these rules, stored with every outcome.
    public static final String REGELVERSIE = "1.0";

    private final Instellingen instellingen;

    public Combineerder(Instellingen instellingen) {
        this.instellingen = instellingen;
    }

    /// Combines records; their places must differ.
    public Combinatie combineer(Collection<Bronrecord> records) {
        List<Bronrecord> gesorteerd = new ArrayList<>(records);
        gesorteerd.sort(Comparator.comparing(Bronrecord::plaats));
        Herkenning herkenning = new Herkenning(gesorteerd);
        Opbrengst opbrengst = new Opbrengst(herkenning.signalen());
        Verwantschap verwantschap = new Verwantschap(herkenning);
        for (int begin = 0; begin < gesorteerd.size(); ) {
            int einde = verwantschap.eindeVanKring(begin);
            new Kring(herkenning, verwantschap.leden(begin, einde), instellingen).verwerk(opbrengst);
            begin = einde;
        }
        return opbrengst.combinatie(instellingen);
    }

    /// What the circles yield together.
    static final class Opbrengst {
        final List<Groep> groepen = new ArrayList<>();
        final List<Vervanging> vervangen = new ArrayList<>();
        final List<Signaal> signalen;

        Opbrengst(List<Signaal> begin) {
            signalen = new ArrayList<>(begin);
        }

        Combinatie combinatie(Instellingen instellingen) {
            groepen.sort(
                    Comparator.comparing(groep -> groep.bronnen().getFirst().plaats()));
            vervangen.sort(Comparator.comparing(vervanging -> vervanging.oud().plaats()));
            signalen.sort(Comparator.comparing(Signaal::code)
                    .thenComparing(signaal -> signaal.plaatsen().getFirst()));
            return new Combinatie(
                    List.copyOf(groepen), List.copyOf(vervangen), List.copyOf(signalen), instellingen, REGELVERSIE);
        }
    }
}
