// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table with a caption; scrolls sideways on a small screen.
public final class HtmlTable {

    private final String caption;
    private final List<Column> columns;
    private final List<Html> rows = new ArrayList<>();

    public HtmlTable(String caption, List<Column> columns) {
        this.caption = caption;
        this.columns = List.copyOf(columns);
    }

    /// Adds a row of plain texts.
    ///
    /// @throws IllegalArgumentException when there are not as many as there are columns
    public HtmlTable row(String... cells) {
        return row(Arrays.stream(cells).map(Html::text).toList());
    }

    /// Adds a row of markup.
    ///
    /// @throws IllegalArgumentException when there are not as many as there are columns
    public HtmlTable row(List<Html> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("HtmlTable: expected " + columns.size() + " cells, got " + cells.size());
        }
        List<Html> row = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            row.add(columns.get(i).cell(cells.get(i)));
        }
        rows.add(Html.tag("tr").of(Html.join(row)));
        return this;
    }

    public Html html() {
        Html head = Html.tag("thead")
                .of(Html.tag("tr").of(Html.join(columns.stream().map(Column::head))));
        Html table = Html.tag("table", "class", "utrecht-table")
                .of(
                        Html.tag("caption").of(Html.text(caption)),
                        head,
                        Html.tag("tbody").of(Html.join(rows)));
        return Html.tag("div", "class", "dd-table", "tabindex", "0", "role", "group", "aria-label", caption)
                .of(table);
    }
}
