// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import nl.ddas.logboek.dienst.Bewaartermijnen;
import nl.ddas.logboek.register.Geldigheid;
import nl.ddas.logboek.register.Registercache;

/// Tells a log how long lines are kept, as the register says it. A version that says nothing leaves its
/// lines where they are.
///
/// @param register what the log knows of it
record Registertermijnen(Registercache register) implements Bewaartermijnen {

    @Override
    public List<Bewaarregel> find(String activiteit) {
        return register.versions(activiteit).stream()
                .flatMap(one -> one.versie().inhoud().logging().logRetentionPeriod().stream()
                        .map(termijn -> new Bewaarregel(named(activiteit, one), one.vanaf(), one.tot(), termijn)))
                .toList();
    }

    /// The address of the version, unless the line names it already.
    private static String named(String activiteit, Geldigheid geldigheid) {
        String versie = "/versions/" + geldigheid.versie().nummer();
        return activiteit.endsWith(versie) ? activiteit : activiteit + versie;
    }
}
