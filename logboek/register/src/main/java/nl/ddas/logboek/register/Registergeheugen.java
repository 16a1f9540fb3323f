// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a log knew of the register, kept over a restart: so that a register that changed its past meanwhile is
/// still found out, and one that is away still counts. What was kept and is no good register to this program,
/// which may judge more strictly than the one that kept it, does not count.
public interface Registergeheugen {

    /// Nothing outlives the process.
    Registergeheugen GEEN = new Registergeheugen() {
        @Override
        public Optional<Onthouden> read(URI base) {
            return Optional.empty();
        }

        @Override
        public List<Onthouden> others(URI base) {
            return List.of();
        }

        @Override
        public Optional<Registerdocument> last() {
            return Optional.empty();
        }

        @Override
        public Optional<String> klacht() {
            return Optional.empty();
        }

        @Override
        public void keep(Registerdocument document) {
            // There is nowhere to keep it.
        }

        @Override
        public void seen(URI base, Instant moment) {
            // There is nowhere to keep it.
        }
    };

    /// The register of this address, as it was kept last.
    ///
    /// @throws RuntimeException when it is not known whether there is one
    Optional<Onthouden> read(URI base);

    /// The registers of all other addresses, as they were kept last; the newest first. Lines that name an
    /// activity as `urn:uuid` go by any register that has it.
    ///
    /// @throws RuntimeException when it is not known whether there are any
    List<Onthouden> others(URI base);

    /// What was kept last of all.
    ///
    /// @throws RuntimeException when it is not known whether there is one
    Optional<Registerdocument> last();

    /// That what was kept of a register that was asked for with [#read] did not count, Dutch and with what to
    /// do; empty when it did. Stays until a restart.
    Optional<String> klacht();

    /// Keeps a register beside what was kept before. Contact data of parties are left out.
    ///
    /// @throws RuntimeException when it is not kept
    void keep(Registerdocument document);

    /// Keeps that the register of this address was asked at this moment, and that what it answered is what was kept.
    /// Only ever moves forward, by steps of a minute or more.
    ///
    /// @throws RuntimeException when it is not kept
    void seen(URI base, Instant moment);
}
