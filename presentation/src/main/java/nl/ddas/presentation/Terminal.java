// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// What we know of where the text goes: whether somebody watches, how wide it is, whether colours are welcome.
///
/// @param width in characters, at least 40
/// @param interactive whether a line may be written over
/// @param colours whether ANSI colours are understood and wanted (`NO_COLOR` says no)
public record Terminal(int width, boolean interactive, boolean colours) {

    /// Looks at the process and its environment.
    public static Terminal of(Map<String, String> environment) {
        boolean watched = Optional.ofNullable(System.console())
                .map(console -> console.isTerminal())
                .orElse(false);
        boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
        return new Terminal(width(environment), watched, watched && !plain);
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "100");
        return columns.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(columns), 40, 200) : 100;
    }

    /// The text in the colour of this tone, or plain.
    public String paint(Tone tone, String text) {
        return colours ? "\u001b[" + code(tone) + "m" + text + "\u001b[0m" : text;
    }

    /// The text in bold, or plain.
    public String strong(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private static String code(Tone tone) {
        return switch (tone) {
            case GOOD -> "32";
            case CAUTION -> "33";
            case BAD -> "31";
            case INFO -> "36";
        };
    }

    /// Prints text broken at blanks to the width, every line with this indent.
    public void wrap(PrintStream out, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                out.println(line);
                line.setLength(0);
                line.append(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        out.println(line);
    }
}
