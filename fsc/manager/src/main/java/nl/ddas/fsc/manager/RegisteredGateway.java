// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;

/// An Inway or Outway of ours, as it registered itself.
sealed interface RegisteredGateway permits RegisteredInway, RegisteredOutway {

    /// Its own among those of its kind.
    String name();

    /// When it last registered.
    Instant seen();

    /// `Inway` or `Outway`.
    String kind();

    /// What tells it from another of its name: where an Inway is, the key of an Outway, and its certificate. It may
    /// change with a restart, a move or a new key, and does not change back.
    String mark();
}
