// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;

/// Another Peer that we have met.
///
/// @param name as in its certificate; untrusted text
/// @param address where its Manager is; proven by connecting to it
/// @param seen when it last announced itself or handed something over
public record Peer(PeerId id, String name, ManagerAddress address, Instant seen) {}
