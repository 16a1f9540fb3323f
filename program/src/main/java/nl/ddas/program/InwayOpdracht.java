// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.ddas.basis.Network;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.InwayServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `ddas fsc inway`.
@Command(
        name = "inway",
        description = {
            "Start de FSC-Inway: laat verzoeken van andere organisaties door naar uw diensten, als hun contract het toestaat.",
            "Zonder opdracht erachter: starten, tot Ctrl-C."
        })
final class InwayOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen (standaard: inway.yaml). Een voorbeeld geeft: ddas fsc inway config.")
    Path config = Path.of("inway.yaml");

    private final Omgeving omgeving;

    InwayOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (PoortInrichting<InwayConfig> inrichting =
                        PoortInrichting.lees("inway", config, omgeving, InwayConfig::read);
                Network network = Network.open();
                Databank databank = inrichting.openDatabank();
                InwayServer server = InwayServer.start(
                        inrichting.eigen(), inrichting.poort(), inrichting.onderdelen(network, databank, omgeving))) {
            omgeving.fout()
                    .println("De Inway luistert op " + inrichting.eigen().self()
                            + "; beheer op http://127.0.0.1:" + server.monitorPort()
                            + "/health/ready. Stoppen met Ctrl-C.");
            Einde.wacht(server::close, network::close, databank::close, inrichting::close);
        }
        return Uitgang.GOED;
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulp) {
        omgeving.uit().print(InwayConfig.example() + Teksten.lees("poort-extra.yaml") + Teksten.lees("groep.yaml"));
        return Uitgang.GOED;
    }
}
