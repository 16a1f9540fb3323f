// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.PlainText;

/// A table of text with stable columns and no box drawing, so that it can be copied and searched.
public final class TerminalTable {

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public TerminalTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /// What others wrote in a cell is shown by [PlainText#shown].
    ///
    /// @throws IllegalArgumentException when there are not as many cells as there are columns
    public TerminalTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "TerminalTable: expected " + columns.size() + " cells, got " + cells.length);
        }
        rows.add(Stream.of(cells).map(PlainText::shown).toList());
        return this;
    }

    /// Prints header and rows, each with this indent.
    public void print(PrintStream out, String indent) {
        int[] widths = new int[columns.size()];
        Arrays.setAll(widths, i -> width(i));
        print(out, indent, widths, columns.stream().map(Column::name).toList());
        rows.forEach(row -> print(out, indent, widths, row));
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(columns.get(column).name().length(), Math::max);
    }

    private void print(PrintStream out, String indent, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < cells.size(); i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            boolean right = columns.get(i).kind() == Column.Kind.NUMBER;
            line.append(right ? pad + cells.get(i) : cells.get(i) + pad).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
