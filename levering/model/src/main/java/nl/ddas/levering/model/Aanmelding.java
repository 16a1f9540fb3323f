// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// The moment a person asks for help.
public record Aanmelding(Optional<Boolean> crisisinterventie, Periode periode) {}
