// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Builds the tree from the events of a YAML parser.
final class Yamlbouw {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ALIASES = 100;
    private static final int MAX_NODES = 100_000;

    /// Leaves the loop over events; caught in [Yamllezer], never seen outside.
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Leesfout fout;

        Stop(Plek plek, String melding) {
            super(null, null, false, false);
            fout = Leesfout.onleesbaar(plek, melding);
        }

        Leesfout fout() {
            return fout;
        }
    }

    private final Deque<OpenKnoop> open = new ArrayDeque<>();
    private final Map<String, Knoop> ankers = new HashMap<>();
    private final List<Leesfout> fouten = new ArrayList<>();
    private Optional<Knoop> wortel = Optional.empty();
    private int documenten;
    private int aliassen;

    void take(Event event) {
        Plek plek = event.getStartMark().map(Yamlbouw::plek).orElse(Plek.GEEN);
        switch (event) {
            case DocumentStartEvent _ -> document(plek);
            case ScalarEvent tekst -> {
                refuseTag(tekst.getTag(), plek);
                add(new Knoop.Tekst(tekst.getValue(), tekst.isPlain(), plek), tekst.getAnchor());
            }
            case AliasEvent alias -> add(target(alias, plek), Optional.empty());
            case CollectionStartEvent begin -> {
                refuseTag(begin.getTag(), plek);
                begin(begin, plek);
            }
            case CollectionEndEvent _ -> {
                OpenKnoop klaar = open.pop();
                Knoop knoop = klaar.close();
                if (knoop.omvang() > MAX_NODES) {
                    throw new Stop(
                            klaar.plek(), "Uitgeschreven is dit stuk te groot. Gebruik minder verwijzingen (*naam).");
                }
                add(knoop, klaar.anker());
            }
            default -> {}
        }
    }

    private void document(Plek plek) {
        documenten++;
        if (documenten > 1) {
            throw new Stop(
                    plek, "Er staat meer dan een document in het bestand. Zet elke definitie in een eigen bestand.");
        }
    }

    private void begin(CollectionStartEvent begin, Plek plek) {
        if (open.size() == MAX_DEPTH) {
            throw new Stop(plek, "Het bestand is dieper genest dan " + MAX_DEPTH + " niveaus.");
        }
        String pointer = open.isEmpty() ? "" : open.element().nextPointer();
        open.push(new OpenKnoop(begin instanceof MappingStartEvent, begin.getAnchor(), pointer, plek, fouten));
    }

    private void add(Knoop knoop, Optional<Anchor> anker) {
        anker.ifPresent(naam -> ankers.put(naam.getValue(), knoop));
        if (open.isEmpty()) {
            wortel = Optional.of(knoop);
        } else {
            open.element().add(knoop);
        }
    }

    private Knoop target(AliasEvent alias, Plek plek) {
        aliassen++;
        if (aliassen > MAX_ALIASES) {
            throw new Stop(plek, "Er staan meer dan " + MAX_ALIASES + " verwijzingen (*naam) in het bestand.");
        }
        return Optional.ofNullable(ankers.get(alias.getAlias().getValue()))
                .orElseThrow(() -> new Stop(plek, "Deze verwijzing (*naam) wijst naar niets, of naar zichzelf."));
    }

    private static void refuseTag(Optional<String> tag, Plek plek) {
        if (tag.isPresent()) {
            throw new Stop(plek, "Een type met een uitroepteken (zoals !!str) mag hier niet. Haal het weg.");
        }
    }

    Yamllezing finish() {
        return wortel.<Yamllezing>map(knoop -> new Yamllezing.Gelezen(knoop, List.copyOf(fouten)))
                .orElseGet(() -> new Yamllezing.Onleesbaar(Leesfout.onleesbaar(Plek.GEEN, "Het bestand is leeg.")));
    }

    static Plek plek(Mark mark) {
        return new Plek(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
