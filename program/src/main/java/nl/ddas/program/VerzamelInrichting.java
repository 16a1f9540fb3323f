// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verzamelaar.Leveranciers;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import nl.ddas.trust.PayloadSigner;

/// The collector as its settings file says, with all it stands on; closed in the right order.
record VerzamelInrichting(VerzamelaarConfig config, Network network, Database database, Verzamelaar verzamelaar)
        implements AutoCloseable {

    static VerzamelInrichting open(Path config, Omgeving omgeving) throws IOException {
        Gelezen gelezen = Instellingen.lees("verzamel", config, omgeving.variabelen(), instellingen -> {
            Deelnemer deelnemer = Deelnemer.lees(instellingen, omgeving.klok());
            VerzamelaarConfig verzamelaar = VerzamelaarConfig.read(instellingen);
            Path bestand = verzamelaar
                    .leveranciers()
                    .orElseThrow(() -> new VerkeerdGebruik("in " + config + " ontbreekt leveranciers-bestand"));
            return new Gelezen(deelnemer, verzamelaar, Leveranciers.uitBestand(bestand, omgeving.variabelen()));
        });
        Database database = gelezen.config().opslag().open(new SecureRandom());
        Network network = Network.open();
        try {
            return new VerzamelInrichting(
                    gelezen.config(), network, database, start(gelezen, network, database, omgeving));
        } catch (IOException | RuntimeException mislukt) {
            database.close();
            network.close();
            throw mislukt;
        }
    }

    /// What stands in the settings.
    private record Gelezen(Deelnemer deelnemer, VerzamelaarConfig config, Leveranciers leveranciers) {}

    private static Verzamelaar start(Gelezen gelezen, Network network, Database database, Omgeving omgeving)
            throws IOException {
        Deelnemer deelnemer = gelezen.deelnemer();
        return Verzamelaar.start(
                gelezen.config(),
                Verzamelaar.Onderdelen.van(
                        network,
                        () -> deelnemer.map().tls(deelnemer.partij()),
                        new PayloadSigner(deelnemer.partij().signing(), omgeving.klok()),
                        deelnemer.map()::trust,
                        gelezen.leveranciers(),
                        BerichtLezer.metEigenSchemas(),
                        database,
                        omgeving.klok(),
                        new SecureRandom()));
    }

    @Override
    public void close() {
        verzamelaar.close();
        database.close();
        network.close();
    }
}
