// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// The supplier's API: gives CBS the gegevens of a period, page by page, signed, and takes in its
/// Verwerkingsverslagen.
///
/// Start with [BronServer]. A [Gegevensbron] is read into a snapshot on disk; pages are put together from
/// that. Nothing here knows the gateway that may stand in front: who calls comes from
/// [nl.ddas.levering.verkeer.Afzenderbepaling].
@NullMarked
package nl.ddas.levering.bron;

import org.jspecify.annotations.NullMarked;
