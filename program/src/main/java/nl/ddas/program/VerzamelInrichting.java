// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
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
/// @param daarna closes the log, the way to the suppliers and what fetches revocation lists
record VerzamelInrichting(
        VerzamelaarConfig config, Network network, Database database, Verzamelaar verzamelaar, Einde.Sluiting daarna)
        implements AutoCloseable {

    static VerzamelInrichting open(Path config, Omgeving omgeving) throws IOException {
        Gelezen gelezen = Instellingen.lees("verzamel", config, omgeving.variabelen(), instellingen -> {
            Deelnemer deelnemer = Deelnemer.lees(instellingen, omgeving.klok());
            Afzenderbepaling afzenders = AchterInway.lees(instellingen);
            Leveranciersweg weg = Leveranciersweg.lees(instellingen, omgeving);
            Eigensleutels eigen = Versleutelsleutels.lees(instellingen, deelnemer);
            Logboekkeuze logboek = Logboekkeuze.lees(instellingen);
            Optional<Clamd> scanner = Clamd.lees(instellingen);
            return new Gelezen(
                    deelnemer, VerzamelaarConfig.read(instellingen), weg, afzenders, eigen, logboek, scanner);
        });
        Deque<Einde.Sluiting> open = new ArrayDeque<>();
        open.push(gelezen.deelnemer()::close);
        try {
            Leveranciersweg.Open weg = gelezen.weg().open(omgeving);
            open.push(weg.daarna());
            Network network = Network.open();
            open.push(network::close);
            Database database = gelezen.config().opslag().open(new SecureRandom());
            open.push(database::close);
            Optional<Logboekkeuze.Open> logboek = gelezen.logboek().open("ddas verzamel", () -> tls(gelezen));
            logboek.ifPresent(een -> open.push(een::close));
            VerzamelaarOnderdelen delen = delen(gelezen, weg.leveranciers(), network, database, omgeving);
            Verzamelaar verzamelaar = Verzamelaar.start(
                    gelezen.config(),
                    logboek.map(een -> delen.met(een.aansluiting())).orElse(delen));
            return new VerzamelInrichting(gelezen.config(), network, database, verzamelaar, () -> {
                logboek.ifPresent(Logboekkeuze.Open::close);
                weg.daarna().sluit();
                gelezen.deelnemer().close();
            });
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
            Eigensleutels eigen,
            Logboekkeuze logboek,
            Optional<Clamd> scanner) {}

    private static Tls tls(Gelezen gelezen) {
        Deelnemer deelnemer = gelezen.deelnemer();
        return deelnemer.map().tls(deelnemer.partij());
    }

    private static VerzamelaarOnderdelen delen(
            Gelezen gelezen, Leveranciers leveranciers, Network network, Database database, Omgeving omgeving) {
        Deelnemer deelnemer = gelezen.deelnemer();
        VerzamelaarOnderdelen delen = VerzamelaarOnderdelen.van(
                        network,
                        () -> tls(gelezen),
                        deelnemer.ondertekenaar(omgeving.klok()),
                        () -> deelnemer.map().trust(Purpose.SIGNING),
                        leveranciers,
                        BerichtLezer.metEigenSchemas(),
                        database,
                        omgeving.klok(),
                        new SecureRandom())
                .met(deelnemer.handtekening().eisen())
                .met(gelezen.afzenders())
                .met(gelezen.eigen());
        return gelezen.scanner().map(delen::gescandDoor).orElse(delen);
    }

    @Override
    public void close() {
        Afsluiten.alles(List.of(verzamelaar::close, database::close, network::close, daarna));
    }
}
