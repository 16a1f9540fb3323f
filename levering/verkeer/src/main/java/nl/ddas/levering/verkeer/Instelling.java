// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.DateTimeException;
import java.time.LocalTime;
import nl.ddas.basis.Settings;

/// Reads single settings of which only some values make sense, with messages in Dutch.
public final class Instelling {

    private Instelling() {}

    /// A whole number of 1 or higher.
    ///
    /// @throws IllegalArgumentException for another value, naming the key
    public static int positief(Settings settings, String sleutel, int anders) {
        int waarde = settings.integer(sleutel, anders);
        if (waarde < 1) {
            throw fout(sleutel, "een getal van 1 of hoger", Integer.toString(waarde));
        }
        return waarde;
    }

    /// A time of the day.
    ///
    /// @param anders as it would be written
    /// @throws IllegalArgumentException for another value, naming the key
    public static LocalTime tijd(Settings settings, String sleutel, String anders) {
        return tijd(sleutel, settings.optional(sleutel).orElse(anders));
    }

    static LocalTime tijd(String sleutel, String tekst) {
        try {
            return LocalTime.parse(tekst);
        } catch (DateTimeException geenTijd) {
            throw fout(sleutel, "een tijd als \"08:30\" (met aanhalingstekens)", tekst);
        }
    }

    /// What to throw when a value does not fit.
    ///
    /// @param verwacht what was expected, Dutch, fits behind "verwacht"
    public static IllegalArgumentException fout(String sleutel, String verwacht, String gekregen) {
        return new IllegalArgumentException(
                "Instelling '" + sleutel + "': verwacht " + verwacht + ", gekregen '" + gekregen + "'.");
    }
}
