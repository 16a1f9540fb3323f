// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import nl.ddas.basis.Problem;

/// The body of a refusal. The OpenAPI of v1.0 types a 403 as error of FSC: that body is both such an error and a
/// problem (docs/deviations.md, row 12).
final class Toegangsprobleem {

    private Toegangsprobleem() {}

    static byte[] schrijf(Problem probleem) {
        return probleem.status() == 403
                ? probleem.toJsonObject()
                        .with("message", probleem.title())
                        .with("code", "ERROR_CODE_ACCESS_DENIED")
                        .with("domain", "ERROR_DOMAIN_INWAY")
                        .toBytes()
                : probleem.toJson();
    }
}
