// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import tools.jackson.core.JsonToken;

/// Says in Dutch what kind of value came, without the value itself.
final class Vondst {

    /// What is said of null.
    static final String NIETS = "null (leeg)";

    private static final int LANGST = 64;

    private Vondst() {}

    static String van(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "een object";
            case START_ARRAY -> "een lijst";
            case VALUE_STRING -> "een tekst";
            case VALUE_NUMBER_INT -> "een geheel getal";
            case VALUE_NUMBER_FLOAT -> "een gebroken getal";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> NIETS;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "iets anders";
        };
    }

    /// The text, cut at 64 characters and never through the middle of one.
    static String kort(String tekst) {
        if (tekst.length() <= LANGST) {
            return tekst;
        }
        int tot = Character.isHighSurrogate(tekst.charAt(LANGST - 1)) ? LANGST - 1 : LANGST;
        return tekst.substring(0, tot);
    }
}
