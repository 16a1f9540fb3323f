// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

/// A column of an [HtmlTable] or a [TerminalTable].
///
/// @param name what stands above it
public record Column(String name, Kind kind) {

    /// What stands in it.
    public enum Kind {
        TEXT,
        /// To the right, digits below each other.
        NUMBER,
        /// In fixed width, never broken.
        CODE
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column code(String name) {
        return new Column(name, Kind.CODE);
    }

    Html cell(Html content) {
        return switch (kind) {
            case TEXT -> Html.tag("td").of(content);
            case NUMBER -> Html.tag("td", "class", "dd-num").of(content);
            case CODE -> Html.tag("td", "class", "dd-code").of(content);
        };
    }

    Html head() {
        return switch (kind) {
            case TEXT, CODE -> Html.tag("th", "scope", "col").of(Html.text(name));
            case NUMBER -> Html.tag("th", "scope", "col", "class", "dd-num").of(Html.text(name));
        };
    }
}
