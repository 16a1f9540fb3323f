// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a condition, one after the other.
final class Woordenstroom {

    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(?<teken>==|!=|>=|<=|[()\\[\\],])|'(?<enkel>[^']*)'|\"(?<dubbel>[^\"]*)\"|(?<kaal>[^\\s()\\[\\],'\"=!<>]+))");

    /// @param citaat whether it stood between quotes, so that it is no key and no operator
    /// @param teken place of its first character, from 1
    record Woord(String tekst, boolean citaat, int teken) {

        static final Woord EINDE = new Woord("", false, 0);

        boolean is(String ander) {
            return !citaat && tekst.equals(ander);
        }
    }

    private final List<Woord> woorden;
    private final int lengte;
    private int plaats;

    private Woordenstroom(List<Woord> woorden, int lengte) {
        this.woorden = woorden;
        this.lengte = lengte;
    }

    /// @throws Stop when a character belongs to no word
    static Woordenstroom of(String tekst) {
        List<Woord> woorden = new ArrayList<>();
        Matcher matcher = WORD.matcher(tekst);
        int eind = tekst.stripTrailing().length();
        int plaats = 0;
        while (plaats < eind) {
            matcher.region(plaats, eind);
            if (!matcher.lookingAt()) {
                int blanks = tekst.substring(plaats).length()
                        - tekst.substring(plaats).stripLeading().length();
                throw new Stop(plaats + blanks + 1, "dit teken hoort niet in een voorwaarde.");
            }
            woorden.add(word(matcher));
            plaats = matcher.end();
        }
        return new Woordenstroom(woorden, eind);
    }

    private static Woord word(Matcher matcher) {
        for (String groep : List.of("teken", "kaal", "enkel", "dubbel")) {
            Optional<String> tekst = Optional.ofNullable(matcher.group(groep));
            if (tekst.isPresent()) {
                return new Woord(tekst.get(), groep.endsWith("el"), matcher.start(groep) + 1);
            }
        }
        throw new IllegalStateException("a word of no kind");
    }

    Woord peek() {
        return plaats < woorden.size() ? woorden.get(plaats) : Woord.EINDE;
    }

    Woord next() {
        Woord woord = peek();
        plaats++;
        return woord;
    }

    boolean take(String teken) {
        boolean is = peek().is(teken);
        plaats += is ? 1 : 0;
        return is;
    }

    boolean atEnd() {
        return plaats >= woorden.size();
    }

    /// Where the word in turn stands, from 1; just behind the text at its end.
    int teken() {
        return atEnd() ? lengte + 1 : peek().teken();
    }

    /// Leaves the reading; caught in [Voorwaardelezer].
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int teken;
        private final String melding;

        Stop(int teken, String melding) {
            super(melding, null, false, false);
            this.teken = teken;
            this.melding = melding;
        }

        int teken() {
            return teken;
        }

        String melding() {
            return melding;
        }
    }
}
