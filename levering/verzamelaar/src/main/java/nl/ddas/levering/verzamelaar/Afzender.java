// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.Optional;

/// Who calls, and on whose behalf.
///
/// @param oin OIN or KvK number of the caller, from a source that was checked
/// @param namens OIN of the organisation that the caller acts for
/// @param transactie reference of the transport, for the log
public record Afzender(String oin, Optional<String> namens, Optional<String> transactie) {

    /// Whether this party may have signed the message.
    boolean kanOndertekenen(String ondertekenaar) {
        return oin.equals(ondertekenaar) || namens.filter(ondertekenaar::equals).isPresent();
    }
}
