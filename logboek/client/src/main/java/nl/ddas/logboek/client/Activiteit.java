// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.net.URI;

/// A Verwerkingsactiviteit in the register.
///
/// @param id absolute URI
/// @param persoonsgegevens whether each line about a data subject must name that subject
public record Activiteit(URI id, boolean persoonsgegevens) {

    /// @throws IllegalArgumentException when the URI is not absolute
    public Activiteit {
        if (!id.isAbsolute()) {
            throw new IllegalArgumentException("activity: expected an absolute URI");
        }
    }

    /// One whose lines name no data subject: it has none, or is logged as a whole on good grounds.
    public static Activiteit zonderBetrokkenen(String id) {
        return new Activiteit(URI.create(id), false);
    }

    /// One with personal data.
    public static Activiteit of(String id) {
        return new Activiteit(URI.create(id), true);
    }
}
