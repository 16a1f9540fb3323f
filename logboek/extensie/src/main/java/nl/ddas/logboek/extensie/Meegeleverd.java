// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;

/// Definitions that come along: a log of DDAS cannot do without them.
public enum Meegeleverd {
    /// Our own extension, `dpl.ddas.*`.
    DDAS,
    /// The extension for reading, `dpl.read.*`, in our own words; still a working version.
    LEZEN;

    /// The one of this name, such as `ddas`; empty when none comes along under it.
    public static Optional<Meegeleverd> of(String naam) {
        return Stream.of(values()).filter(one -> one.naam().equals(naam)).findFirst();
    }

    /// How it is called in settings and on the command line.
    public String naam() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What reading it gives.
    public Definitielezing lezing() {
        return Definitielezer.read(naam(), Bundled.bytes(Definitielezer.class, naam() + ".ldv-ext.yaml"));
    }

    /// The definition.
    public Definitie definitie() {
        return lezing().definitie().orElseThrow();
    }
}
