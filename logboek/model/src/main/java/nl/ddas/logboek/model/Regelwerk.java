// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What was found about one line so far.
final class Regelwerk {

    private final Toetsbeleid beleid;
    private final List<Schending> schendingen = new ArrayList<>();
    private final Set<Ingestvlag> vlaggen = EnumSet.noneOf(Ingestvlag.class);
    private Gevolg zwaarste = Gevolg.WAARSCHUWEN;

    Regelwerk(Toetsbeleid beleid) {
        this.beleid = beleid;
    }

    Toetsbeleid beleid() {
        return beleid;
    }

    void report(Regelcode code, Kernveld veld) {
        report(Schending.of(code, veld));
    }

    void report(Regelcode code, String sleutel) {
        report(Schending.of(code, sleutel));
    }

    void report(Schending schending) {
        Regelcode code = schending.code();
        Gevolg gevolg = beleid.gevolg(code);
        zwaarste = Collections.max(List.of(zwaarste, gevolg));
        schendingen.add(schending);
    }

    /// A change was made, or would have to be made: where the mode is strict, that is a violation.
    ///
    /// @return whether the changed line may be used
    boolean convert(Ingestvlag vlag, String plaats) {
        if (!beleid.soepel() && vlag.strikt().isPresent()) {
            report(vlag.strikt().get(), plaats);
            return false;
        }
        vlaggen.add(vlag);
        return true;
    }

    Set<Ingestvlag> vlaggen() {
        return vlaggen;
    }

    /// In the order in which they were found.
    List<Schending> schendingen() {
        return schendingen;
    }

    /// What decided first.
    List<Schending> byWeight() {
        Comparator<Schending> weight = Comparator.comparing(one -> beleid.gevolg(one.code()));
        return schendingen.stream().sorted(weight.reversed()).toList();
    }

    Gevolg zwaarste() {
        return zwaarste;
    }
}
