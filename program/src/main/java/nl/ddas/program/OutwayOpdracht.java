// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.ddas.basis.Network;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.fsc.gateway.OutwayServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `ddas fsc outway`.
@Command(
        name = "outway",
        description = {
            "Start de FSC-Outway: brengt verzoeken van uw eigen programma's naar diensten van andere organisaties.",
            "Zonder opdracht erachter: starten, tot Ctrl-C."
        })
final class OutwayOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen (standaard: outway.yaml). Een voorbeeld geeft: ddas fsc outway config.")
    Path config = Path.of("outway.yaml");

    private final Omgeving omgeving;

    OutwayOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (PoortInrichting<OutwayConfig> inrichting =
                        PoortInrichting.lees("outway", config, omgeving, OutwayConfig::read);
                Network network = Network.open();
                Databank databank = inrichting.openDatabank();
                OutwayServer server = OutwayServer.start(
                        inrichting.eigen(), inrichting.poort(), inrichting.onderdelen(network, databank, omgeving))) {
            omgeving.fout()
                    .println("De Outway luistert op " + adres(inrichting.eigen(), server.port())
                            + "; beheer op http://127.0.0.1:" + server.monitorPort()
                            + "/health/ready. Stoppen met Ctrl-C.");
            Einde.wacht(server::close, network::close, databank::close, inrichting::close);
        }
        return Uitgang.GOED;
    }

    private static String adres(OutwayConfig eigen, int poort) {
        String wijze = eigen.clients() == OutwayConfig.Clients.PLAIN ? "http" : "https";
        return wijze + "://" + eigen.host() + ":" + poort;
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulp) {
        omgeving.uit().print(OutwayConfig.example() + Teksten.lees("poort-extra.yaml") + Teksten.lees("groep.yaml"));
        return Uitgang.GOED;
    }
}
