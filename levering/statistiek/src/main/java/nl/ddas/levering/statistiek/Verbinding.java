// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Steps 3 and 4: which records of a circle become one, and which doubts that leaves.
///
/// All pairs are looked at in circles of at most [#GRENS] records. A larger circle is no family but a number or an
/// address that stands for many (the address of the organisation, 123456789); there only the joins that no order can
/// change are made: equal persons and equal gemeente. When other joins were thinkable there, C-02 says so.
final class Verbinding {
    /// Largest circle of which all pairs are compared.
    static final int GRENS = 1_000;

    private final List<Kring.Knoop> knopen;
    private final Instellingen instellingen;
    private final Samenhang samenhang;
    private final Map<Signaalcode, BitSet> gevonden = new EnumMap<>(Signaalcode.class);

    private Verbinding(List<Kring.Knoop> knopen, Instellingen instellingen) {
        this.knopen = knopen;
        this.instellingen = instellingen;
        samenhang = new Samenhang(knopen.size());
    }

    /// @param knopen sorted by place
    static Verbinding van(List<Kring.Knoop> knopen, Instellingen instellingen) {
        Verbinding verbinding = new Verbinding(knopen, instellingen);
        if (knopen.size() <= GRENS) {
            verbinding.verbindParen();
        } else {
            verbinding.verbindZekere();
        }
        return verbinding;
    }

    /// Number of the group of a record: the lowest index in it.
    int groepVan(int knoop) {
        return samenhang.vind(knoop);
    }

    /// One signal for each code, about all records of the circle that it concerns.
    List<Signaal> signalen() {
        return gevonden.entrySet().stream()
                .map(code -> new Signaal(
                        code.getKey(),
                        code.getValue().stream()
                                .mapToObj(i -> knopen.get(i).bron().plaats())
                                .toList()))
                .toList();
    }

    /// A possible join, with what decides its turn.
    ///
    /// @param bekend how many of the two know their gemeente
    private record Rand(int a, int b, boolean zelfdePersonen, int bekend, long overlap, int vroeg, int laat) {
        static final Comparator<Rand> VOLGORDE = Comparator.comparing(Rand::zelfdePersonen, Comparator.reverseOrder())
                .thenComparing(Rand::bekend, Comparator.reverseOrder())
                .thenComparing(Rand::overlap, Comparator.reverseOrder())
                .thenComparingInt(Rand::vroeg)
                .thenComparingInt(Rand::laat)
                .thenComparingInt(Rand::a)
                .thenComparingInt(Rand::b);
    }

    private void verbindParen() {
        List<Rand> randen = randen();
        randen.sort(Rand.VOLGORDE);
        int[] gemeente =
                knopen.stream().mapToInt(k -> k.bron().gemeentenummer()).toArray();
        int[][] personen = knopen.stream().map(Kring.Knoop::personen).toArray(int[][]::new);
        for (Rand rand : randen) {
            int links = samenhang.vind(rand.a);
            int rechts = samenhang.vind(rand.b);
            if (links == rechts) {
                continue;
            }
            int[] samen = vereniging(personen[links], personen[rechts]);
            if (botst(gemeente[links], gemeente[rechts])) {
                meld(Signaalcode.C_06, rand.a, rand.b);
            } else if (samen.length > 2) {
                meld(Signaalcode.C_07, rand.a, rand.b);
            } else {
                int leider = samenhang.voegSamen(links, rechts);
                personen[leider] = samen;
                gemeente[leider] = Math.max(gemeente[links], gemeente[rechts]);
            }
        }
    }

    private List<Rand> randen() {
        List<Rand> randen = new ArrayList<>();
        int[] opBegin = opBegin();
        for (int i = 0; i < opBegin.length; i++) {
            Looptijd eerste = knopen.get(opBegin[i]).bron().looptijd();
            for (int j = i + 1; j < opBegin.length; j++) {
                if (!eerste.raakt(knopen.get(opBegin[j]).bron().looptijd(), instellingen.maxgat())) {
                    break;
                }
                rand(Math.min(opBegin[i], opBegin[j]), Math.max(opBegin[i], opBegin[j]), randen);
            }
        }
        return randen;
    }

