// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

/// Nobody can tell now who the suppliers are, so nothing is begun and nobody is let in. Another time may do.
public final class LeveranciersOnbekend extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param oorzaak why they are not known
    public LeveranciersOnbekend(Throwable oorzaak) {
        super("the suppliers are not known now", oorzaak);
    }
}
