// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.List;

/// A number that matters, with what it counts.
///
/// @param label what it counts
/// @param value ready to show, see [Formats]
/// @param note a few words below it, may be empty
public record KeyFigure(String label, String value, String note, Tone tone) {

    /// Key figures beside each other.
    public static Html row(List<KeyFigure> figures) {
        return Html.tag("dl", "class", "dd-kpis").of(Html.join(figures.stream().map(KeyFigure::html)));
    }

    private Html html() {
        Html below = note.isEmpty() ? Html.NONE : Html.tag("dd").of(Html.text(note));
        return Html.tag("div", "class", "dd-kpi dd-kpi--" + tone.css())
                .of(Html.tag("dt").of(Html.text(label)), Html.tag("dd").of(Html.text(value)), below);
    }
}
