// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Extensions of the Logboek Dataverwerkingen: a definition in YAML, and a checker that holds it against the guideline.
///
/// Start with [nl.ddas.logboek.extensie.Extensiecontrole]: it takes what [nl.ddas.logboek.extensie.Definitielezer]
/// read, runs the table of [nl.ddas.logboek.extensie.Regels], and gives a [nl.ddas.logboek.extensie.Verslag]. What the
/// checker must know of the core standard comes in through [nl.ddas.logboek.extensie.Kern]; who claimed which namespace
/// through [nl.ddas.logboek.extensie.Bekend]. A definition also gives a document, a JSON Schema of its attributes, and
/// the names under which lines are shown. Works on values alone: no network, no database, no clock.
@NullMarked
package nl.ddas.logboek.extensie;

import org.jspecify.annotations.NullMarked;
