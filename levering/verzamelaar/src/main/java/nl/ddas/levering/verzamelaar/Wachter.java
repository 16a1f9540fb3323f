// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Duration;

/// Lets time pass between two attempts.
@FunctionalInterface
public interface Wachter {

    /// Waits with the clock of the machine.
    Wachter ECHT = duur -> Thread.sleep(duur);

    /// @throws InterruptedException when the run is stopped meanwhile
    void wacht(Duration duur) throws InterruptedException;
}
