// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Ways in which one message can be other bytes, as happens between signing and sending. The smallest difference first.
public enum Spelling {
    ZONDER_REGELEINDE("zonder witruimte aan het eind"),
    MET_REGELEINDE("met een regeleinde (LF) aan het eind"),
    MET_REGELEINDE_CRLF("met een regeleinde (CRLF) aan het eind"),
    REGELEINDEN_LF("met LF als regeleinde"),
    REGELEINDEN_CRLF("met CRLF als regeleinde"),
    ZONDER_BOM("zonder BOM aan het begin"),
    MET_BOM("met een BOM aan het begin"),
    UTF_8("in UTF-8, terwijl ISO-8859-1 is verstuurd"),
    UTF_8_EENMAAL("één keer in UTF-8 gecodeerd, terwijl dat bij het versturen twee keer is gebeurd"),
    ISO_8859_1("in ISO-8859-1, terwijl UTF-8 is verstuurd"),
    UNICODE_NFC("met letters en accenten samen (Unicode NFC)"),
    UNICODE_NFD("met letters en accenten los (Unicode NFD)"),
    JSON_GESORTEERD_COMPACT(
            "met de namen op volgorde en zonder witruimte, zoals het openbare testscript van DDAS ondertekent"),
    JSON_GESORTEERD_COMPACT_ASCII("met de namen op volgorde, zonder witruimte, en letters buiten ASCII als \\u-code"),
    JSON_COMPACT("zonder witruimte"),
    JSON_COMPACT_ASCII("zonder witruimte, en letters buiten ASCII als \\u-code"),
    JSON_PYTHON(
            "zoals json.dumps van Python zonder opties schrijft: een spatie na komma en dubbele punt, en letters buiten"
                    + " ASCII als \\u-code"),
    JSON_SPATIES("met een spatie na komma en dubbele punt"),
    JSON_INGESPRONGEN_2("ingesprongen met 2 spaties"),
    JSON_INGESPRONGEN_4("ingesprongen met 4 spaties");

    private static final String BOM = "\u00ef\u00bb\u00bf";

    private final String text;

    Spelling(String text) {
        this.text = text;
    }

    /// Kebab-case name, for programs.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How the message is written, in Dutch; fits behind "Ondertekend is het bericht".
    public String text() {
        return text;
    }

    /// The message written so; nothing when it cannot be, or makes no difference.
    Optional<byte[]> of(byte[] message) {
        return write(message).filter(other -> !Arrays.equals(other, message));
    }

    private Optional<byte[]> write(byte[] message) {
        return switch (this) {
            case ZONDER_REGELEINDE -> ended(message, "");
            case MET_REGELEINDE -> ended(message, "\n");
            case MET_REGELEINDE_CRLF -> ended(message, "\r\n");
            case REGELEINDEN_LF -> changed(message, text -> text.replace("\r\n", "\n"));
            case REGELEINDEN_CRLF ->
                changed(message, text -> text.replace("\r\n", "\n").replace("\n", "\r\n"));
            case ZONDER_BOM -> changed(message, text -> text.startsWith(BOM) ? text.substring(3) : text);
            case MET_BOM -> changed(message, text -> BOM + text);
            case UTF_8 -> utf8(message);
            case UTF_8_EENMAAL -> iso(message).filter(once -> decoded(once).isPresent());
            case ISO_8859_1 -> iso(message);
            case UNICODE_NFC -> normal(message, Normalizer.Form.NFC);
            case UNICODE_NFD -> normal(message, Normalizer.Form.NFD);
            case JSON_GESORTEERD_COMPACT -> JsonSpelling.SORTED_COMPACT.of(message);
            case JSON_GESORTEERD_COMPACT_ASCII -> new JsonSpelling(true, "", 0, true).of(message);
            case JSON_COMPACT -> new JsonSpelling(false, "", 0, false).of(message);
            case JSON_COMPACT_ASCII -> new JsonSpelling(false, "", 0, true).of(message);
            case JSON_PYTHON -> new JsonSpelling(false, " ", 0, true).of(message);
            case JSON_SPATIES -> new JsonSpelling(false, " ", 0, false).of(message);
            case JSON_INGESPRONGEN_2 -> new JsonSpelling(false, "", 2, false).of(message);
            case JSON_INGESPRONGEN_4 -> new JsonSpelling(false, "", 4, false).of(message);
        };
    }

    /// Changes bytes, whatever characters they are.
    private static Optional<byte[]> changed(byte[] message, UnaryOperator<String> change) {
        return Optional.of(
                change.apply(new String(message, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<byte[]> ended(byte[] message, String end) {
        return changed(message, text -> text.stripTrailing() + end);
    }

    private static Optional<byte[]> normal(byte[] message, Normalizer.Form form) {
        return decoded(message).map(text -> Normalizer.normalize(text, form).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> utf8(byte[] message) {
        return decoded(message).isPresent()
                ? Optional.empty()
                : Optional.of(new String(message, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> iso(byte[] message) {
        return decoded(message).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> decoded(byte[] message) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
