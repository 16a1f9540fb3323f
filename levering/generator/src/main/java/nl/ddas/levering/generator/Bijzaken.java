// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.ddas.levering.model.Begeleidingssoort;

/// What stands beside the phases of a traject, whole: guidance, crises, moratoria, provisions and a few
/// figures.
record Bijzaken(
        List<Hulp> begeleiding,
        List<Duur> crises,
        List<Duur> moratoria,
        List<Duur> voorzieningen,
        int verzoekDwangakkoord,
        long vtlb) {

    private static final Kansen<Begeleidingssoort> SOORTEN = Kansen.<Begeleidingssoort>leeg()
            .met(40, Begeleidingssoort.BUDGETBEHEER)
            .met(25, Begeleidingssoort.BUDGETCOACHING)
            .met(18, Begeleidingssoort.BUDGETBEGELEIDING)
            .met(12, Begeleidingssoort.BESCHERMINGSBEWIND)
            .met(5, Begeleidingssoort.LANGE_TERMIJN_BEGELEIDING);

    /// Days, both inclusive.
    record Duur(int start, int eind) {}

    record Hulp(Begeleidingssoort soort, Duur duur) {}

    static Bijzaken trek(Geval geval, Rol rol) {
        RandomGenerator toeval = geval.zaad().met(3).toeval();
        Verloop v = geval.verloop();
        List<Duur> crises = v.crisis() ? List.of(kort(toeval, v.start(), v.einde(), 21)) : List.of();
        List<Duur> voorzieningen = v.pad().toegelaten() && toeval.nextDouble() < 0.02
                ? List.of(kort(toeval, v.gesprek(), v.einde(), 120))
                : List.of();
        List<Duur> moratoria = moratoria(toeval, v);
        List<Hulp> begeleiding = begeleiding(toeval, v, rol);
        int verzoek = v.regeling().toegekend()
                ? Loting.tussen(toeval, v.regeling().aanvraag(), v.regeling().dag())
                : Dagen.NOOIT;
        long vtlb = 950 + 10L * toeval.nextInt(165);
        return new Bijzaken(begeleiding, crises, moratoria, voorzieningen, verzoek, vtlb);
    }

    private static Duur kort(RandomGenerator toeval, int start, int einde, int hoogst) {
        return new Duur(start, Math.min(einde, start + 1 + toeval.nextInt(hoogst)));
    }

    /// At most 180 days, so within six months whichever months they are.
    private static List<Duur> moratoria(RandomGenerator toeval, Verloop v) {
        boolean kort = v.einde() - v.stabilisatie() < 75;
        if (!v.pad().gestabiliseerd() || toeval.nextDouble() >= 0.03 || kort) {
            return List.of();
        }
        int start = v.stabilisatie() + 10 + toeval.nextInt(20);
        return List.of(new Duur(start, Math.min(v.einde(), start + 45 + toeval.nextInt(134))));
    }

    /// Who directs keeps coaching until the end, so that its own part of the traject has a content too.
    private static List<Hulp> begeleiding(RandomGenerator toeval, Verloop v, Rol rol) {
        if (rol == Rol.REGISSEUR) {
            return List.of(new Hulp(Begeleidingssoort.BUDGETCOACHING, new Duur(v.plan(), v.einde())));
        }
        boolean altijd = v.pad() == Pad.TOEGELATEN;
        if (rol == Rol.TWEEDE_GEMEENTE || !v.pad().toegelaten() || !(altijd || toeval.nextDouble() < 0.4)) {
            return List.of();
        }
        List<Hulp> lijst = new ArrayList<>();
        int start = v.plan();
        Begeleidingssoort soort = SOORTEN.trek(toeval);
        int eind = altijd || toeval.nextBoolean() ? v.einde() : Loting.tussen(toeval, start, v.einde());
        lijst.add(new Hulp(soort, new Duur(start, eind)));
        Begeleidingssoort tweede = SOORTEN.trek(toeval);
        if (tweede != soort && toeval.nextDouble() < 0.25) {
            lijst.add(new Hulp(tweede, new Duur(Loting.tussen(toeval, start, v.einde()), v.einde())));
        }
        return List.copyOf(lijst);
    }
}
