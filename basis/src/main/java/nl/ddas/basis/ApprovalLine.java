// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// An entry as a line of JSON: the entry, the hash of the line before, and the signature of the operator as last member
/// over all bytes before it.
///
/// @param bytes the whole line, without line end
/// @param previous SHA-256 of the line before, hexadecimal
record ApprovalLine(byte[] bytes, ApprovalEntry entry, String previous) {

    /// Longest line; a request for three certificates takes some 20 kB.
    static final int LONGEST = 1024 * 1024;

    private static final JsonReading.Limits LIMITS = new JsonReading.Limits(32, JsonReading.MAX_NUMBER, false);
    private static final String SIGNATURE = ",\"signature\":\"";
    private static final String END = "\"}";

    /// A line that was not written like this.
    static final class NotALine extends Exception {
        private static final long serialVersionUID = 1;

        NotALine(String why) {
            super(why);
        }
    }

    /// Writes and signs, and reads back what came of it.
    ///
    /// @throws NotALine when it could not be read back as the same
    static ApprovalLine write(ApprovalEntry entry, String previous, OperatorKey by) throws NotALine {
        byte[] body =
                head(entry, previous).with("content", content(entry.act())).toBytes();
        byte[] unsigned = Arrays.copyOf(body, body.length - 1);
        String signature = Base64.getEncoder().encodeToString(by.sign(unsigned));
        byte[] tail = (SIGNATURE + signature + END).getBytes(StandardCharsets.US_ASCII);
        byte[] line = Arrays.copyOf(unsigned, unsigned.length + tail.length);
        System.arraycopy(tail, 0, line, unsigned.length, tail.length);
        ApprovalLine read = read(line);
        if (!read.entry.equals(entry)) {
            throw new NotALine("reads back as something else");
        }
        return read;
    }

    private static JsonObject head(ApprovalEntry entry, String previous) {
        return JsonObject.EMPTY
                .with("number", entry.number())
                .with("previous", previous)
                .with("at", entry.at().toString())
                .with("certificate", encoded(entry.by()))
                .with("act", ApprovalWords.word(entry.act()));
    }

    private static JsonObject content(ApprovalAct act) {
        return switch (act) {
            case ApprovalAct.Appoint(Operator operator) -> JsonObject.EMPTY.with("certificate", encoded(operator));
            case ApprovalAct.Propose(String kind, JsonObject content) -> of(kind, content);
            case ApprovalAct.Approve(long id) -> JsonObject.EMPTY.with("id", id);
            case ApprovalAct.Reject(long id, String reason) ->
                JsonObject.EMPTY.with("id", id).with("reason", reason);
            case ApprovalAct.Withdraw(long id) -> JsonObject.EMPTY.with("id", id);
            case ApprovalAct.CarryOut(long id, JsonObject result) ->
                JsonObject.EMPTY.with("id", id).with("result", result);
            case ApprovalAct.Note(String kind, JsonObject content) -> of(kind, content);
        };
    }

    private static JsonObject of(String kind, JsonObject content) {
        return JsonObject.EMPTY.with("kind", kind).with("content", content);
    }

    /// @throws NotALine when it is no entry, or was not signed by its operator
    static ApprovalLine read(byte[] line) throws NotALine {
        if (line.length > LONGEST
                || !(JsonReading.of(line, LIMITS) instanceof JsonReading.Read(JsonValue value))
                || !(value instanceof JsonObject json)) {
            throw new NotALine("is no JSON object of an act");
        }
        try {
            ApprovalEntry entry = new ApprovalEntry(
                    json.whole("number").orElseThrow(() -> new NotALine("has no number")),
                    Instant.parse(text(json, "at")),
                    operator(text(json, "certificate")),
                    act(text(json, "act"), json.object("content").orElseThrow(() -> new NotALine("has no content"))));
            checkSignature(line, text(json, "signature"), entry.by());
            return new ApprovalLine(line, entry, text(json, "previous"));
        } catch (DateTimeException | IllegalArgumentException | GeneralSecurityException wrong) {
            throw new NotALine("holds what cannot be read: " + wrong.getClass().getSimpleName());
        }
    }

    private static ApprovalAct act(String word, JsonObject content) throws NotALine, GeneralSecurityException {
        return switch (word) {
            case ApprovalWords.APPOINT -> new ApprovalAct.Appoint(operator(text(content, "certificate")));
            case ApprovalWords.PROPOSE -> new ApprovalAct.Propose(text(content, "kind"), object(content, "content"));
            case ApprovalWords.APPROVE -> new ApprovalAct.Approve(id(content));
            case ApprovalWords.REJECT -> new ApprovalAct.Reject(id(content), text(content, "reason"));
            case ApprovalWords.WITHDRAW -> new ApprovalAct.Withdraw(id(content));
            case ApprovalWords.CARRY_OUT -> new ApprovalAct.CarryOut(id(content), object(content, "result"));
            case ApprovalWords.NOTE -> new ApprovalAct.Note(text(content, "kind"), object(content, "content"));
            default -> throw new NotALine("holds an unknown act");
        };
    }

    /// The bytes that were signed are those before the last member; spelled in one way only.
    private static void checkSignature(byte[] line, String signature, Operator by) throws NotALine {
        byte[] signed = Base64.getDecoder().decode(signature);
        byte[] tail =
                (SIGNATURE + Base64.getEncoder().encodeToString(signed) + END).getBytes(StandardCharsets.US_ASCII);
        int cut = line.length - tail.length;
        if (cut < 0
                || !Arrays.equals(line, cut, line.length, tail, 0, tail.length)
                || !OperatorKey.isSigned(by, Arrays.copyOf(line, cut), signed)) {
            throw new NotALine("is not what its operator signed");
        }
    }

    private static String text(JsonObject json, String name) throws NotALine {
        return json.text(name).orElseThrow(() -> new NotALine("has no " + name));
    }

    private static JsonObject object(JsonObject json, String name) throws NotALine {
        return json.object(name).orElseThrow(() -> new NotALine("has no " + name));
    }

    private static long id(JsonObject json) throws NotALine {
        return json.whole("id").orElseThrow(() -> new NotALine("has no id"));
    }

    static String encoded(Operator operator) {
        return CertificateText.base64(operator.certificate());
    }

    /// The operator of a certificate in base64; none when it is no certificate, or not that of a person.
    static Optional<Operator> decoded(String base64) {
        try {
            return Optional.of(operator(base64));
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Operator operator(String base64) throws GeneralSecurityException {
        return new Operator(CertificateText.read(base64));
    }

    String hash() {
        return Sha256.hex(bytes);
    }
}