    private int[] opBegin() {
        return IntStream.range(0, knopen.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> knopen.get(i).bron().looptijd().begin()))
                .mapToInt(i -> i)
                .toArray();
    }

    private void rand(int a, int b, List<Rand> randen) {
        Kring.Knoop links = knopen.get(a);
        Kring.Knoop rechts = knopen.get(b);
        if (!links.deeltPersoonMet(rechts)) {
            return;
        }
        if (!links.bevat(rechts) && !rechts.bevat(links)) {
            meld(Signaalcode.C_05, a, b);
            return;
        }
        int gemeenteLinks = links.bron().gemeentenummer();
        int gemeenteRechts = rechts.bron().gemeentenummer();
        if (botst(gemeenteLinks, gemeenteRechts)) {
            meld(Signaalcode.C_06, a, b);
            return;
        }
        Looptijd eerste = links.bron().looptijd();
        Looptijd tweede = rechts.bron().looptijd();
        randen.add(new Rand(
                a,
                b,
                links.zelfdePersonen(rechts),
                (gemeenteLinks == 0 ? 0 : 1) + (gemeenteRechts == 0 ? 0 : 1),
                eerste.overlap(tweede),
                Math.min(eerste.begin(), tweede.begin()),
                Math.max(eerste.begin(), tweede.begin())));
    }

    private boolean botst(int gemeente, int andere) {
        return instellingen.gemeenteregel() == Gemeenteregel.GELIJK
                && gemeente != 0
                && andere != 0
                && gemeente != andere;
    }

    private void meld(Signaalcode code, int a, int b) {
        BitSet betrokken = gevonden.computeIfAbsent(code, nieuw -> new BitSet(knopen.size()));
        betrokken.set(a);
        betrokken.set(b);
    }

    /// Joins neighbours in time of one class: equal persons and, under GELIJK, equal gemeente. No order of joining
    /// can change this.
    private void verbindZekere() {
        Comparator<Integer> klasse = Comparator.<Integer, int[]>comparing(
                        i -> knopen.get(i).personen(), Arrays::compare)
                .thenComparingInt(this::gemeenteInKlasse);
        List<Integer> volgorde =
                new ArrayList<>(IntStream.range(0, knopen.size()).boxed().toList());
        volgorde.sort(
                klasse.thenComparingInt(i -> knopen.get(i).bron().looptijd().begin()));
        int laatste = -1;
        int vorige = -1;
        boolean meerKlassen = false;
        for (int hier : volgorde) {
            Looptijd looptijd = knopen.get(hier).bron().looptijd();
            boolean zelfdeKlasse = vorige >= 0 && klasse.compare(vorige, hier) == 0;
            meerKlassen |= vorige >= 0 && !zelfdeKlasse;
            if (zelfdeKlasse && looptijd.begin() <= (long) laatste + instellingen.maxgat()) {
                samenhang.voegSamen(vorige, hier);
            }
            laatste = zelfdeKlasse ? Math.max(laatste, looptijd.slot()) : looptijd.slot();
            vorige = hier;
        }
        if (meerKlassen) {
            gevonden.computeIfAbsent(Signaalcode.C_02, nieuw -> new BitSet()).set(0, knopen.size());
        }
    }

    private int gemeenteInKlasse(int knoop) {
        return instellingen.gemeenteregel() == Gemeenteregel.NEGEREN
                ? 0
                : knopen.get(knoop).bron().gemeentenummer();
    }

    private static int[] vereniging(int[] a, int[] b) {
        int[] samen = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, samen, a.length, b.length);
        return Arrays.stream(samen).sorted().distinct().toArray();
    }
}
