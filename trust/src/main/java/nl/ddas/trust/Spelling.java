// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.JsonSpelling.compact;
import static nl.ddas.trust.JsonSpelling.indented;
import static nl.ddas.trust.JsonSpelling.spaced;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Ways in which one message can be other bytes, as happens between signing and sending. The smallest
/// difference first.
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
            "met de namen op volgorde en zonder witruimte, zoals het openbare testscript van het stelsel ondertekent"),
    JSON_GESORTEERD_COMPACT_ASCII("met de namen op volgorde, zonder witruimte, en letters buiten ASCII als \\u-code"),
    JSON_COMPACT("zonder witruimte"),
    JSON_COMPACT_ASCII("zonder witruimte, en letters buiten ASCII als \\u-code"),
    JSON_PYTHON(
            "zoals json.dumps van Python zonder opties schrijft: een spatie na komma en dubbele punt, en letters buiten"
                    + " ASCII als \\u-code"),
    JSON_SPATIES("met een spatie na komma en dubbele punt"),
    JSON_GESORTEERD_PYTHON(
            "zoals json.dumps van Python met sort_keys schrijft: de namen op volgorde, een spatie na komma en dubbele"
                    + " punt, en letters buiten ASCII als \\u-code"),
    JSON_GESORTEERD_SPATIES("met de namen op volgorde, en een spatie na komma en dubbele punt"),
    JSON_INGESPRONGEN_2("ingesprongen met 2 spaties"),
    JSON_INGESPRONGEN_4("ingesprongen met 4 spaties"),
    JSON_INGESPRONGEN_TAB("ingesprongen met tabs"),
    JSON_INGESPRONGEN_2_ASCII("ingesprongen met 2 spaties, en letters buiten ASCII als \\u-code"),
    JSON_INGESPRONGEN_4_ASCII("ingesprongen met 4 spaties, en letters buiten ASCII als \\u-code"),
    JSON_GESORTEERD_INGESPRONGEN_2("met de namen op volgorde, ingesprongen met 2 spaties"),
    JSON_GESORTEERD_INGESPRONGEN_4("met de namen op volgorde, ingesprongen met 4 spaties"),
    JSON_GESORTEERD_INGESPRONGEN_2_ASCII(
            "met de namen op volgorde, ingesprongen met 2 spaties, en letters buiten ASCII als \\u-code"),
    JSON_GESORTEERD_INGESPRONGEN_4_ASCII(
            "met de namen op volgorde, ingesprongen met 4 spaties, en letters buiten ASCII als \\u-code");

    private static final String TWO = "  ";
    private static final String FOUR = "    ";
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

    /// The message written so, in each way that this can be meant; none when it cannot be, or makes no difference.
    List<byte[]> of(byte[] message) {
        return write(message).stream()
                .filter(other -> !Arrays.equals(other, message))
                .toList();
    }

    private List<byte[]> write(byte[] message) {
        return switch (this) {
            case ZONDER_REGELEINDE -> ended(message, "");
            case MET_REGELEINDE -> ended(message, "\n");
            case MET_REGELEINDE_CRLF -> ended(message, "\r\n");
            case REGELEINDEN_LF -> changed(message, text -> text.replace("\r\n", "\n"));
            case REGELEINDEN_CRLF -> changed(message, text -> text.replaceAll("\r?\n", "\r\n"));
            case ZONDER_BOM -> changed(message, text -> text.startsWith(BOM) ? text.substring(3) : text);
            case MET_BOM -> changed(message, text -> BOM + text);
            case UTF_8 -> utf8(message);
            case UTF_8_EENMAAL -> iso(message, once -> decoded(once).isPresent());
            case ISO_8859_1 -> iso(message, _ -> true);
            case UNICODE_NFC -> normal(message, Normalizer.Form.NFC);
            case UNICODE_NFD -> normal(message, Normalizer.Form.NFD);
            case JSON_GESORTEERD_COMPACT -> JsonSpelling.SORTED_COMPACT.variants(message);
            case JSON_GESORTEERD_COMPACT_ASCII ->
                JsonSpelling.SORTED_COMPACT.inAscii().variants(message);
            case JSON_COMPACT -> compact().variants(message);
            case JSON_COMPACT_ASCII -> compact().inAscii().variants(message);
            case JSON_PYTHON -> spaced().inAscii().variants(message);
            case JSON_SPATIES -> spaced().variants(message);
            case JSON_GESORTEERD_PYTHON -> spaced().inOrder().inAscii().variants(message);
            case JSON_GESORTEERD_SPATIES -> spaced().inOrder().variants(message);
            case JSON_INGESPRONGEN_2 -> indented(TWO).variants(message);
            case JSON_INGESPRONGEN_4 -> indented(FOUR).variants(message);
            case JSON_INGESPRONGEN_TAB -> indented("\t").variants(message);
            case JSON_INGESPRONGEN_2_ASCII -> indented(TWO).inAscii().variants(message);
            case JSON_INGESPRONGEN_4_ASCII -> indented(FOUR).inAscii().variants(message);
            case JSON_GESORTEERD_INGESPRONGEN_2 -> indented(TWO).inOrder().variants(message);
            case JSON_GESORTEERD_INGESPRONGEN_4 -> indented(FOUR).inOrder().variants(message);
            case JSON_GESORTEERD_INGESPRONGEN_2_ASCII ->
                indented(TWO).inOrder().inAscii().variants(message);
            case JSON_GESORTEERD_INGESPRONGEN_4_ASCII ->
                indented(FOUR).inOrder().inAscii().variants(message);
        };
    }

    /// Changes bytes, whatever characters they are.
    private static List<byte[]> changed(byte[] message, UnaryOperator<String> change) {
        return List.of(
                change.apply(new String(message, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<byte[]> ended(byte[] message, String end) {
        return changed(message, text -> text.stripTrailing() + end);
    }

    private static List<byte[]> normal(byte[] message, Normalizer.Form form) {
        return decoded(message).stream()
                .map(text -> Normalizer.normalize(text, form).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<byte[]> utf8(byte[] message) {
        return decoded(message).isPresent()
                ? List.of()
                : List.of(new String(message, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> iso(byte[] message, Predicate<byte[]> wanted) {
        return decoded(message).stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .filter(wanted)
                .toList();
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
