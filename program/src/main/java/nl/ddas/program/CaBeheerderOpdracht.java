// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import nl.ddas.authority.OperatorMaker;
import nl.ddas.basis.Approvals.Outcome;
import nl.ddas.trust.KeyMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ddas vertrouwen ca beheerder`: who may decide.
@Command(name = "beheerder", description = "Wie er mogen beslissen. Ook daarover beslissen er twee.")
final class CaBeheerderOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    CaBeheerderOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }

    @Command(
            name = "maak",
            description = {
                "Maakt een sleutel en een certificaat voor uzelf, om mee te beslissen.",
                "De sleutel blijft van u; laat anderen alleen het certificaat zien."
            })
    int maak(
            @Mixin Hulp hulp,
            @Parameters(paramLabel = "NAAM", description = "Uw voornaam en achternaam.") String naam,
            @Option(names = "--uit", required = true, paramLabel = "BESTAND", description = "Zoals beheerder.pem.")
                    Path uit)
            throws IOException {
        try {
            Path zichtbaar = new OperatorMaker(new KeyMaker(new SecureRandom()), omgeving.klok()).make(uit, naam);
            omgeving.uit().println("Uw sleutel staat in " + uit + " en uw certificaat in " + zichtbaar + ".");
            return Uitgang.GOED;
        } catch (IllegalArgumentException geenPersoon) {
            throw new VerkeerdGebruik("geef een voornaam en een achternaam, zoals 'Anna de Vries'");
        }
    }

    @Command(name = "lijst", description = "Toont de beheerders.")
    int lijst(@Mixin CaOpties opties) throws IOException {
        return opties.voer(omgeving, uitgever -> {
            new CaWeergave(omgeving.uit()).beheerders(uitgever.approvals().operators());
            return Uitgang.GOED;
        });
    }

    @Command(
            name = "voordragen",
            description = "Stelt een beheerder voor, of een nieuw certificaat van een beheerder die er al is.")
    int voordragen(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Parameters(paramLabel = "PEM", description = "Zijn of haar certificaat.") Path certificaat)
            throws IOException {
        return opties.voer(
                omgeving,
                uitgever -> gevolg(
                        uitgever.approvals().proposeOperator(Beheerderssleutel.persoon(certificaat), wie.lees())));
    }

    @Command(name = "schrappen", description = "Stelt voor dat een certificaat niet meer van een beheerder is.")
    int schrappen(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Parameters(paramLabel = "VINGERAFDRUK", description = "Zoals beheerder lijst die toont.") String vinger)
            throws IOException {
        return opties.voer(omgeving, uitgever -> gevolg(uitgever.approvals().proposeRemoval(vinger, wie.lees())));
    }

    private int gevolg(Outcome uitkomst) {
        return switch (uitkomst) {
            case Outcome.Done(var handeling) -> {
                omgeving.uit()
                        .println("Voorstel " + handeling.number() + " staat klaar. Een andere beheerder keurt het goed"
                                + " met: ddas vertrouwen ca keur " + handeling.number());
                yield Uitgang.GOED;
            }
            case Outcome.Refused(var bezwaar) -> {
                omgeving.fout().println("ddas: " + bezwaar.text());
                yield Uitgang.BEVINDINGEN;
            }
        };
    }
}
