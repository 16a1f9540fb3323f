// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.Readers.expect;
import static nl.ddas.trust.Readers.latin1;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;

/// Readers of whole messages: the inspector with its spellings, and what an error says of itself.
final class MessageReaders {

    private static final Stage STAGE = new Stage();
    private static final Headers SIGNED = STAGE.signed(Forge.BODY);
    private static final SignatureReport.Against AGAINST =
            new SignatureReport.Against(List.of(STAGE.authority.root()), STAGE.authority.crls(), Optional.empty());
    private static final byte[] PROBLEM = Stage.utf8("""
            {"type":"https://ddas.example/problemen/handtekening-ongeldig","title":"Zo\u00EB","status":400,
            "detail":"x","instance":"urn:uuid:1","errors":[{"pointer":"/a/0","detail":"\\u0007"}]}""");

    private MessageReaders() {}

    static Readers all() {
        return new Readers(List.of(
                new Readers.One(
                        "inspected signature line",
                        Stage.utf8(SIGNED.first(PayloadSigner.PAYLOAD_SIG).orElseThrow()),
                        bytes -> inspect(Headers.of(PayloadSigner.PAYLOAD_SIG, latin1(bytes)), Forge.BODY)),
                new Readers.One("inspected body", Forge.BODY, bytes -> inspect(SIGNED, bytes)),
                new Readers.One("spelled body", Forge.BODY, MessageReaders::spell),
                new Readers.One("problem", PROBLEM, MessageReaders::problem)));
    }

    private static void inspect(Headers headers, byte[] body) throws IOException {
        SignatureReport report =
                SignatureInspection.inspect(headers, new MessageBody.Bytes(body), AGAINST, STAGE.clock);
        expect(!report.isValid()
                || (Arrays.equals(body, Forge.BODY)
                        && headers.first(PayloadSigner.PAYLOAD_SIG).equals(SIGNED.first(PayloadSigner.PAYLOAD_SIG))));
    }

    private static void spell(byte[] body) {
        for (Spelling spelling : Spelling.values()) {
            spelling.of(body).forEach(other -> expect(!Arrays.equals(other, body)));
        }
    }

    /// What was read is written as something that reads the same.
    private static void problem(byte[] bytes) {
        if (JsonReading.of(bytes, JsonReading.Limits.SMALL) instanceof JsonReading.Read read) {
            expect(read.equals(JsonReading.of(read.value().toBytes(), JsonReading.Limits.SMALL)));
        }
    }
}
