// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// A folder of exchange files of v1.0 (`*.json`), each holding the deliveries over a period.
///
/// A new or changed file is read twice: which levering of which file counts is known only when all headers are,
/// and a header may stand behind its trajecten. That costs about a second for 50.000 trajecten, once a day.
///
/// Files whose period touches the one asked for are delivered, in the order of their names. When two files
/// hold a levering of the same organisation over the same period, only the one with the latest
/// `aanleverdatumEnTijd` counts: putting a corrected file beside the old one is enough.
public final class MapBron implements Gegevensbron {

    private final Path map;
    private final BerichtLezer lezer;
    private final Map<Path, Bestandsoverzicht> gezien = new ConcurrentHashMap<>();

    /// @param map is read anew for every snapshot
    public MapBron(Path map, BerichtLezer lezer) {
        this.map = map;
        this.lezer = lezer.voorVersie(Versie.V1_0);
    }

    @Override
    public void lees(Aanleverperiode periode, BronOntvanger ontvanger) throws IOException {
        List<Bestandsoverzicht> overzichten = overzichten();
        for (Bestandsoverzicht overzicht : overzichten) {
            overzicht.onleesbaar().ifPresent(ontvanger::onleesbaar);
        }
        List<Bestandsoverzicht> passend = overzichten.stream()
                .filter(overzicht -> overzicht.onleesbaar().isEmpty()
                        && overzicht.periode().filter(periode::overlapt).isPresent())
                .toList();
        Map<Path, Set<Integer>> vervallen = vervallen(passend);
        for (Bestandsoverzicht overzicht : passend) {
            Set<Integer> nietMeer = vervallen.getOrDefault(overzicht.bestand(), Set.of());
            if (nietMeer.isEmpty() || nietMeer.size() < overzicht.aantalLeveringen()) {
                lees(overzicht, nietMeer, ontvanger);
            }
        }
    }

    private void lees(Bestandsoverzicht overzicht, Set<Integer> vervallen, BronOntvanger ontvanger) throws IOException {
        Bestandslezing lezing = new Bestandslezing(overzicht, vervallen, ontvanger);
        try {
            Lezing einde = lezer.lees(() -> Files.newInputStream(overzicht.bestand()), lezing);
            Bestandsoverzicht.onleesbaar(overzicht.bestand(), einde).ifPresent(ontvanger::onleesbaar);
        } catch (UncheckedIOException doorgegeven) {
            throw doorgegeven.getCause();
        }
    }

    private List<Bestandsoverzicht> overzichten() throws IOException {
        List<Path> bestanden;
        try (Stream<Path> inhoud = Files.list(map)) {
            bestanden = inhoud.filter(Files::isRegularFile)
                    .filter(bestand -> bestand.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        gezien.keySet().retainAll(bestanden);
        List<Bestandsoverzicht> overzichten = new ArrayList<>();
        for (Path bestand : bestanden) {
            Bestandsoverzicht bekend = gezien.get(bestand);
            Bestandsoverzicht overzicht =
                    bekend != null && bekend.isActueel() ? bekend : Bestandsoverzicht.lees(bestand, lezer);
            gezien.put(bestand, overzicht);
            overzichten.add(overzicht);
        }
        return overzichten;
    }

    /// Which leveringen of each file a newer file replaces.
    private static Map<Path, Set<Integer>> vervallen(List<Bestandsoverzicht> overzichten) {
        Comparator<Bestandsoverzicht> oudNaarNieuw = Comparator.comparing(Bestandsoverzicht::gemaaktOp)
                .thenComparing(overzicht -> overzicht.bestand().toString());
        Map<String, Path> nieuwste = new HashMap<>();
        overzichten.stream().sorted(oudNaarNieuw).forEach(overzicht -> overzicht
                .leveringen()
                .values()
                .forEach(organisatie -> nieuwste.put(sleutel(overzicht, organisatie), overzicht.bestand())));
        Map<Path, Set<Integer>> vervallen = new HashMap<>();
        for (Bestandsoverzicht overzicht : overzichten) {
            overzicht.leveringen().forEach((index, organisatie) -> {
                if (!overzicht.bestand().equals(nieuwste.get(sleutel(overzicht, organisatie)))) {
                    vervallen
                            .computeIfAbsent(overzicht.bestand(), bestand -> new HashSet<>())
                            .add(index);
                }
            });
        }
        return vervallen;
    }

    private static String sleutel(Bestandsoverzicht overzicht, String organisatie) {
        return overzicht.periode() + " " + organisatie;
    }
}
