// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// A word of a list that is fixed, as it is written in JSON and as a reader is told it.
public interface Begrip {

    /// As it stands in documents and answers.
    String woord();

    /// Dutch, for people, to stand within a sentence.
    String tekst();

    /// Empty for a word that is not in the list.
    static <E extends Enum<E> & Begrip> Optional<E> of(Class<E> soort, String woord) {
        return EnumSet.allOf(soort).stream()
                .filter(one -> one.woord().equals(woord))
                .findFirst();
    }

    /// All words of a list.
    static <E extends Enum<E> & Begrip> List<String> words(Class<E> soort) {
        return EnumSet.allOf(soort).stream().map(Begrip::woord).toList();
    }
}
