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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Ways in which one message can be other bytes, as happens between signing and sending. The smallest difference first.
public enum Spelling {
    ZONDER_REGELEINDE("zonder witruimte aan het eind", end("")),
    MET_REGELEINDE("met een regeleinde (LF) aan het eind", end("\n")),
    MET_REGELEINDE_CRLF("met een regeleinde (CRLF) aan het eind", end("\r\n")),
    REGELEINDEN_LF("met LF als regeleinde", latin1(text -> text.replace("\r\n", "\n"))),
    REGELEINDEN_CRLF("met CRLF als regeleinde", latin1(text -> text.replace("\r\n", "\n").replace("\n", "\r\n"))),
    ZONDER_BOM("zonder BOM aan het begin", latin1(text -> text.startsWith(Spelling.BOM) ? text.substring(3) : text)),
    MET_BOM("met een BOM aan het begin", latin1(text -> Spelling.BOM + text)),
    UTF_8("in UTF-8, terwijl ISO-8859-1 is verstuurd", Spelling::utf8),
    ISO_8859_1("in ISO-8859-1, terwijl UTF-8 is verstuurd", Spelling::iso),
    UNICODE_NFC("met letters en accenten samen (Unicode NFC)", normal(Normalizer.Form.NFC)),
    UNICODE_NFD("met letters en accenten los (Unicode NFD)", normal(Normalizer.Form.NFD)),
    JSON_GESORTEERD_COMPACT(
            "met de namen op volgorde en zonder witruimte, zoals het openbare testscript van DDAS ondertekent",
            JsonSpelling.SORTED_COMPACT::of),
    JSON_GESORTEERD_COMPACT_ASCII(
            "met de namen op volgorde, zonder witruimte, en letters buiten ASCII als \\u-code",
            new JsonSpelling(true, "", 0, true)::of),
    JSON_COMPACT("zonder witruimte", new JsonSpelling(false, "", 0, false)::of),
    JSON_COMPACT_ASCII(
            "zonder witruimte, en letters buiten ASCII als \\u-code", new JsonSpelling(false, "", 0, true)::of),
    JSON_PYTHON(
            "zoals json.dumps van Python zonder opties schrijft: een spatie na komma en dubbele punt, en letters buiten"
                    + " ASCII als \\u-code",
            new JsonSpelling(false, " ", 0, true)::of),
    JSON_SPATIES("met een spatie na komma en dubbele punt", new JsonSpelling(false, " ", 0, false)::of),
    JSON_INGESPRONGEN_2("ingesprongen met 2 spaties", new JsonSpelling(false, "", 2, false)::of),
    JSON_INGESPRONGEN_4("ingesprongen met 4 spaties", new JsonSpelling(false, "", 4, false)::of);

    private static final String BOM = "\u00ef\u00bb\u00bf";

    private final String text;
    private final Function<byte[], Optional<byte[]>> writer;

    Spelling(String text, Function<byte[], Optional<byte[]>> writer) {
        this.text = text;
        this.writer = writer;
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
        return writer.apply(message).filter(other -> !Arrays.equals(other, message));
    }

    /// Changes bytes, whatever characters they are.
    private static Function<byte[], Optional<byte[]>> latin1(UnaryOperator<String> change) {
        return message -> Optional.of(change.apply(new String(message, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Function<byte[], Optional<byte[]>> end(String end) {
        return latin1(text -> text.stripTrailing() + end);
    }

    private static Function<byte[], Optional<byte[]>> normal(Normalizer.Form form) {
        return message ->
                decoded(message).map(text -> Normalizer.normalize(text, form).getBytes(StandardCharsets.UTF_8));
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
