// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.dienst.DienstConfig;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.LogboekDienst;
import nl.ddas.logboek.dienst.LogboekServer;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// A log from its parts, the same for `ddas logboek dienst` and the demonstration. What it stands on stays the
/// caller's to close, after the log itself.
///
/// @param tls our own key material, read again while it runs; empty without TLS
/// @param houders whose lines a sender writes, by the certificate it showed
/// @param naamruimten the extensions that may be used
/// @param activiteiten the register
/// @param bijdelen other parts on the same listener, such as tree, register and read API; asked in this order
record LogboekInrichting(
        DienstConfig config,
        Network network,
        Database database,
        Optional<Supplier<Tls>> tls,
        LogboekServer.Houderkeuze houders,
        Naamruimten naamruimten,
        Verwerkingsactiviteiten activiteiten,
        List<Dienstonderdelen.Bijdelen> bijdelen) {

    LogboekInrichting {
        bijdelen = List.copyOf(bijdelen);
    }

    /// Opens its ports.
    ///
    /// @throws nl.ddas.basis.NotListening when a port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used
    LogboekDienst start(Clock klok, SecureRandom toeval) {
        Dienstonderdelen.Bijdelen alle = kern ->
                bijdelen.stream().flatMap(een -> een.make(kern).stream()).toList();
        return LogboekDienst.start(
                config,
                database,
                new Dienstonderdelen(network, tls, houders, naamruimten, activiteiten, alle, klok, toeval));
    }
}
