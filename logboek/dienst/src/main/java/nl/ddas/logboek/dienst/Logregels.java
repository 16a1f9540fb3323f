// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// Where lines are stored. Lines are added and read; nothing here changes or removes one (LDV-L11). Safe for many
/// threads.
///
/// Made to be split: a line is known by controller, trace, span and the day it began, so a store may spread lines
/// over machines by trace and over partitions by day, and knows without looking elsewhere whether it has one. Hence
/// two lines with the same ids that began on different days are two lines here.
public interface Logregels extends AutoCloseable {

    /// Stores lines, and returns when they are durable.
    ///
    /// @return for each line what became of it, or that there is no room now and none was taken
    /// @throws Onbewaarbaar when none is stored and these lines are the reason
    /// @throws RuntimeException when it is not known which are stored: nothing may be confirmed, and offering
    ///     all of them again is safe
    Boeking add(List<Inboeking> regels);

    /// All lines of a trace, by their begin; lines of the older texts that name the trace as their caller's too.
    List<Logregel> trace(Houder houder, TraceId traceId);

    /// A page of lines, by their begin.
    Regelpagina search(Houder houder, Zoekvraag vraag);

    @Override
    void close();
}
