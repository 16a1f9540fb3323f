// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.trust.Oin;

/// Reads single settings of which only some values make sense. What does not fit is a
/// [nl.ddas.basis.SettingsFault].
public final class Instelling {

    private Instelling() {}

    /// A whole number of 1 or higher.
    ///
    /// @throws nl.ddas.basis.SettingsFault for another value
    public static int positief(Settings settings, String sleutel, int anders) {
        int waarde = settings.integer(sleutel, anders);
        if (waarde < 1) {
            throw settings.unfit(sleutel, "een getal van 1 of hoger");
        }
        return waarde;
    }

    /// A time of the day.
    ///
    /// @param anders when the key is missing
    /// @throws nl.ddas.basis.SettingsFault for another value
    public static LocalTime tijd(Settings settings, String sleutel, LocalTime anders) {
        return settings.value(sleutel, "een tijd als \"08:30\" (met aanhalingstekens)", Instelling::tijd)
                .orElse(anders);
    }

    private static Optional<LocalTime> tijd(String tekst) {
        try {
            return Optional.of(LocalTime.parse(tekst));
        } catch (DateTimeException geenTijd) {
            return Optional.empty();
        }
    }

    /// An OIN, that must be there.
    ///
    /// @throws nl.ddas.basis.SettingsFault when it is missing or no OIN
    public static Oin oin(Settings settings, String sleutel) {
        settings.required(sleutel);
        return settings.value(
                        sleutel,
                        "een OIN van 20 tekens of een KvK-nummer van 8 cijfers, tussen aanhalingstekens",
                        tekst -> Optional.of(new Oin(tekst)))
                .orElseThrow();
    }

    /// `ja` or `nee`; `nee` when the key is missing.
    ///
    /// @throws nl.ddas.basis.SettingsFault for another value
    public static boolean jaNee(Settings settings, String sleutel) {
        return settings.value(sleutel, "ja of nee", tekst -> switch (tekst) {
                    case "ja", "true" -> Optional.of(true);
                    case "nee", "false" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .orElse(false);
    }
}
