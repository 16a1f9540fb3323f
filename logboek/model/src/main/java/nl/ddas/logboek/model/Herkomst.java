// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What came along with a line and is no field of LDV.
///
/// @param flags of OTLP: bit 0x100 says that 0x200 is known, 0x200 that the parent is in another process
/// @param traceState of W3C Trace Context, empty when there was none
/// @param vlaggen what was changed on the way in
public record Herkomst(int flags, String traceState, Optional<VreemdeActie> vreemdeActie, Set<Ingestvlag> vlaggen) {

    /// Nothing came along, nothing was changed.
    public static final Herkomst ONVERANDERD = new Herkomst(0, "", Optional.empty(), Set.of());

    private static final int OVER_OUDER_BEKEND = 0x100;
    private static final int OUDER_ELDERS = 0x200;

    public Herkomst {
        EnumSet<Ingestvlag> copy = EnumSet.noneOf(Ingestvlag.class);
        copy.addAll(vlaggen);
        vlaggen = Collections.unmodifiableSet(copy);
    }

    /// Whether the sender says that the parent is an action in another process.
    public boolean isOuderElders() {
        return isOuderElders(flags);
    }

    static boolean isOuderElders(int flags) {
        int beide = OVER_OUDER_BEKEND | OUDER_ELDERS;
        return (flags & beide) == beide;
    }
}
