// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// How a definition did on one rule.
///
/// @param reden why the rule does not apply; empty when it does
public record Regeluitkomst(Regel regel, Uitkomst uitkomst, String reden) {

    /// How it ended.
    public enum Uitkomst {
        GESLAAGD("geslaagd"),
        GEZAKT("gezakt"),
        NIET_VAN_TOEPASSING("niet van toepassing");

        private final String tekst;

        Uitkomst(String tekst) {
            this.tekst = tekst;
        }

        /// Dutch.
        public String tekst() {
            return tekst;
        }
    }

    static Regeluitkomst of(Regel regel, Uitslag uitslag) {
        return switch (uitslag) {
            case Uitslag.Geslaagd() -> new Regeluitkomst(regel, Uitkomst.GESLAAGD, "");
            case Uitslag.Gezakt _ -> new Regeluitkomst(regel, Uitkomst.GEZAKT, "");
            case Uitslag.NietVanToepassing(String reden) ->
                new Regeluitkomst(regel, Uitkomst.NIET_VAN_TOEPASSING, reden);
        };
    }
}
