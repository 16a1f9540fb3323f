// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.SortOrder;

/// A store whose Manager can die just before or just after a change.
final class SimulatedStore extends MemoryContracts {

    private final SimulatedGroup group;
    private final SimulatedManager owner;

    SimulatedStore(SimulatedGroup group, SimulatedManager owner) {
        this.group = group;
        this.owner = owner;
    }

    @Override
    public synchronized <T> T change(ContentHash contract, Function<Change, T> work) {
        if (group.happens(2)) {
            throw owner.kill();
        }
        T result = super.change(contract, work);
        if (group.happens(2)) {
            throw owner.kill();
        }
        return result;
    }

    @Override
    public synchronized boolean settle(Delivery before, Delivery after) {
        if (group.happens(1)) {
            throw owner.kill();
        }
        return super.settle(before, after);
    }

    List<Contract> everything() {
        Paging all = new Paging(Optional.empty(), Paging.MAX_LIMIT, SortOrder.ASCENDING);
        return list(new ContractQuery(owner.id, Optional.empty(), all));
    }
}
