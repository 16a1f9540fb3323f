// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// The bytes of a document as one JSON object, whether they are JSON or YAML, with the lines of YAML.
sealed interface Bestandsvorm {

    /// The file as a whole cannot be read.
    String VORM = "REG-1";

    int DIEPST = 32;

    record Gelezen(JsonObject json, Fouten fouten) implements Bestandsvorm {}

    record Onleesbaar(Fout fout) implements Bestandsvorm {}

    static Bestandsvorm read(byte[] bytes) {
        if (bytes.length > Documentlezer.MAX_BYTES) {
            return refused(0, "Het bestand is groter dan 4 MiB. Splits het register.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return refused(0, "Het bestand is geen geldige UTF-8. Sla het op als UTF-8.");
        }
        return text.stripLeading().startsWith("{") ? json(bytes) : Yamlvorm.read(text);
    }

    private static Bestandsvorm json(byte[] bytes) {
        return switch (JsonReading.of(bytes, new JsonReading.Limits(DIEPST, JsonReading.MAX_NUMBER, true))) {
            case JsonReading.Read(JsonObject json) -> new Gelezen(json, new Fouten(Map.of()));
            case JsonReading.Read _ -> refused(1, "Een register begint met namen en waarden, zoals ldvRegister: 1.");
            case JsonReading.Refused refused -> refused(refused.line(), refused.detail());
        };
    }

    static Onleesbaar refused(int regel, String melding) {
        return new Onleesbaar(new Fout(VORM, "", regel, melding));
    }
}
