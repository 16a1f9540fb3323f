// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A line while a decoder fills it.
final class Regelbouw {

    static final String UITZONDERING = "exception";
    private static final String UITZONDERINGSVELD = UITZONDERING + ".";

    Octetten traceId = Octetten.LEEG;
    Octetten spanId = Octetten.LEEG;
    Octetten parentSpanId = Octetten.LEEG;
    Octetten vreemdeTraceId = Octetten.LEEG;
    Octetten vreemdeSpanId = Octetten.LEEG;
    int status;
    String statusmelding = "";
    String name = "";
    long start;
    long eind;
    int weggelaten;
    int flags;
    String traceState = "";
    final List<Attribuut> attributen = new ArrayList<>();
    final Set<Ingestvlag> vlaggen = EnumSet.noneOf(Ingestvlag.class);

    private List<Attribuut> uitzondering = List.of();
    private final List<Schending> gebreken = new ArrayList<>();
    private Octetten ruw = Octetten.LEEG;

    /// A line of which nothing could be read.
    static Invoerregel unreadable(Regelcode code, byte[] bytes) {
        Regelbouw bouw = new Regelbouw();
        bouw.ruw = Octetten.of(bytes);
        bouw.report(code, "line", "");
        return bouw.build();
    }

    void report(Regelcode code, String plaats, String hint) {
        gebreken.add(new Schending(code, plaats, hint));
    }

    void report(Regelcode code, Kernveld veld) {
        gebreken.add(Schending.of(code, veld));
    }

    /// An event of OTLP. That of an exception becomes attributes (LDV 3.3.2.3), the last one counts; others are
    /// dropped.
    void event(String naam, List<Attribuut> inhoud) {
        if (naam.equals(UITZONDERING)) {
            uitzondering = inhoud.stream()
                    .filter(one -> one.sleutel().startsWith(UITZONDERINGSVELD))
                    .toList();
        }
    }

    Invoerregel build() {
        for (Attribuut one : uitzondering) {
            if (attributen.stream().noneMatch(own -> own.sleutel().equals(one.sleutel()))) {
                attributen.add(one);
            }
        }
        return new Invoerregel(
                new Invoerregel.Sleutels(traceId, spanId, parentSpanId, vreemdeTraceId, vreemdeSpanId),
                status,
                statusmelding,
                name,
                start,
                eind,
                attributen,
                weggelaten,
                flags,
                traceState,
                vlaggen,
                gebreken,
                ruw);
    }
}
