// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Store;

/// What stands in the settings file of a Manager.
///
/// @param wij who we are in the Group
/// @param intern certificate for our own organisation
record ManagerInrichting(Groepslid wij, Optional<InternTls> intern, ManagerConfig manager) implements AutoCloseable {

    /// Reads the settings of `ddas fsc manager`.
    ///
    /// @throws VerkeerdGebruik when the file is not there, or says what cannot be
    static ManagerInrichting lees(Path bestand, Omgeving omgeving) throws IOException {
        return Instellingen.lees("fsc-manager", bestand, omgeving.variabelen(), instellingen -> {
            Groepslid wij = Groepslid.vanManager(instellingen, omgeving.klok());
            Optional<InternTls> intern =
                    InternTls.lees(instellingen, wij.deel("manager"), wij.omgeving(), omgeving.klok());
            ManagerConfig manager = ManagerConfig.read(instellingen);
            return new ManagerInrichting(wij.in(manager.group(), omgeving.klok()), intern, manager);
        });
    }

    ManagerServer.Parts onderdelen(Network network, Store store, Omgeving omgeving) {
        List<Supplier<Optional<String>>> notities =
                new ArrayList<>(List.of(wij.intrekkingen().opmerking()));
        intern.map(een -> een.intrekkingen().opmerking()).ifPresent(notities::add);
        return new ManagerServer.Parts(
                network,
                () -> wij.tls(omgeving.klok()),
                wij.sleutels().contract().lees(),
                wij.sleutels().token().lees(),
                wij.vanContracten(),
                intern.map(InternTls::tls),
                store,
                new Metrics(),
                omgeving.klok(),
                new SecureRandom(),
                notities);
    }

    /// Close it after the Manager and its network.
    @Override
    public void close() {
        intern.ifPresent(InternTls::close);
        wij.close();
    }
}
