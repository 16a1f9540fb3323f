// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// Puts lines that are JSON already together into one answer.
final class Paginaschrijver {

    private static final byte[] BEGIN = "{\"processingActivities\":[".getBytes(US_ASCII);

    private Paginaschrijver() {}

    /// @param volgende of letters, digits, `-` and `_` only
    static byte[] write(List<byte[]> regels, Optional<String> volgende) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(BEGIN);
        for (int i = 0; i < regels.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(regels.get(i));
        }
        out.write(']');
        volgende.ifPresent(one -> out.writeBytes((",\"nextPageToken\":\"" + one + "\"").getBytes(US_ASCII)));
        out.write('}');
        return out.toByteArray();
    }
}
