// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a running process, so that a later one can tell whether what it finds was left behind.
///
/// File locks would do this too, but closing any channel of a file drops all locks of this process on it.
///
/// @param pid process number, used again after the process ended
/// @param started moment of start in epoch milliseconds, 0 when the system does not tell
record ProcessMark(long pid, long started) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    static ProcessMark own() {
        return of(ProcessHandle.current());
    }

    private static ProcessMark of(ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new ProcessMark(process.pid(), started);
    }

    /// Whether the process that a text begins with runs now; false for any other text.
    static boolean isRunning(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.lookingAt()
                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                        .filter(process ->
                                process.isAlive() && of(process).toString().equals(matcher.group()))
                        .isPresent();
    }

    @Override
    public String toString() {
        return pid + "-" + started;
    }
}
