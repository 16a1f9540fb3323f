// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.ArrayList;
import java.util.List;

/// Closing several things, of which none may keep the rest open.
final class Closing {

    private Closing() {}

    /// Does all of it, in this order.
    ///
    /// @throws RuntimeException the first that failed, with the others in it
    static void all(Runnable... each) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable one : each) {
            try {
                one.run();
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
