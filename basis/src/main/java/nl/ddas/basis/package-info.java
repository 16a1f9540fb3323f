// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What every part stands on. No word of a standard in here.
///
/// - HTTP: open one [nl.ddas.basis.Network] for the process, then [nl.ddas.basis.HttpServer] and
///   [nl.ddas.basis.HttpClient] on it; requests run on virtual threads with blocking streams, mutual TLS follows from
///   [nl.ddas.basis.Tls], errors are [nl.ddas.basis.Problem]s.
/// - Small JSON: [nl.ddas.basis.JsonReading] and [nl.ddas.basis.JsonValue]. Large JSON is streamed with Jackson.
/// - Files with persons in them: [nl.ddas.basis.SealedFolder].
/// - Settings: [nl.ddas.basis.Settings], read once into a record.
/// - PostgreSQL: [nl.ddas.basis.Database]. Figures: [nl.ddas.basis.Metrics].
@NullMarked
package nl.ddas.basis;

import org.jspecify.annotations.NullMarked;
