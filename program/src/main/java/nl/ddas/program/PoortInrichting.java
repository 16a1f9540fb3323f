// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.gateway.GatewayConfig;
import nl.ddas.fsc.gateway.GatewayParts;

/// What stands in the settings file of an Inway or Outway.
///
/// @param eigen what only the one of both has
/// @param wij who we are in the Group
/// @param intern certificate for the Manager of the same organisation
/// @param databank where the transaction log can be read; empty when it stays in files
record PoortInrichting<T>(
        T eigen, GatewayConfig poort, Groepslid wij, InternTls intern, Optional<DatabaseChoice> databank)
        implements AutoCloseable {

    /// Reads the settings of `ddas fsc` and this part.
    ///
    /// @param deel `inway` or `outway`
    /// @param lezer of what only this part has
    /// @throws VerkeerdGebruik when the file is not there, or says what cannot be
    static <T> PoortInrichting<T> lees(String deel, Path bestand, Omgeving omgeving, Function<Settings, T> lezer)
            throws IOException {
        return Instellingen.lees("fsc-" + deel, bestand, omgeving.variabelen(), instellingen -> {
            T eigen = lezer.apply(instellingen);
            GatewayConfig poort = GatewayConfig.read(instellingen, deel);
            Groepslid wij = Groepslid.lees(instellingen, omgeving.klok());
            Optional<InternTls> intern =
                    InternTls.lees(instellingen, wij.deel(poort.name()), wij.omgeving(), omgeving.klok());
            Optional<DatabaseChoice> databank = DatabaseChoice.readEnglish(instellingen);
            instellingen.rejectUnknown();
            return new PoortInrichting<>(
                    eigen,
                    poort,
                    wij.in(poort.group(), omgeving.klok()),
                    intern.orElseThrow(
                            () -> new VerkeerdGebruik("in de instellingen ontbreekt intern-map of intern-sleutel")),
                    databank);
        });
    }

    /// The database of the settings, when they name one.
    Databank openDatabank() {
        return new Databank(databank.map(keuze -> keuze.open(new SecureRandom())));
    }

    GatewayParts onderdelen(Network network, Databank databank, Omgeving omgeving) {
        return new GatewayParts(
                network,
                () -> wij.tls(omgeving.klok()),
                intern.tls(),
                databank.database(),
                omgeving.klok(),
                new SecureRandom(),
                List.of(wij.intrekkingen().opmerking(), intern.intrekkingen().opmerking()));
    }

    /// Close it after the gateway and its network.
    @Override
    public void close() {
        intern.close();
        wij.close();
    }
}
