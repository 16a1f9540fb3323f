// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.basis.Approvals.Outcome;
import nl.ddas.basis.OperatorKey;
import nl.ddas.basis.Proposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas vertrouwen ca keur`: the second pair of eyes.
@Command(
        name = "keur",
        description = {
            "Toont een voorstel; met --beheerder keurt u het goed en wordt het meteen uitgevoerd.",
            "Uw eigen voorstel kunt u niet goedkeuren, wel terugnemen."
        })
final class CaKeurOpdracht implements Callable<Integer> {

    @Mixin
    CaOpties opties = new CaOpties();

    @Mixin
    CaOpties.Geheimen geheimen = new CaOpties.Geheimen();

    @Parameters(paramLabel = "NUMMER", description = "Nummer van het voorstel.")
    long nummer;

    @Option(names = "--beheerder", paramLabel = "PEM", description = "Uw sleutel met uw certificaat.")
    Optional<Path> beheerder = Optional.empty();

    @Option(names = "--afwijzen", paramLabel = "REDEN", description = "Keur het af, en schrijf waarom.")
    Optional<String> afwijzen = Optional.empty();

    @Option(names = "--terugnemen", description = "Neem uw eigen voorstel terug.")
    boolean terugnemen;

    private final Omgeving omgeving;

    CaKeurOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        if (beheerder.isEmpty() && (afwijzen.isPresent() || terugnemen)) {
            throw new VerkeerdGebruik("wie afwijst of terugneemt, laat zien wie hij is. Zet er --beheerder bij");
        }
        if (afwijzen.isPresent() && terugnemen) {
            throw new VerkeerdGebruik("--afwijzen en --terugnemen gaan niet samen");
        }
        return opties.voer(omgeving, this::keur);
    }

    private int keur(OwnAuthority uitgever) throws IOException {
        Proposal voorstel = uitgever.approvals()
                .proposal(nummer)
                .orElseThrow(() -> new VerkeerdGebruik(
                        "er is geen voorstel met nummer " + nummer + ". Kijk met: ddas vertrouwen ca lijst"));
        new CaWeergave(omgeving.uit())
                .voorstel(voorstel, uitgever, omgeving.klok().instant());
        if (beheerder.isEmpty()) {
            return Uitgang.GOED;
        }
        OperatorKey wie = Beheerderssleutel.lees(beheerder.get());
        if (afwijzen.isPresent()) {
            return toon(
                    uitgever.approvals().reject(nummer, afwijzen.get(), wie), "Voorstel " + nummer + " is afgewezen.");
        }
        if (terugnemen) {
            return toon(uitgever.approvals().withdraw(nummer, wie), "Voorstel " + nummer + " is teruggenomen.");
        }
        if (!voorstel.kind().startsWith("ca.")) {
            return toon(uitgever.approvals().approve(nummer, wie), "Voorstel " + nummer + " is goedgekeurd.");
        }
        int uitgang = CaOpties.toon(
                omgeving,
                uitgever.approve(nummer, wie, geheimen.lees(opties.ca, omgeving.variabelen())),
                "Voorstel " + nummer + " is goedgekeurd en uitgevoerd.");
        if (uitgang == Uitgang.GOED) {
            new CaWeergave(omgeving.uit())
                    .vervolg(voorstel, uitgever, omgeving.klok().instant());
        }
        return uitgang;
    }

    private int toon(Outcome uitkomst, String gelukt) {
        return switch (uitkomst) {
            case Outcome.Done _ -> {
                omgeving.uit().println(gelukt);
                yield Uitgang.GOED;
            }
            case Outcome.Refused(var bezwaar) -> {
                omgeving.fout().println("ddas: " + bezwaar.text());
                yield Uitgang.BEVINDINGEN;
            }
        };
    }
}
