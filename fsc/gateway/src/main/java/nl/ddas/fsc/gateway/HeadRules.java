// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.nio.charset.StandardCharsets;

/// What a head of HTTP/1 must look like so that nobody behind us can read it otherwise (RFC 9112; stricter than
/// it asks where leniency has been used to smuggle requests). Every byte of every head passes here: plain
/// loops, no texts made.
final class HeadRules {

    private static final int MOST_DIGITS = 18;
    private static final byte[] HOST = "host".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FSC = "fsc".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECT = "CONNECT ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] TOKEN = new boolean[256];

    static {
        for (char c = '!'; c <= '~'; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    /// How the body that follows is measured.
    sealed interface Framing {
        /// So many bytes; 0 for no body.
        record Length(long bytes) implements Framing {}

        /// In chunks.
        record Chunked() implements Framing {}

        /// Up to the end of the connection.
        record ToEnd() implements Framing {}

        /// The head of another message follows (1xx).
        record Interim() implements Framing {}

        /// Not to be passed on.
        record Refused(String why) implements Framing {}
    }

    private static final Framing NO_BODY = new Framing.Length(0);
    private static final Framing NOT_TOLD = new Framing.ToEnd();

    private final byte[] head;
    private final int length;
    private int at;
    private boolean current;
    private int hosts;
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;

    private HeadRules(byte[] head, int length) {
        this.head = head;
        this.length = length;
    }

    /// Reads a head.
    ///
    /// @param head begins with the request line
    /// @param length up to and without the empty line at its end
    static Framing read(byte[] head, int length) {
        HeadRules rules = new HeadRules(head, length);
        boolean connect = rules.begins(0, CONNECT);
        if (!rules.method()) {
            return new Framing.Refused("the request line is malformed");
        }
        int target = rules.at;
        if (!rules.targetAndVersion()) {
            return new Framing.Refused("the request line is malformed");
        }
        if ((!connect && head[target] != '/') || rules.hasFragment(target)) {
            return new Framing.Refused("the request target must be a path, in origin form");
        }
        return rules.fields();
    }

    /// Reads the head of an answer.
    ///
    /// @param head begins with the status line
    /// @param length up to and without the empty line at its end
    /// @param bodyless whether it answers HEAD
    static Framing readAnswer(byte[] head, int length, boolean bodyless) {
        HeadRules rules = new HeadRules(head, length);
        int status = rules.status();
        if (status < 100 || status > 599 || status == 101) {
            return new Framing.Refused("the status line is malformed, or asks for another protocol");
        }
        Framing framing = rules.framing();
        boolean none = status < 200 || status == 204;
        if (framing instanceof Framing.Refused || (none && !framing.equals(NOT_TOLD) && !framing.equals(NO_BODY))) {
            return framing instanceof Framing.Refused
                    ? framing
                    : new Framing.Refused("an answer without a body tells how long its body is");
        }
        if (status < 200) {
            return new Framing.Interim();
        }
        return bodyless || none || status == 304 ? NO_BODY : framing;
    }

    /// Whether a line behind the last chunk is a header line.
    static boolean isField(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        HeadRules rules = new HeadRules(bytes, bytes.length);
        return rules.field() && rules.at >= bytes.length;
    }

    private boolean method() {
        while (at < length && TOKEN[head[at] & 0xff]) {
            at++;
        }
        return at > 0 && at < length && head[at++] == ' ';
    }

    private boolean targetAndVersion() {
        int from = at;
        while (at < length && head[at] > ' ' && head[at] < 0x7f) {
            at++;
        }
        int version = at + 1 + VERSION.length;
        boolean good = at > from && version < length && head[at] == ' ' && begins(at + 1, VERSION);
        if (!good || (head[version] != '0' && head[version] != '1')) {
            return false;
        }
        current = head[version] == '1';
        at = version + 1;
        return endOfLine();
    }

    /// Reads a status line; 0 when it is malformed.
    private int status() {
        int from = VERSION.length + 2;
        boolean good = begins(0, VERSION) && from + 3 <= length && head[from - 1] == ' ';
        if (!good || (head[from - 2] != '0' && head[from - 2] != '1')) {
            return 0;
        }
        current = head[from - 2] == '1';
        int status = 0;
        for (at = from; at < from + 3; at++) {
            if (head[at] < '0' || head[at] > '9') {
                return 0;
            }
            status = status * 10 + head[at] - '0';
        }
        if (at < length && head[at] != ' ' && head[at] != '\r') {
            return 0;
        }
        while (at < length && isText(head[at])) {
            at++;
        }
        return endOfLine() ? status : 0;
    }

    private boolean hasFragment(int target) {
        for (int i = target; head[i] != ' '; i++) {
            if (head[i] == '#') {
                return true;
            }
        }
        return false;
    }

    /// Steps over the end of a line; the last line has none.
    private boolean endOfLine() {
        if (at == length) {
            return true;
        }
        boolean good = at + 1 < length && head[at] == '\r' && head[at + 1] == '\n';
        at += 2;
        return good;
    }

    private Framing fields() {
        Framing framing = framing();
        if (framing instanceof Framing.Refused) {
            return framing;
        }
        if ((current && hosts != 1) || hosts > 1) {
            return new Framing.Refused("expected one header Host");
        }
        return framing.equals(NOT_TOLD) ? NO_BODY : framing;
    }

    /// Reads the header lines.
    private Framing framing() {
        Framing framing = NOT_TOLD;
        boolean framed = false;
        while (at < length) {
            if (!field()) {
                return new Framing.Refused("a header line is malformed or folded");
            }
            if (named(HOST)) {
                hosts++;
            }
            if (isLikeFsc()) {
                return new Framing.Refused("a header of FSC is written with an underscore");
            }
            boolean counted = named(CONTENT_LENGTH);
            if (counted || named(TRANSFER_ENCODING)) {
                if (framed) {
                    return new Framing.Refused("the length of the body is told twice");
                }
                framed = true;
                framing = counted ? contentLength() : transferEncoding();
            }
            if (framing instanceof Framing.Refused) {
                return framing;
            }
        }
        return framing;
    }

    /// Reads a header line, up to the next one.
    private boolean field() {
        nameFrom = at;
        while (at < length && TOKEN[head[at] & 0xff]) {
            at++;
        }
        nameTo = at;
        if (nameTo == nameFrom || at == length || head[at] != ':') {
            return false;
        }
        at++;
        valueFrom = at;
        while (at < length && isText(head[at])) {
            at++;
        }
        valueTo = at;
        while (valueFrom < valueTo && isBlank(head[valueFrom])) {
            valueFrom++;
        }
        while (valueTo > valueFrom && isBlank(head[valueTo - 1])) {
            valueTo--;
        }
        return endOfLine();
    }

    private static boolean isText(byte b) {
        return (b >= ' ' && b != 0x7f) || b < 0 || b == '\t';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /// Behind us many read `_` and `-` as one: then nobody knows which of two headers is ours.
    private boolean isLikeFsc() {
        if (nameTo - nameFrom <= FSC.length || !same(nameFrom, nameFrom + FSC.length, FSC)) {
            return false;
        }
        for (int i = nameFrom + FSC.length; i < nameTo; i++) {
            if (head[i] == '_') {
                return true;
            }
        }
        return false;
    }

    private boolean named(byte[] lowerCase) {
        return same(nameFrom, nameTo, lowerCase);
    }

    private boolean same(int from, int to, byte[] lowerCase) {
        if (to - from != lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte b = head[from + i];
            if (lowerCase[i] != (b >= 'A' && b <= 'Z' ? b + 32 : b)) {
                return false;
            }
        }
        return true;
    }

    private boolean begins(int from, byte[] with) {
        if (from + with.length > length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (head[from + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private Framing contentLength() {
        long bytes = 0;
        boolean good = valueTo > valueFrom && valueTo - valueFrom <= MOST_DIGITS;
        for (int i = valueFrom; good && i < valueTo; i++) {
            good = head[i] >= '0' && head[i] <= '9';
            bytes = bytes * 10 + head[i] - '0';
        }
        return good ? new Framing.Length(bytes) : new Framing.Refused("Content-Length: expected digits");
    }

    private Framing transferEncoding() {
        return current && same(valueFrom, valueTo, CHUNKED)
                ? new Framing.Chunked()
                : new Framing.Refused("Transfer-Encoding: expected chunked, on HTTP/1.1");
    }
}
