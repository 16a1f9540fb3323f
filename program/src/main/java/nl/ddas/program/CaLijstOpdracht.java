// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.authority.Issued;
import nl.ddas.basis.Proposal;
import nl.ddas.basis.Proposal.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas vertrouwen ca lijst`: what waits and what counts.
@Command(
        name = "lijst",
        description = {"Toont wat op goedkeuring wacht, en welke certificaten gelden (met --alles: alle)."})
final class CaLijstOpdracht implements Callable<Integer> {

    @Mixin
    CaOpties opties = new CaOpties();

    @Option(names = "--alles", description = "Ook wat is afgelopen, ingetrokken of al beslist.")
    boolean alles;

    private final Omgeving omgeving;

    CaLijstOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        return opties.voer(omgeving, uitgever -> {
            CaWeergave weergave = new CaWeergave(omgeving.uit());
            List<Proposal> voorstellen = uitgever.approvals().proposals().stream()
                    .filter(een -> alles || een.standing() == Standing.OPEN || een.standing() == Standing.APPROVED)
                    .toList();
            if (voorstellen.isEmpty()) {
                omgeving.uit().println("Er wacht niets op goedkeuring.");
            } else {
                weergave.voorstellen(voorstellen);
            }
            omgeving.uit().println();
            List<Issued> certificaten = alles
                    ? uitgever.register().issued()
                    : uitgever.register().valid(omgeving.klok().instant());
            if (certificaten.isEmpty()) {
                omgeving.uit().println("Er zijn geen certificaten.");
            } else {
                weergave.certificaten(certificaten, omgeving.klok().instant());
            }
            CaEinde.meld(uitgever, omgeving.klok().instant(), omgeving.uit());
            return Uitgang.GOED;
        });
    }
}
