// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.time.Duration;

/// What a logbook decides itself.
///
/// @param soepel whether lines in older or careless forms are changed into good ones, with an [Ingestvlag] for each
///         change; otherwise each is a [Schending]
/// @param toekomst how far the end of an action may lie in the future, for clocks that differ
/// @param onbekendeNaamruimte what becomes of a line with a key of no known extension
/// @param zonderBetrokkene what becomes of a line without data subject of an activity that has them. Only a warning
///     as a rule: the action above the lines of several data subjects has none itself (LDV 3.3.1.1), nor has one
///     that failed before the data subject was known
/// @param gebruiker what becomes of a line with data about a user or employee
/// @param zonderDpl what becomes of a span without any attribute of LDV
/// @param pseudoniemVerplicht whether a raw BSN as subject is refused
/// @param stacktraces whether stack traces are kept: they are long, and may hold personal data
public record Toetsbeleid(
        boolean soepel,
        Duration toekomst,
        Gevolg onbekendeNaamruimte,
        Gevolg zonderBetrokkene,
        Gebruiker gebruiker,
        ZonderDpl zonderDpl,
        boolean pseudoniemVerplicht,
        boolean stacktraces) {

    /// As 1.0.0 of the standard wants it, with 5 minutes for clocks.
    public static final Toetsbeleid STRIKT = new Toetsbeleid(
            false,
            Duration.ofMinutes(5),
            Gevolg.QUARANTAINE,
            Gevolg.WAARSCHUWEN,
            Gebruiker.WEIGEREN,
            ZonderDpl.WEIGEREN,
            true,
            false);

    /// Data about users.
    public enum Gebruiker {
        WEIGEREN,
        WEGLATEN
    }

    /// Ordinary telemetry that came here.
    public enum ZonderDpl {
        WEIGEREN,
        NEGEREN
    }

    /// What becomes of a line with this violation here.
    public Gevolg gevolg(Regelcode code) {
        if (code == Regelcode.NAMESPACE_UNKNOWN) {
            return onbekendeNaamruimte;
        }
        return code == Regelcode.SUBJECT_MISSING ? zonderBetrokkene : code.gevolg();
    }

    /// The same, but lenient.
    public Toetsbeleid alsSoepel() {
        return new Toetsbeleid(
                true,
                toekomst,
                onbekendeNaamruimte,
                zonderBetrokkene,
                gebruiker,
                zonderDpl,
                pseudoniemVerplicht,
                stacktraces);
    }
}
