// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.Arrays;
import java.util.stream.Stream;

/// A part of a page under a heading of the second level.
///
/// @param id anchor within the page, lower case and hyphens
public record Section(String id, String heading, Html content) {

    public static Section of(String id, String heading, Html... content) {
        return new Section(id, heading, Html.join(content));
    }

    /// A heading of the third level with what belongs to it, for inside a section.
    public static Html sub(String heading, Html... content) {
        Html head = Html.tag("h3", "class", "nl-heading nl-heading--level-3").of(Html.text(heading));
        return Html.tag("div", "class", "dd-section")
                .of(Html.join(Stream.concat(Stream.of(head), Arrays.stream(content))));
    }

    Html html() {
        return Html.tag("section", "class", "dd-section", "id", id, "aria-labelledby", id + "-kop")
                .of(
                        Html.tag("h2", "class", "nl-heading nl-heading--level-2", "id", id + "-kop")
                                .of(Html.text(heading)),
                        content);
    }
}
