// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// The Service in a publication Grant. The name is as received; [ContractRules] checks its form.
///
/// @param peer that offers the Service
public record ServiceOffer(PeerId peer, String name, Protocol protocol) {}
