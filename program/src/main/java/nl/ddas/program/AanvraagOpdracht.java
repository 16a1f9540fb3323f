// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.authority.CaSettings;
import nl.ddas.authority.PartyRequest;
import nl.ddas.authority.RequestMaker;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.TerminalTable;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas vertrouwen aanvraag`: the side of the party that wants certificates of an own trust anchor.
@Command(
        name = "aanvraag",
        description = {
            "Maakt drie sleutels en drie aanvragen (PKCS#10) voor certificaten: TLS, ondertekenen en versleutelen.",
            "De sleutels blijven bij u. Stuur alleen de bestanden die eindigen op .csr naar de uitgever."
        })
final class AanvraagOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(names = "--naam", required = true, paramLabel = "NAAM", description = "Naam van uw organisatie.")
    String naam = "";

    @Option(
            names = "--oin",
            required = true,
            paramLabel = "OIN",
            description = "OIN van 20 cijfers, of KvK-nummer van 8.")
    String oin = "";

    @Option(
            names = "--host",
            required = true,
            paramLabel = "HOST",
            description = "Naam van een server van u, zoals bron.gemeente.nl. Mag vaker.")
    List<String> hosts = new ArrayList<>();

    @Option(names = "--uit", required = true, paramLabel = "MAP", description = "Waar sleutels en aanvragen komen.")
    Path uit = Path.of("");

    private final Omgeving omgeving;

    AanvraagOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        PartyRequest gevraagd = new RequestMaker(new KeyMaker(new SecureRandom())).make(uit, houder());
        omgeving.uit().println("In " + uit + " staan drie sleutels (blijven hier) en drie aanvragen:");
        vingers(gevraagd).print(omgeving.uit(), "  ");
        omgeving.uit().println("Stuur de drie .csr-bestanden naar de uitgever. Die leest u deze vingerafdrukken voor.");
        return Uitgang.GOED;
    }

    static TerminalTable vingers(PartyRequest gevraagd) {
        TerminalTable tabel = new TerminalTable(
                Column.text("Aanvraag"), Column.text("Sleutel"), Column.code("Vingerafdruk van de sleutel"));
        for (Purpose doel : Purpose.values()) {
            tabel.row(doel.word() + ".csr", soort(gevraagd, doel), gevraagd.fingerprint(doel));
        }
        return tabel;
    }

    private static String soort(PartyRequest gevraagd, Purpose doel) {
        return gevraagd.key(doel) instanceof RSAKey rsa
                ? "RSA " + rsa.getModulus().bitLength()
                : "P-256";
    }

    private Holder houder() {
        if (!Oin.isOne(oin)) {
            throw new VerkeerdGebruik("een OIN heeft 20 cijfers en een KvK-nummer 8, en dit is '" + oin + "'");
        }
        hosts.stream().filter(host -> !PartyRequest.isHost(host)).findFirst().ifPresent(host -> {
            throw new VerkeerdGebruik("bij --host hoort een naam als bron.gemeente.nl: kleine letters, cijfers,"
                    + " streepjes en punten, geen IP-adres, en dit is '" + host + "'");
        });
        if (!CaSettings.isName(naam)) {
            throw new VerkeerdGebruik(
                    "de naam van een organisatie heeft hier 1 tot 64 gewone tekens, zonder spatie aan het"
                            + " begin of eind en zonder tekens die niet te zien zijn");
        }
        return new Holder(naam, new Oin(oin), hosts);
    }
}
