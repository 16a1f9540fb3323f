// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One definition beside the others of the set and of the register (EXT-7, EXT-10, EXT-11, EXT-14).
final class Samenhang {

    private static final int MANY = 2;
    private static final int LONGEST = 1000;

    private Samenhang() {}

    /// @param wie file or name of the extension that has the key
    private record Vreemd(String sleutel, String wie) {}

    /// Keys of others. Those of the core are left to EXT-1.
    private static Stream<Vreemd> others(Zicht zicht) {
        Stream<Vreemd> set = zicht.anderen().stream()
                .flatMap(ander -> ander.attributen().stream().map(a -> new Vreemd(a.sleutel(), ander.bestand())));
        Stream<Vreemd> register = zicht.claims()
                .filter(claim -> !claim.naam().equals("core"))
                .flatMap(claim -> claim.sleutels().stream().map(sleutel -> new Vreemd(sleutel, claim.naam())));
        return Stream.concat(set, register).filter(vreemd -> vreemd.sleutel().contains("."));
    }

    static Uitslag noSharedKeys(Zicht zicht) {
        Map<String, Attribuut> gezien = new LinkedHashMap<>();
        List<Melding> meldingen = new ArrayList<>();
        for (Attribuut a : zicht.eigen().attributen()) {
            Attribuut eerder = gezien.putIfAbsent(lower(a.sleutel()), a);
            if (eerder != null) {
                meldingen.add(Melding.at(
                        a.pointer(),
                        "De sleutel " + Citaat.of(a.sleutel()) + " staat al eerder in deze definitie ("
                                + zicht.eigen().plaatsen().of(eerder.pointer()).tekst() + "). Houd er een over."));
            }
        }
        others(zicht).forEach(vreemd -> Optional.ofNullable(gezien.get(lower(vreemd.sleutel())))
                .map(a -> used(a, vreemd))
                .ifPresent(meldingen::add));
        return Uitslag.of(meldingen.stream());
    }

    private static Melding used(Attribuut a, Vreemd vreemd) {
        return Melding.at(
                        a.pointer(),
                        "De sleutel " + Citaat.of(vreemd.sleutel()) + " is al in gebruik bij "
                                + Citaat.plain(vreemd.wie()) + ". Kies een eigen sleutel.")
                .against(vreemd.wie());
    }

    static Uitslag noLeafAndBranch(Zicht zicht) {
        Map<String, String> bladen = new LinkedHashMap<>();
        zicht.attributen().forEach(a -> bladen.putIfAbsent(lower(a.sleutel()), ""));
        others(zicht).forEach(vreemd -> bladen.putIfAbsent(lower(vreemd.sleutel()), vreemd.wie()));
        Stream<Melding> onder = zicht.attributen().flatMap(a -> branches(a.sleutel())
                .filter(tak -> bladen.containsKey(lower(tak)))
                .map(tak -> clash(a, tak, bladen.getOrDefault(lower(tak), ""))));
        Map<String, Attribuut> eigen = new LinkedHashMap<>();
        zicht.attributen().forEach(a -> eigen.putIfAbsent(lower(a.sleutel()), a));
        Stream<Melding> boven = others(zicht).flatMap(vreemd -> branches(vreemd.sleutel())
                .flatMap(tak -> Optional.ofNullable(eigen.get(lower(tak))).stream())
                .map(a -> clash(a, vreemd.sleutel(), vreemd.wie())));
        return Uitslag.of(Stream.concat(onder, boven));
    }

    /// The keys above this one; of a key that is far too long (EXT-38) none.
    private static Stream<String> branches(String sleutel) {
        String begin = sleutel.length() > LONGEST ? "" : sleutel;
        return Stream.iterate(begin, s -> s.contains("."), s -> s.substring(0, s.lastIndexOf('.')))
                .skip(1);
    }

    private static Melding clash(Attribuut a, String ander, String wie) {
        Melding melding = Melding.at(
                a.pointer(),
                "Van de sleutels " + Citaat.of(a.sleutel()) + " en " + Citaat.of(ander)
                        + (wie.isEmpty() ? "" : " (van " + Citaat.plain(wie) + ")")
                        + " is de een een waarde en tegelijk het begin van de ander. Geef een van beide een andere naam.");
        return wie.isEmpty() ? melding : melding.against(wie);
    }

    /// The sum of what clashes with others, by the other, and what is needed and missing.
    static Uitslag worksBesideOthers(Zicht zicht) {
        Map<String, List<String>> botsingen = new LinkedHashMap<>();
        Stream.of(
                        Map.entry("EXT-9", Naamregels.ownNamespace(zicht)),
                        Map.entry("EXT-10", noSharedKeys(zicht)),
                        Map.entry("EXT-11", noLeafAndBranch(zicht)))
                .forEach(regel -> regel.getValue()
                        .meldingen()
                        .flatMap(melding -> melding.ander().stream())
                        .distinct()
                        .forEach(ander -> botsingen
                                .computeIfAbsent(ander, _ -> new ArrayList<>())
                                .add(regel.getKey())));
        Stream<Melding> samen = botsingen.entrySet().stream().map(botsing -> Melding.at(
                        "",
                        "Deze extensie kan niet samen met " + Citaat.plain(botsing.getKey())
                                + " gebruikt worden. Los eerst op: " + String.join(", ", botsing.getValue()) + ".")
                .against(botsing.getKey()));
        return Uitslag.of(Stream.concat(samen, Naamregels.needs(zicht)));
    }

    static Uitslag readableWithMany(Zicht zicht) {
        return zicht.anderen().size() < MANY
                ? Uitslag.skip("er zijn niet meer dan twee extensies samen")
                : Uitslag.of(zicht.attributen()
                        .filter(a -> a.samenvatting().isEmpty())
                        .map(a -> Melding.at(
                                a.pointer("summary"),
                                "Met meer dan twee extensies wordt een logregel lang. Geef " + Citaat.of(a.sleutel())
                                        + " een kort opschrift (summary), zodat de regel leesbaar blijft.")));
    }

    private static String lower(String sleutel) {
        return sleutel.toLowerCase(Locale.ROOT);
    }
}
