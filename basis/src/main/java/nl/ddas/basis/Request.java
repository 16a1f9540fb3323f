// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;

/// One HTTP request, handled on a virtual thread of its own.
///
/// @param path raw path with query, as on the request line
/// @param peer certificate chain of the caller on mutual TLS, leaf first; empty list without client certificate
/// @param body blocking stream over the body; throws [BodyTooLarge] past the limit of the listener
public record Request(String method, String path, Headers headers, List<X509Certificate> peer, InputStream body) {}
