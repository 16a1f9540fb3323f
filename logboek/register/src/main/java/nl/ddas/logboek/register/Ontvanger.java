// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.UUID;

/// Who gets data of an activity (`recipients` of the draft API).
///
/// @param entityId an [Entiteit] of the same register
public record Ontvanger(LegalRole legalRole, UUID entityId) {}
