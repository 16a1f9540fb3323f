// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The head of a tree at a size (C2SP tlog-checkpoint): the text that log and witnesses sign.
///
/// @param origin which log: an address without `https://`, such as `logboek.voorbeeld.nl/00000001234567890000`
/// @param size how many leaves
/// @param root of the tree at that size
/// @param extensions lines of whoever made it; we make none, and keep what others made
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final Pattern TEKST =
            Pattern.compile("([^\\n]+)\\n(0|[1-9]\\d{0,17})\\n([^\\n]+)\\n((?:[^\\n]+\\n)*)");

    /// @throws IllegalArgumentException when the origin is empty, a line is, or the size is negative
    public Checkpoint {
        extensions = List.copyOf(extensions);
        boolean isLine = !origin.isEmpty() && origin.indexOf('\n') < 0;
        if (size < 0 || !isLine || extensions.stream().anyMatch(one -> one.isEmpty() || one.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("expected an origin, a size of 0 or more, and lines that are not empty");
        }
    }

    /// Without extension lines.
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /// What is signed.
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /// The head that a text tells; empty when it is not exactly as [#text] would write it.
    public static Optional<Checkpoint> read(String text) {
        Matcher parts = TEKST.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<String> extensions = parts.group(4).isEmpty()
                ? List.of()
                : Arrays.asList(parts.group(4).split("\n", 0));
        return Hash.read(parts.group(3))
                .map(root -> new Checkpoint(parts.group(1), Long.parseLong(parts.group(2)), root, extensions));
    }
}
