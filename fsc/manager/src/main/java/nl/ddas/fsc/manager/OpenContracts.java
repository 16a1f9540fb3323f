// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;

/// Some open contracts.
///
/// @param contracts in order of creation and hash
/// @param unreadable those among them of which what is stored cannot be read
/// @param rest asks for those behind them; empty when there are no more
public record OpenContracts(List<Contract> contracts, List<ContentHash> unreadable, Optional<OpenQuery> rest) {

    public OpenContracts {
        contracts = List.copyOf(contracts);
        unreadable = List.copyOf(unreadable);
    }
}
