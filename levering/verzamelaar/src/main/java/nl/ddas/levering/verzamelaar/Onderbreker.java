// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

/// Is told of each place at which a killed run may find itself; for tests that kill it there.
@FunctionalInterface
public interface Onderbreker {

    /// Does nothing.
    Onderbreker GEEN = (leverancier, plek) -> {};

    /// @param plek name of the place, such as `opgehaald` or `pagina-1-bewaard`
    void bij(String leverancier, String plek);
}
