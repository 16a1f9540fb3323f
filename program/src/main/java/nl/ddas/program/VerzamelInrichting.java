// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verzamelaar.Leveranciers;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import nl.ddas.levering.verzamelaar.VerzamelaarOnderdelen;
import nl.ddas.trust.Purpose;

/// The collector as its settings file says, with all it stands on; closed in the right order.
///
/// @param daarna closes the way to the suppliers
record VerzamelInrichting(
        VerzamelaarConfig config, Network network, Database database, Verzamelaar verzamelaar, Einde.Sluiting daarna)
        implements AutoCloseable {

    static VerzamelInrichting open(Path config, Omgeving omgeving) throws IOException {
        Gelezen gelezen = Instellingen.lees("verzamel", config, omgeving.variabelen(), instellingen -> {
            Deelnemer deelnemer = Deelnemer.lees(instellingen, omgeving.klok());
            Afzenderbepaling afzenders = AchterInway.lees(instellingen);
            Leveranciersweg weg = Leveranciersweg.lees(instellingen, omgeving);
            Eigensleutels eigen = Versleutelsleutels.lees(instellingen, deelnemer);
            return new Gelezen(deelnemer, VerzamelaarConfig.read(instellingen), weg, afzenders, eigen);
        });
        Deque<Einde.Sluiting> open = new ArrayDeque<>();
        try {
            Leveranciersweg.Open weg = gelezen.weg().open(omgeving);
            open.push(weg.daarna());
            Network network = Network.open();
            open.push(network::close);
            Database database = gelezen.config().opslag().open(new SecureRandom());
            open.push(database::close);
            Verzamelaar verzamelaar = start(gelezen, weg.leveranciers(), network, database, omgeving);
            return new VerzamelInrichting(gelezen.config(), network, database, verzamelaar, weg.daarna());
        } catch (IOException | RuntimeException mislukt) {
            Afsluiten.alles(open);
            throw mislukt;
        }
    }

    /// What stands in the settings.
    private record Gelezen(
            Deelnemer deelnemer,
            VerzamelaarConfig config,
            Leveranciersweg weg,
            Afzenderbepaling afzenders,
            Eigensleutels eigen) {}

    private static Verzamelaar start(
            Gelezen gelezen, Leveranciers leveranciers, Network network, Database database, Omgeving omgeving)
            throws IOException {
        Deelnemer deelnemer = gelezen.deelnemer();
        return Verzamelaar.start(
                gelezen.config(),
                VerzamelaarOnderdelen.van(
                                network,
                                () -> deelnemer.map().tls(deelnemer.partij()),
                                deelnemer.ondertekenaar(omgeving.klok()),
                                () -> deelnemer.map().trust(Purpose.SIGNING),
                                leveranciers,
                                BerichtLezer.metEigenSchemas(),
                                database,
                                omgeving.klok(),
                                new SecureRandom())
                        .met(deelnemer.handtekening().eisen())
                        .met(gelezen.afzenders())
                        .met(gelezen.eigen()));
    }

    @Override
    public void close() {
        Afsluiten.alles(List.of(verzamelaar::close, database::close, network::close, daarna));
    }
}
