// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// Who may connect under a connection Grant.
///
/// @param peer whose Outway it is
public record Outway(PeerId peer, OutwayIdentification identification) {}
