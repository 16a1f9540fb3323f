// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.charset.StandardCharsets;
import nl.ddas.basis.Problem;

/// The body of a refusal. The OpenAPI of v1.0 types a 403 as error of FSC: that body is both such an error and a
/// problem (docs/deviations.md, row 12).
final class Toegangsprobleem {

    private static final String FSC = ",\"code\":\"ERROR_CODE_ACCESS_DENIED\",\"domain\":\"ERROR_DOMAIN_INWAY\"}";

    private Toegangsprobleem() {}

    static byte[] schrijf(Problem probleem) {
        if (probleem.status() != 403) {
            return probleem.toJson();
        }
        String json = new String(probleem.toJson(), StandardCharsets.UTF_8);
        String samen = json.substring(0, json.length() - 1) + ",\"message\":\"" + probleem.title() + "\"" + FSC;
        return samen.getBytes(StandardCharsets.UTF_8);
    }
}
