// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

/// How a listener tells what went wrong where no handler could: with a request that cannot be read, or a handler that
/// broke.
@FunctionalInterface
public interface Faults {

    /// As problem+json, in Dutch.
    Faults PROBLEMS = Problem::toResponse;

    /// The answer, with a body of ready bytes.
    ///
    /// @param problem its status tells what happened: 400 a request that is no HTTP, 413 a body and 431 a head that are
    ///     too large, 500 a fault of our own; its instance names it in our log
    Response tell(Problem problem);
}
