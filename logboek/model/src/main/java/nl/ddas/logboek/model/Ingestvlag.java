// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.Optional;

/// What was changed on a line on its way in; kept with the line.
public enum Ingestvlag {
    /// The name was empty.
    NAME_FILLED("name-filled"),
    /// A parent of zeros was taken for none.
    PARENT_ZERO("parent-zero"),
    /// The free text beside the status was left out.
    STATUS_MESSAGE_DROPPED("status-message-dropped"),
    /// A stack trace was left out.
    STACKTRACE_DROPPED("stacktrace-dropped"),
    /// The confidentiality was left out: it belongs to the activity.
    CONFIDENTIALITY_DROPPED("confidentiality-dropped"),
    /// Data about a user were left out.
    USER_DATA_DROPPED("user-data-dropped"),
    /// The trace state was longer than allowed.
    TRACE_STATE_DROPPED("trace-state-dropped"),
    /// The calling action was written as older texts have it.
    FOREIGN_OPERATION("foreign-operation"),
    /// The status was a word where a number belongs, or the word was written otherwise.
    STATUS_TEXT("status-text", Regelcode.STATUS_FORM),
    /// A time was a text.
    TIME_TEXT("time-text", Regelcode.TIME_FORM),
    /// The trace id had dashes.
    TRACE_ID_DASHED("trace-id-dashed", Regelcode.TRACE_ID_FORM),
    /// A key known to be mistyped was mended.
    KEY_ALIAS("key-alias", Regelcode.CORE_KEY_UNKNOWN),
    /// A number, or true or false, became a text.
    VALUE_TO_TEXT("value-to-text", Regelcode.ATTRIBUTE_TYPE),
    /// The type of the subject's code is not known.
    TYPE_MISSING("type-missing", Regelcode.SUBJECT_TYPE_MISSING);

    private final String tekst;
    private final Optional<Regelcode> strikt;

    Ingestvlag(String tekst) {
        this.tekst = tekst;
        this.strikt = Optional.empty();
    }

    Ingestvlag(String tekst, Regelcode strikt) {
        this.tekst = tekst;
        this.strikt = Optional.of(strikt);
    }

    /// As it is stored.
    public String tekst() {
        return tekst;
    }

    /// What is reported instead of the change where the mode is strict; empty when the change is always made.
    public Optional<Regelcode> strikt() {
        return strikt;
    }

    /// The flag that is stored so.
    public static Optional<Ingestvlag> of(String tekst) {
        return Arrays.stream(values()).filter(vlag -> vlag.tekst.equals(tekst)).findFirst();
    }
}
