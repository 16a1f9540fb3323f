// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Comparator;
import java.util.function.ToIntFunction;
import nl.ddas.levering.model.Schuldhulptraject;

/// Which source goes first when sources differ.
final class Rangorde {
    /// The responsible gemeente itself stands closest to aanmelding, intake, beschikking and uitstroom.
    static final Comparator<Bijdrage> GEMEENTE =
            Comparator.comparing((Bijdrage bijdrage) -> !bijdrage.bron().isVanGemeenteZelf());
    /// An executing organisation (KvK) stands closest to stabilisatie, schuldregeling, oplossing and what goes with it.
    static final Comparator<Bijdrage> UITVOERDER = Comparator.comparing(
            (Bijdrage bijdrage) -> bijdrage.bron().organisatie().soort() != Organisatiesleutel.Soort.KVK);
    /// The newest delivery first.
    static final Comparator<Bijdrage> NIEUWSTE =
            Comparator.comparing(bijdrage -> bijdrage.bron().herkomst(), Herkomst.NIEUWSTE);

    private static final Comparator<Bijdrage> PLAATS =
            Comparator.comparing(bijdrage -> bijdrage.bron().plaats());

    private Rangorde() {}

    /// For values of a list: who stands closest, then who is newest, then who filled most.
    static Comparator<Bijdrage> opsomming(Comparator<Bijdrage> dichtbij, ToIntFunction<Schuldhulptraject> gevuld) {
        return dichtbij.thenComparing(NIEUWSTE).thenComparing(meest(gevuld)).thenComparing(PLAATS);
    }

    /// For what must come from one source as a whole: who is newest, then who stands closest, then who filled most.
    static Comparator<Bijdrage> geheel(Comparator<Bijdrage> dichtbij, ToIntFunction<Schuldhulptraject> gevuld) {
        return NIEUWSTE.thenComparing(dichtbij).thenComparing(meest(gevuld)).thenComparing(PLAATS);
    }

    /// Who started first.
    static Comparator<Bijdrage> vroegste() {
        return Comparator.comparing(
                        (Bijdrage bijdrage) -> bijdrage.bron().looptijd().begin())
                .thenComparing(PLAATS);
    }

    private static Comparator<Bijdrage> meest(ToIntFunction<Schuldhulptraject> gevuld) {
        return Comparator.comparing(
                (Bijdrage bijdrage) -> gevuld.applyAsInt(bijdrage.traject()), Comparator.reverseOrder());
    }
}
