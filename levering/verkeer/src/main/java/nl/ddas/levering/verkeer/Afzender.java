// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who calls, and on whose behalf.
///
/// @param oin OIN or KvK number of the caller, from a source that was checked
/// @param namens OIN of the organisation that the caller acts for
/// @param transactie reference of the transport, for the log
/// @param certificaat fingerprint (`x5t#S256`, in base64url) of the certificate with which the caller made its own
///     connection, where a gateway of ours ended that
public record Afzender(String oin, Optional<String> namens, Optional<String> transactie, Optional<String> certificaat) {

    /// A caller on a connection with us.
    public Afzender(String oin, Optional<String> namens, Optional<String> transactie) {
        this(oin, namens, transactie, Optional.empty());
    }

    /// Whether it, or the party that it acts for, is one of these.
    ///
    /// @param welke takes an OIN
    public boolean isEen(Predicate<String> welke) {
        return Stream.concat(Stream.of(oin), namens.stream()).anyMatch(welke);
    }

    /// Whether this party may have signed the message.
    public boolean kanOndertekenen(String ondertekenaar) {
        return isEen(ondertekenaar::equals);
    }
}
