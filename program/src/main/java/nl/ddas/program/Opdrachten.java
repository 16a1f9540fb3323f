// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;

/// All commands, in the order of the help text.
final class Opdrachten {

    private Opdrachten() {}

    static List<Object> alle(Omgeving omgeving) {
        return List.of(
                new DemoOpdracht(omgeving),
                new ControleerOpdracht(omgeving),
                new GenereerOpdracht(omgeving),
                new CombineerOpdracht(omgeving),
                BronOpdracht.met(omgeving),
                new VerzamelOpdracht(omgeving),
                new RapportOpdracht(omgeving),
                FscOpdracht.met(omgeving),
                LdvOpdracht.met(omgeving),
                LogboekOpdracht.met(omgeving),
                VertrouwenOpdracht.met(omgeving),
                new OefenOpdracht(omgeving));
    }
}
