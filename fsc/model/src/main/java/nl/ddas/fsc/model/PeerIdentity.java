// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// Who a certificate says a Peer is.
///
/// @param name of the organisation
public record PeerIdentity(PeerId id, String name) {}
