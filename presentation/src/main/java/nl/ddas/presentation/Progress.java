// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.io.PrintStream;

/// Tells how far long work is: on a terminal one line that is written over, elsewhere one line each tenth.
/// Safe for many threads.
public final class Progress implements AutoCloseable {

    private final PrintStream out;
    private final Terminal terminal;
    private final String what;
    private final long total;
    private long done;
    private int shown = -1;

    /// @param what the work, such as `trajecten maken`
    /// @param total how many pieces there are; 0 when unknown; when there turn out to be
    ///     more, only what is done is told
    public Progress(PrintStream out, Terminal terminal, String what, long total) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /// Adds finished pieces.
    public synchronized void add(long pieces) {
        done += pieces;
        int percent = total == 0 ? 0 : (int) Math.min(100, 100 * done / total);
        int step = terminal.interactive() ? 1 : 10;
        if (total > 0 && percent / step > shown / step) {
            shown = percent;
            show(percent);
        }
    }

    private void show(int percent) {
        String line = done > total
                ? "  %s: %s".formatted(what, Formats.number(done))
                : "  %s: %s van %s (%d%%)".formatted(what, Formats.number(done), Formats.number(total), percent);
        if (terminal.interactive()) {
            out.print("\r" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    /// Ends the line.
    @Override
    public synchronized void close() {
        if (terminal.interactive() && shown >= 0) {
            out.print("\r" + " ".repeat(terminal.width() - 1) + "\r");
            out.flush();
        }
    }
}
