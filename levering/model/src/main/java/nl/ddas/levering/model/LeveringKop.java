// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// One element of `leveringen` without its trajecten: the counter and the organisation that delivers.
///
/// @param teller 1..n as delivered, empty when missing or not a whole number
/// @param aanleverendeOrganisatie all fields empty when the object was missing
public record LeveringKop(Optional<Long> teller, Organisatie aanleverendeOrganisatie) {}
