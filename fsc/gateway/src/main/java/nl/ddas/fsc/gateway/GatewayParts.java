// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;

/// What Inway and Outway are given by who starts them.
///
/// @param group key material for other Peers; read again now and then
/// @param internal key material for our own Manager
/// @param database for the transaction log; without one it stays in files
/// @param random for transaction ids; safe for many threads
/// @param notes what health tells besides, Dutch; asked each time
public record GatewayParts(
        Network network,
        Supplier<Tls> group,
        Supplier<Tls> internal,
        Optional<Database> database,
        Clock clock,
        RandomGenerator random,
        List<Supplier<Optional<String>>> notes) {

    public GatewayParts {
        notes = List.copyOf(notes);
    }

    /// Without notes.
    public GatewayParts(
            Network network,
            Supplier<Tls> group,
            Supplier<Tls> internal,
            Optional<Database> database,
            Clock clock,
            RandomGenerator random) {
        this(network, group, internal, database, clock, random, List.of());
    }
}
