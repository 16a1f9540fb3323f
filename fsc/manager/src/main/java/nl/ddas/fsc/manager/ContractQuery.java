// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Locale;
import java.util.Optional;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;

/// Which contracts are asked for.
///
/// @param peer that must be on them
/// @param type of a Grant that must be on them
/// @param paging its cursor is one of [#key]
public record ContractQuery(PeerId peer, Optional<GrantType> type, Paging paging) {

    /// Sort key: moment of creation in seconds, in digits enough to sort as text, and the content hash.
    public static Cursor key(Contract contract) {
        return key(
                contract.content().createdAt().getEpochSecond(),
                contract.content().hash().value());
    }

    /// @param created in seconds
    static Cursor key(long created, String hash) {
        return Cursor.of(String.format(Locale.ROOT, "%019d", created), hash);
    }

    /// Whether a cursor can be one of [#key].
    public static boolean isKey(Cursor cursor) {
        return cursor.key().size() == 2 && startsWithMoment(cursor);
    }

    /// Whether the first part of a cursor can be a moment.
    static boolean startsWithMoment(Cursor cursor) {
        return cursor.key().getFirst().matches("[0-9]{19}")
                && cursor.key().getFirst().compareTo("0999999999999999999") < 0;
    }

    /// The same, behind this place.
    ContractQuery behind(OpenQuery.Place last) {
        Cursor after = key(last.created().getEpochSecond(), last.hash().value());
        return new ContractQuery(peer, type, new Paging(Optional.of(after), paging.limit(), paging.order()));
    }

    /// Whether a contract is asked for, apart from the page.
    boolean matches(Contract contract) {
        return contract.content().peers().contains(peer)
                && type.map(wanted -> contract.content().grants().stream().anyMatch(g -> g.type() == wanted))
                        .orElse(true);
    }
}
