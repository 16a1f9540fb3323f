// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Locale;
import java.util.Optional;

/// What `Geslachtsaanduiding` may say (EnumGeslacht, which the schema defines but does not link to the field).
public enum Geslachtsaanduiding implements Waarde {
    MAN("Man"),
    VROUW("Vrouw"),
    ONBEKEND("Onbekend"),
    LEEG("Leeg");

    private final String tekst;

    Geslachtsaanduiding(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Geslachtsaanduiding> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }

    /// The value that is meant by the usual ways of writing it (`M`, `1`, `mannelijk`); empty when it cannot be told.
    public static Optional<Geslachtsaanduiding> bedoeld(String tekst) {
        Optional<Geslachtsaanduiding> juist = lees(tekst);
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
}
