// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Markup that is safe to send. Text becomes markup only through [#text], which escapes it, so that no value can break
/// out of its place. Attributes are written by name and value; scripts, styles and event attributes are refused.
public final class Html {

    public static final Html NONE = new Html("");

    private static final Set<String> VOID =
            Set.of("br", "col", "hr", "meta", "link", "rect", "line", "circle", "path", "wbr");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /// Text, escaped for content and for attributes alike; control characters that HTML forbids, and those
    /// that turn the direction of writing, become blanks.
    public static Html text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(isForbidden(c) ? ' ' : c);
            }
        }
        return new Html(safe.toString());
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= '\u007f' && c <= '\u009f')
                || Character.getType(c) == Character.FORMAT;
    }

    /// An element, such as `tag("td", "class", "dd-num").of(text("12"))`.
    ///
    /// @param namesAndValues attributes in turn
    /// @throws IllegalArgumentException for script, style and event attributes: reports have none
    public static Tag tag(String name, String... namesAndValues) {
        return new Tag(name, List.of(namesAndValues));
    }

    /// Pieces after each other.
    public static Html join(Collection<Html> pieces) {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.markup));
        return new Html(all.toString());
    }

    /// Pieces after each other.
    public static Html join(Html... pieces) {
        return join(List.of(pieces));
    }

    /// Pieces after each other.
    public static Html join(Stream<Html> pieces) {
        return join(pieces.toList());
    }

    /// A paragraph of plain text.
    public static Html paragraph(String text) {
        return tag("p", "class", "nl-paragraph").of(text(text));
    }

    /// An unordered list of plain texts.
    public static Html list(List<String> items) {
        return tag("ul", "class", "utrecht-unordered-list")
                .of(join(items.stream().map(item -> tag("li").of(text(item)))));
    }

    /// A part that opens on a click and in print.
    public static Html details(String summary, Html content) {
        return tag("details").of(tag("summary").of(text(summary)), content);
    }

    /// A link within the page or to a file beside it.
    public static Html link(String target, String text) {
        if (target.contains(":")) {
            throw new IllegalArgumentException("Html: expected a relative link, got '" + target + "'");
        }
        return tag("a", "class", "nl-link", "href", target).of(text(text));
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    /// The markup.
    @Override
    public String toString() {
        return markup;
    }

    /// An element that still wants its content.
    public static final class Tag {

        private final String name;
        private final StringBuilder open;

        private Tag(String name, List<String> attributes) {
            if (name.equals("script") || name.equals("style") || attributes.size() % 2 != 0) {
                throw new IllegalArgumentException(
                        "Html: no element '" + name + "' with " + attributes.size() + " texts");
            }
            this.name = name;
            this.open = new StringBuilder("<").append(name);
            for (int i = 0; i < attributes.size(); i += 2) {
                attribute(attributes.get(i), attributes.get(i + 1));
            }
        }

        private void attribute(String attribute, String value) {
            if (attribute.startsWith("on") || attribute.equals("style")) {
                throw new IllegalArgumentException("Html: no attribute '" + attribute + "'");
            }
            open.append(' ').append(attribute).append("=\"").append(text(value)).append('"');
        }

        /// The element around this content.
        public Html of(Html... content) {
            StringBuilder all = new StringBuilder(open).append('>');
            if (VOID.contains(name) && content.length == 0) {
                return new Html(open + "/>");
            }
            for (Html piece : content) {
                all.append(piece.markup);
            }
            return new Html(all.append("</").append(name).append('>').toString());
        }
    }
}
