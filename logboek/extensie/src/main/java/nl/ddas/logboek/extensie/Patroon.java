// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression out of a definition, so of a stranger: it gets a limited number of steps, and matches nothing
/// when these are up.
final class Patroon {

    private static final int MAX_LENGTH = 300;
    private static final int MAX_STEPS = 200_000;

    private final Pattern pattern;

    private Patroon(Pattern pattern) {
        this.pattern = pattern;
    }

    /// Empty when this is no regular expression, or one that is too long.
    static Optional<Patroon> of(String tekst) {
        if (tekst.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Patroon(Pattern.compile(tekst)));
        } catch (PatternSyntaxException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    /// Whether the expression is found in the value (as JSON Schema does: `^` and `$` make it the whole value).
    boolean matches(String waarde) {
        Matcher matcher = pattern.matcher(new Steps(waarde, 0, waarde.length(), new int[] {MAX_STEPS}));
        try {
            return matcher.find();
        } catch (OutOfSteps | StackOverflowError endless) {
            return false;
        }
    }

    /// Leaves the matching; caught in [#matches].
    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super(null, null, false, false);
        }
    }

    /// A text that can be looked at so often and no more.
    private record Steps(String tekst, int begin, int eind, int[] left) implements CharSequence {

        @Override
        public char charAt(int index) {
            left[0]--;
            if (left[0] < 0) {
                throw new OutOfSteps();
            }
            return tekst.charAt(begin + index);
        }

        @Override
        public int length() {
            return eind - begin;
        }

        @Override
        public CharSequence subSequence(int van, int tot) {
            return new Steps(tekst, begin + van, begin + tot, left);
        }

        @Override
        public String toString() {
            return tekst.substring(begin, eind);
        }
    }
}
