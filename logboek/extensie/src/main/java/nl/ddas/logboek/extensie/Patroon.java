// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// A regular expression out of a definition, so of a stranger: it gets a limited number of steps, and matches nothing
/// when these are up.
final class Patroon {

    private static final int MAX_LENGTH = 300;
    private static final int MAX_STEPS = 200_000;
    private static final int MAX_VALUE = 4 << 10;

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

    /// What looking for an expression in a value came to.
    enum Uitkomst {
        PAST,
        PAST_NIET,
        /// The steps were up before it was known.
        ONBESLIST
    }

    /// Whether the expression is found in the value (as JSON Schema does: `^` and `$` make it the whole value).
    Uitkomst judge(String waarde) {
        Matcher matcher = pattern.matcher(new Steps(waarde, 0, waarde.length(), new int[] {MAX_STEPS}));
        try {
            return matcher.find() ? Uitkomst.PAST : Uitkomst.PAST_NIET;
        } catch (OutOfSteps | StackOverflowError endless) {
            return Uitkomst.ONBESLIST;
        }
    }

    /// Whether it is known that the value fits.
    boolean matches(String waarde) {
        return judge(waarde) == Uitkomst.PAST;
    }

    /// Whether a value of the largest size that begins as this one does can be judged.
    boolean isCheapFor(String voorbeeld) {
        String lang = voorbeeld.isEmpty() ? "" : voorbeeld.repeat(MAX_VALUE / voorbeeld.length() + 1);
        return Stream.of(voorbeeld, lang, lang + "\u0000").allMatch(een -> judge(een) != Uitkomst.ONBESLIST);
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
