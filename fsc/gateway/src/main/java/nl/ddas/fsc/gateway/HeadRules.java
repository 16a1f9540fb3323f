// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a request head of HTTP/1 must look like so that nobody behind us can read it otherwise (RFC 9112; stricter than
/// it asks where leniency has been used to smuggle requests).
final class HeadRules {

    private static final Pattern REQUEST_LINE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\\x21-\\x7e]+) HTTP/1\\.([01])");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\x20-\\x7e\\x80-\\xff\\t]*)");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private HeadRules() {}

    /// How the body that follows is measured.
    sealed interface Framing {
        /// So many bytes; 0 for no body.
        record Length(long bytes) implements Framing {}

        /// In chunks.
        record Chunked() implements Framing {}

        /// Not to be passed on.
        record Refused(String why) implements Framing {}
    }

    /// Reads a head.
    ///
    /// @param head as Latin-1, up to and without the empty line at its end
    static Framing read(String head) {
        String[] lines = head.split("\r\n", -1);
        var line = REQUEST_LINE.matcher(lines[0]);
        if (!line.matches()) {
            return new Framing.Refused("the request line is malformed");
        }
        boolean connect = line.group(1).equals("CONNECT");
        if ((!connect && !line.group(2).startsWith("/")) || line.group(2).indexOf('#') >= 0) {
            return new Framing.Refused("the request target must be a path, in origin form");
        }
        return fields(lines, line.group(3).equals("1"));
    }

    private static Framing fields(String[] lines, boolean current) {
        int hosts = 0;
        Framing framing = new Framing.Length(0);
        boolean framed = false;
        for (int i = 1; i < lines.length; i++) {
            var field = FIELD.matcher(lines[i]);
            if (!field.matches()) {
                return new Framing.Refused("a header line is malformed or folded");
            }
            String name = field.group(1).toLowerCase(Locale.ROOT);
            String value = field.group(2).strip();
            if (name.equals("host")) {
                hosts++;
            }
            if (name.equals("content-length") || name.equals("transfer-encoding")) {
                if (framed) {
                    return new Framing.Refused("the length of the body is told twice");
                }
                framed = true;
                framing = name.equals("content-length") ? length(value) : chunked(value, current);
            }
        }
        if ((current && hosts != 1) || hosts > 1) {
            return new Framing.Refused("expected one header Host");
        }
        return framing;
    }

    /// Whether a line behind the last chunk is a header line.
    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    private static Framing length(String value) {
        return LENGTH.matcher(value).matches()
                ? new Framing.Length(Long.parseLong(value))
                : new Framing.Refused("Content-Length: expected digits");
    }

    private static Framing chunked(String value, boolean current) {
        return current && value.equalsIgnoreCase("chunked")
                ? new Framing.Chunked()
                : new Framing.Refused("Transfer-Encoding: expected chunked, on HTTP/1.1");
    }
}
