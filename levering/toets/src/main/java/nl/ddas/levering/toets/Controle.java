// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// One row of the catalogue: what is asked of a delivery, and what is said when it is not so.
///
/// @param code such as `T-06`
/// @param geldtVoor what is refused when `ernst` is blocking
/// @param pad the field, with `[]` for each list
/// @param regel what must hold, in English, for who maintains the rules
/// @param melding what is wrong, Dutch, with `{...}` for what is filled in
/// @param bron where the rule comes from
/// @param advies what to do, Dutch
public record Controle(
        String code,
        Ernst ernst,
        GeldtVoor geldtVoor,
        String pad,
        String regel,
        String melding,
        String bron,
        String advies) {

    /// The message with values filled in.
    ///
    /// @param waarden name and value in turn
    /// @throws IllegalArgumentException when the message asks for a value that is not given
    String melding(Object... waarden) {
        if (melding.indexOf('{') < 0) {
            return melding;
        }
        StringBuilder tekst = new StringBuilder(melding.length() + 32);
        int vanaf = 0;
        for (int open = melding.indexOf('{'); open >= 0; open = melding.indexOf('{', vanaf)) {
            int dicht = melding.indexOf('}', open);
            tekst.append(melding, vanaf, open).append(waarde(melding.substring(open + 1, dicht), waarden));
            vanaf = dicht + 1;
        }
        return tekst.append(melding, vanaf, melding.length()).toString();
    }

    private Object waarde(String naam, Object... waarden) {
        for (int i = 0; i < waarden.length; i += 2) {
            if (waarden[i].equals(naam)) {
                return waarden[i + 1];
            }
        }
        throw new IllegalArgumentException("rule " + code + ": message needs a value for " + naam);
    }
}
