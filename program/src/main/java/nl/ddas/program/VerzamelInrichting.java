// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verzamelaar.Leveranciers;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import nl.ddas.trust.PayloadSigner;

/// The collector as its settings file says, with all it stands on; closed in the right order.
record VerzamelInrichting(Network network, Database database, Verzamelaar verzamelaar) implements AutoCloseable {

    static VerzamelInrichting open(Path config, Omgeving omgeving) throws IOException {
        if (!Files.exists(config)) {
            throw new VerkeerdGebruik("er is geen bestand " + config
                    + " met instellingen; maak er een met: ddas verzamel config > " + config);
        }
        Settings instellingen = Settings.read("verzamel", config, omgeving.variabelen());
        Deelnemer deelnemer = Deelnemer.lees(instellingen, omgeving.klok());
        VerzamelaarConfig verzamelaar = VerzamelaarConfig.read(instellingen);
        Leveranciers leveranciers = verzamelaar
                .leveranciers()
                .map(bestand -> Leveranciers.uitBestand(bestand, omgeving.variabelen()))
                .orElseThrow(() -> new VerkeerdGebruik("in " + config + " ontbreekt leveranciers-bestand"));
        Database database = verzamelaar.opslag().database().open();
        Network network = Network.open();
        return new VerzamelInrichting(
                network,
                database,
                Verzamelaar.start(
                        verzamelaar,
                        Verzamelaar.Onderdelen.van(
                                network,
                                () -> deelnemer.map().tls(deelnemer.partij()),
                                new PayloadSigner(deelnemer.partij().signing(), omgeving.klok()),
                                deelnemer.map()::trust,
                                leveranciers,
                                BerichtLezer.metEigenSchemas(),
                                database,
                                omgeving.klok())));
    }

    @Override
    public void close() {
        verzamelaar.close();
        database.close();
        network.close();
    }
}
