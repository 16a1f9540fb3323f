// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// Tells the listener, whatever it does.
final class Melder {

    private final Luisteraar luisteraar;

    Melder(Luisteraar luisteraar) {
        this.luisteraar = luisteraar;
    }

    void report(int regels, String reden) {
        try {
            luisteraar.nietVastgelegd(regels, reden);
        } catch (RuntimeException ignored) {
            // The business call goes on, also when the listener is broken (LDV 3.3.2.1).
        }
    }

    void delayed(String reden) {
        try {
            luisteraar.uitgesteld(reden);
        } catch (RuntimeException ignored) {
            // As above.
        }
    }
}
