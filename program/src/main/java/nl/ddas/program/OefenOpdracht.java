// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Walks the common paths once, so that the launcher can write down which classes a start needs.
@Command(name = "oefen", hidden = true, description = "Loopt de gewone paden na; voor de startcache.")
final class OefenOpdracht implements Callable<Integer> {

    private final Omgeving omgeving;

    OefenOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() {
        omgeving.uit().println("ok");
        return Uitgang.GOED;
    }
}
