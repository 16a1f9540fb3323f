// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// What a running log stands on.
///
/// @param tls our own key material, read again while it runs; empty without TLS
/// @param houders whose lines a sender writes
/// @param naamruimten the extensions that are established here
/// @param activiteiten the register
/// @param bijdelen what is served beside OTLP
public record Dienstonderdelen(
        Network network,
        Optional<Supplier<Tls>> tls,
        LogboekServer.Houderkeuze houders,
        Naamruimten naamruimten,
        Verwerkingsactiviteiten activiteiten,
        Bijdelen bijdelen,
        Clock clock,
        SecureRandom random) {

    /// Makes other parts over what this log stores.
    @FunctionalInterface
    public interface Bijdelen {

        /// None.
        Bijdelen GEEN = _ -> List.of();

        /// In the order in which they are asked whether they know a path.
        List<Deel> make(Kern kern);
    }

    /// What parts share with the log itself.
    ///
    /// @param regels the same store that OTLP writes to
    /// @param haken where parts take hold of the log
    public record Kern(Database database, Logregels regels, Metrics metrics, Dienstkoppeling haken) {}
}
