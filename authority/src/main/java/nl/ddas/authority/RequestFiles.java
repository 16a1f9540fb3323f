// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;

/// Requests in a folder: `tls.csr`, `ondertekening.csr` and `versleuteling.csr`, PEM or DER.
public final class RequestFiles {

    private static final int DER_SEQUENCE = 0x30;
    private static final int LARGEST = 64 * 1024;

    private RequestFiles() {}

    /// What is there; a file that is not there is left out.
    ///
    /// @throws IOException when a file cannot be read
    public static Map<Purpose, byte[]> read(Path folder) throws IOException {
        Map<Purpose, byte[]> requests = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Path file = RequestMaker.requestFile(folder, purpose);
            if (Files.exists(file)) {
                requests.put(purpose, Files.size(file) > LARGEST ? new byte[0] : der(Files.readAllBytes(file)));
            }
        }
        return requests;
    }

    private static byte[] der(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == DER_SEQUENCE) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return List.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST").stream()
                .flatMap(label -> Pem.blocks(label, text).stream())
                .findFirst()
                .orElse(new byte[0]);
    }
}
