// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What every part stands on. No word of a standard in here.
///
/// - HTTP: open one [nl.ddas.basis.Network] for the process, then [nl.ddas.basis.HttpServer] and
///   [nl.ddas.basis.HttpClient] on it; requests run on virtual threads with blocking streams, mutual TLS follows from
///   [nl.ddas.basis.Tls], errors are [nl.ddas.basis.Problem]s. Keys, trust and revocation lists are renewed
///   while a part runs by [nl.ddas.basis.TlsReload]. A proxy is made of `HttpClient.Body.of(request)` and
///   `answer.onward(headers)`.
/// - Small JSON: [nl.ddas.basis.JsonReading] and [nl.ddas.basis.JsonValue].
/// - Files with persons in them: [nl.ddas.basis.SealedFolder]. Keys of persons: [nl.ddas.basis.KeyedHash].
/// - What one person may not decide alone: [nl.ddas.basis.Approvals], on certificates of persons
///   ([nl.ddas.basis.Operator]).
/// - Settings: [nl.ddas.basis.Settings], read once into a record. Files in the program: [nl.ddas.basis.Bundled].
/// - PostgreSQL: [nl.ddas.basis.Database]. Figures: [nl.ddas.basis.Metrics].
/// - What can go wrong outside is told with fields: [nl.ddas.basis.SettingsFault],
///   [nl.ddas.basis.DatabaseUnavailable], [nl.ddas.basis.NoConnection].
@NullMarked
package nl.ddas.basis;

import org.jspecify.annotations.NullMarked;
