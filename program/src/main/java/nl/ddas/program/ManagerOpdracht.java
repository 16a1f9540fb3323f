// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Sole;
import nl.ddas.fsc.manager.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `ddas fsc manager`: the Manager of a Peer, and the Directory.
@Command(
        name = "manager",
        description = {
            "Start de FSC-Manager: sluit contracten met andere organisaties en geeft toegangsbewijzen uit.",
            "Met directory: true in de instellingen is hij ook een Directory.",
            "Zonder opdracht erachter: starten, tot Ctrl-C."
        })
final class ManagerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen (standaard: manager.yaml). Een voorbeeld geeft: ddas fsc manager config.")
    Path config = Path.of("manager.yaml");

    private final Omgeving omgeving;

    ManagerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ManagerInrichting inrichting = ManagerInrichting.lees(config, omgeving);
                Database database = inrichting.manager().database().open(new SecureRandom());
                Network network = Network.open();
                ManagerServer server = start(inrichting, network, database)) {
            omgeving.fout().println("De Manager is bereikbaar op " + server.address() + ". Stoppen met Ctrl-C.");
            Einde.wacht(server::close, network::close, database::close, inrichting::close);
        }
        return Uitgang.GOED;
    }

    private ManagerServer start(ManagerInrichting inrichting, Network network, Database database) {
        try {
            return ManagerServer.start(
                    inrichting.manager(), inrichting.onderdelen(network, Store.postgres(database), omgeving));
        } catch (Sole.StoreInUse bezet) {
            throw new VerkeerdGebruik(
                    "een andere Manager werkt al met deze database. Elke organisatie heeft één Manager "
                            + "tegelijk. Stop eerst de andere; is de machine daarvan uitgevallen, wacht dan een minuut.");
        } catch (IllegalArgumentException fout) {
            throw new VerkeerdGebruik("in de instellingen van " + config + " klopt iets niet: "
                    + Systeemmelding.instelling(String.valueOf(fout.getMessage())));
        }
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulp) {
        omgeving.uit().print(ManagerConfig.example() + Teksten.lees("manager-extra.yaml") + Teksten.lees("groep.yaml"));
        return Uitgang.GOED;
    }
}
