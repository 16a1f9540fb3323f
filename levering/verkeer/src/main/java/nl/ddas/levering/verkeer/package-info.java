// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What the supplier's API and the collector of CBS share: the words and the mechanics of their exchange, not what is
/// exchanged.
///
/// Start with [Ontvangst], which takes in a signed message from an [Afzender]; a [Weigering] becomes an answer in
/// [Problemen]. [Beschikbaarheid] says when may be collected, a [Besluit] what a supplier thinks of a report. Nothing
/// here knows the gateway that may stand in front: who calls comes from [Afzenderbepaling].
@NullMarked
package nl.ddas.levering.verkeer;

import org.jspecify.annotations.NullMarked;
