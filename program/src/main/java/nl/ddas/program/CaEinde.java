// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.presentation.Formats;

/// Tells in time that an authority needs a successor: a year before its own certificate ends it gives no more.
final class CaEinde {

    /// So long beforehand.
    private static final Duration VOORAF = Duration.ofDays(90);

    private CaEinde() {}

    /// Prints nothing when it lasts.
    static void meld(OwnAuthority uitgever, Instant nu, PrintStream uit) {
        Instant tot = uitgever.issuesUntil();
        if (nu.isAfter(tot.minus(VOORAF))) {
            uit.println(
                    "Let op: vanaf " + Formats.moment(tot) + " geeft deze uitgever geen certificaten meer, omdat zijn"
                            + " eigen certificaat dan eerder afloopt. Stel een opvolger in: ddas vertrouwen ca opvolger");
        }
    }
}
