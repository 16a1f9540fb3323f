// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `Geslachtsaanduiding` of a client may say (EnumGeslacht, which the schema defines but does not link to
/// the field).
public enum Geslacht implements Waarde {
    MAN("Man"),
    VROUW("Vrouw"),
    ONBEKEND("Onbekend"),
    LEEG("Leeg");

    private final String tekst;

    Geslacht(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Geslacht> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }

    /// The value that is meant by the usual ways of writing it (`M`, `1`, `mannelijk`); empty when it cannot be told.
    public static Optional<Geslacht> bedoeld(String tekst) {
        Optional<Geslacht> juist = lees(tekst);
        if (juist.isPresent()) {
            return juist;
        }
        return switch (tekst.strip().toLowerCase(Locale.ROOT)) {
            case "m", "1", "man", "mannelijk" -> Optional.of(MAN);
            case "v", "2", "vrouw", "vrouwelijk", "w", "f" -> Optional.of(VROUW);
            case "o", "0", "onbekend", "u", "x", "9" -> Optional.of(ONBEKEND);
            case "leeg" -> Optional.of(LEEG);
            case String anders -> Optional.empty();
        };
    }

    /// What a delivered text counts as everywhere that persons are told apart or counted: [#MAN], [#VROUW] or
    /// else [#ONBEKEND]; never [#LEEG]. It is what the supplier is told by rule K-06.
    public static Geslacht geteld(String tekst) {
        return bedoeld(tekst).filter(bedoeld -> !bedoeld.isOnbekend()).orElse(ONBEKEND);
    }

    /// The values that [#geteld(String)] can give, in the order of tables.
    public static List<Geslacht> geteld() {
        return List.of(MAN, VROUW, ONBEKEND);
    }

    /// Whether it says nothing about the sex.
    public boolean isOnbekend() {
        return this == ONBEKEND || this == LEEG;
    }

    /// Equal, or unknown on one side.
    public boolean past(Geslacht ander) {
        return this == ander || isOnbekend() || ander.isOnbekend();
    }
}
