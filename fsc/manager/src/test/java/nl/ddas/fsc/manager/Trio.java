// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;

import java.util.List;
import nl.ddas.basis.Network;

/// A Directory, a provider and a consumer that have met.
final class Trio implements AutoCloseable {

    final Network network = Network.open();
    final Organisation directory = new Organisation(network, D, true, List.of());
    final Organisation provider = new Organisation(network, C, false, List.of(directory.called()));
    final Organisation consumer = new Organisation(network, B, false, List.of(directory.called()));

    Trio() {
        directory.knows(provider, consumer);
    }

    @Override
    public void close() {
        consumer.close();
        provider.close();
        directory.close();
        network.close();
    }
}
