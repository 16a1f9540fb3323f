// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

/// A line, and where it was found.
///
/// @param logboek place in the list of logs, from 0
public record Gevonden(int logboek, Tracelijn regel) {}
