// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// The calling action at another party, as older texts of the standard wrote it: the callee then opened a trace
/// of its own.
public record VreemdeActie(TraceId traceId, SpanId spanId) {}
