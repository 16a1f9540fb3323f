// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.Optional;

/// Settings that cannot be used. The message is for the operator; who speaks to users makes a text of [#fault].
public final class SettingsFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /// Kinds of values.
    public enum Kind {
        ONE_VALUE("one value"),
        WHOLE_NUMBER("a whole number"),
        TRUE_OR_FALSE("true or false"),
        DURATION("a duration such as 30s, 5m, 24h or 7d"),
        LIST("a list"),
        LIST_OF_TEXTS("a list of texts"),
        LIST_OF_MAPPINGS("a list of mappings");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// What is wrong, with what a text for users needs.
    public sealed interface Fault {
        /// @param variable the environment variable that would do as well
        record Missing(String key, String variable) implements Fault {}

        /// A value that does not fit.
        ///
        /// @param got the value as written; empty when the key holds something of another kind
        record Wrong(String key, Kind expected, Optional<String> got) implements Fault {}

        /// A value of the right kind that means nothing here, or that does not go with the rest.
        ///
        /// @param expected Dutch, for users: what is wanted, as the end of a sentence
        /// @param got the value as written; empty when it is about more than one value
        record Unfit(String key, String expected, Optional<String> got) implements Fault {}

        /// A key, or the name of an environment variable, that nobody reads.
        ///
        /// @param nearest a name that is known and looks like it
        record Unknown(String name, boolean variable, Optional<String> nearest) implements Fault {}

        /// The file holds no YAML mapping.
        ///
        /// @param line from 1; 0 when not known
        /// @param why English, of the parser
        record NoMapping(int line, String why) implements Fault {}

        /// The file is not there or cannot be read.
        record Unreadable(String why) implements Fault {}
    }

    private final String place;
    private final transient Fault fault;

    SettingsFault(String place, Fault fault) {
        super(place + ": " + message(fault));
        this.place = place;
        this.fault = fault;
    }

    /// The file, and the place in it when it lies in a list.
    public String place() {
        return place;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    private static String message(Fault fault) {
        return switch (fault) {
            case Fault.Missing(String key, String variable) ->
                "key '" + key + "' is missing; put it in the file or set " + variable;
            case Fault.Wrong(String key, Kind expected, Optional<String> got) ->
                "key '" + key + "': expected " + expected.words + ", got "
                        + got.map(value -> "'" + value + "'").orElse("something of another kind");
            case Fault.Unfit(String key, String _, Optional<String> got) ->
                "key '" + key + "': "
                        + got.map(value -> "the value '" + value + "' does not fit")
                                .orElse("does not go with the rest");
            case Fault.Unknown(String name, boolean variable, Optional<String> nearest) ->
                "unknown " + (variable ? "environment variable " + name : "key '" + name + "'")
                        + nearest.map(near -> "; did you mean '" + near + "'?").orElse("");
            case Fault.NoMapping(int line, String why) ->
                "expected a YAML mapping of keys to values, line " + line + ": " + why;
            case Fault.Unreadable(String why) -> "the file cannot be read: " + why;
        };
    }
}
