// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// What can be wrong with a line. The name is the stable code that senders see; the text says what was expected, and
/// never repeats a value.
public enum Regelcode {
    TRACE_ID_LENGTH("LDV-F1", Gevolg.WEIGEREN, "expected 16 bytes (32 hexadecimal digits in JSON)"),
    TRACE_ID_ZERO("LDV-F1", Gevolg.WEIGEREN, "expected bytes that are not all zero"),
    TRACE_ID_FORM("LDV-F1", Gevolg.WEIGEREN, "expected hexadecimal digits, not base64 and without dashes"),
    SPAN_ID_LENGTH("LDV-F2", Gevolg.WEIGEREN, "expected 8 bytes (16 hexadecimal digits in JSON)"),
    SPAN_ID_ZERO("LDV-F2", Gevolg.WEIGEREN, "expected bytes that are not all zero"),
    SPAN_ID_FORM("LDV-F2", Gevolg.WEIGEREN, "expected hexadecimal digits"),
    STATUS_UNKNOWN("LDV-L7", Gevolg.WEIGEREN, "expected 0 (Unset), 1 (Ok) or 2 (Error)"),
    STATUS_FORM("LDV-F3", Gevolg.WEIGEREN, "expected the status exactly as the format has it"),
    NAME_TOO_LONG("LDV-F4", Gevolg.QUARANTAINE, "expected at most 1024 characters"),
    START_MISSING("LDV-F5", Gevolg.WEIGEREN, "expected the moment the action began"),
    START_UNIT("LDV-F5", Gevolg.WEIGEREN, "the number has another unit of time than the field"),
    START_RANGE("LDV-F5", Gevolg.WEIGEREN, "expected a moment before the year 2262"),
    END_MISSING("LDV-F6", Gevolg.WEIGEREN, "expected the moment the action ended: a line is written after it"),
    END_UNIT("LDV-F6", Gevolg.WEIGEREN, "the number has another unit of time than the field"),
    END_RANGE("LDV-F6", Gevolg.WEIGEREN, "expected a moment before the year 2262"),
    END_BEFORE_START("LDV-F6", Gevolg.WEIGEREN, "expected an end that is not before the start"),
    END_IN_FUTURE("LDV-F6", Gevolg.WEIGEREN, "expected an end that is not in the future"),
    TIME_FORM("LDV-F5", Gevolg.WEIGEREN, "expected whole units of time since the epoch"),
    PARENT_LENGTH("LDV-F7", Gevolg.WEIGEREN, "expected 8 bytes, or none"),
    PARENT_FORM("LDV-F7", Gevolg.WEIGEREN, "expected hexadecimal digits"),
    PARENT_SELF("LDV-F7", Gevolg.WEIGEREN, "expected another action than the line's own"),
    RESOURCE_TOO_LARGE("LDV-L4", Gevolg.WEIGEREN, "expected at most 128 keys and 16 KiB: it stands in each line"),
    RESOURCE_DUPLICATE_KEY("LDV-F8", Gevolg.WEIGEREN, "expected each key once"),
    ATTRIBUTE_DUPLICATE_KEY("LDV-F9", Gevolg.WEIGEREN, "expected each key once"),
    ATTRIBUTE_KEY_EMPTY("LDV-F9", Gevolg.WEIGEREN, "expected a key"),
    ATTRIBUTE_TYPE("LDV-F9", Gevolg.QUARANTAINE, "expected a text or a list"),
    ATTRIBUTES_DROPPED("LDV-F9", Gevolg.QUARANTAINE, "the sender says that it left attributes out"),
    ACTIVITY_MISSING("LDV-L5", Gevolg.WEIGEREN, "expected an activity, because there are personal data"),
    ACTIVITY_RECOMMENDED("LDV-L5", Gevolg.WAARSCHUWEN, "recommended also without personal data"),
    ACTIVITY_NOT_URI("LDV-F10", Gevolg.WEIGEREN, "expected an absolute URI"),
    ACTIVITY_UNKNOWN("LDV-F10", Gevolg.WAARSCHUWEN, "the register does not have this activity at this moment"),
    SUBJECT_MISSING("LDV-L5", Gevolg.WAARSCHUWEN, "expected a data subject for this activity"),
    SUBJECT_UNEXPECTED("LDV-L5", Gevolg.QUARANTAINE, "this activity is logged without data subjects"),
    SUBJECT_EMPTY("LDV-F11", Gevolg.WEIGEREN, "expected a code, not a filler"),
    SUBJECT_NOT_TEXT("LDV-F11", Gevolg.WEIGEREN, "expected a text"),
    SUBJECT_SEVERAL("LDV-L6", Gevolg.WEIGEREN, "expected one data subject: write a line for each"),
    SUBJECT_TYPE_MISSING("LDV-F12", Gevolg.WEIGEREN, "expected the type of the code beside the code"),
    SUBJECT_TYPE_ALONE("LDV-F12", Gevolg.WEIGEREN, "expected the code beside its type"),
    PROCESSOR_NOT_URL("LDV-F13", Gevolg.WEIGEREN, "expected an absolute http or https address"),
    PROCESSOR_WITHOUT_PARENT("LDV-L13a", Gevolg.WEIGEREN, "expected the calling action as parent"),
    PARENT_WITHOUT_PROCESSOR("LDV-L13b", Gevolg.WAARSCHUWEN, "the parent is elsewhere, but not said where"),
    ERROR_WITHOUT_EXCEPTION("LDV-F14", Gevolg.WAARSCHUWEN, "expected exception.type or exception.message"),
    CORE_KEY_UNKNOWN("LDV-L9", Gevolg.WEIGEREN, "the standard has no such key"),
    NAMESPACE_UNKNOWN("LDV-L9", Gevolg.QUARANTAINE, "expected a key of an established extension"),
    EXTENSION_VALUE("LDV-L9", Gevolg.QUARANTAINE, "another value than the definition of the extension has"),
    EXTENSION_VALUE_MISSING("LDV-L9", Gevolg.QUARANTAINE, "the definition of the extension demands this key"),
    EXTENSION_RULE("LDV-L9", Gevolg.QUARANTAINE, "the values do not go together by this rule of the extension"),
    OUTSIDE_DPL("LDV-L9", Gevolg.WAARSCHUWEN, "expected a key that begins with dpl or exception"),
    USER_DATA("LDV-L15", Gevolg.WEIGEREN, "no data about users or employees"),
    REGISTER_FACT("LDV-L16", Gevolg.WEIGEREN, "this belongs in the register of activities"),
    RETENTION("LDV-L17", Gevolg.WEIGEREN, "retention belongs to the activity, not to the line"),
    CONFIDENTIALITY("LDV-L18", Gevolg.WAARSCHUWEN, "confidentiality belongs to the activity; left out"),
    DETAIL_LEVEL("LDV-L22", Gevolg.WAARSCHUWEN, "more detail than the activity is to be logged with"),
    BSN_LIKE("LDV-L23", Gevolg.QUARANTAINE, "holds a number that may be a BSN"),
    SUBJECT_IS_BSN("LDV-L23", Gevolg.WEIGEREN, "expected a pseudonym instead of a BSN"),
    TOO_MANY_ATTRIBUTES("LDV-L4", Gevolg.QUARANTAINE, "expected at most 128 attributes"),
    KEY_TOO_LONG("LDV-L4", Gevolg.QUARANTAINE, "expected at most 96 characters"),
    VALUE_LARGE("LDV-L16", Gevolg.WAARSCHUWEN, "expected at most 4 KiB, or 8 KiB in a list"),
    VALUE_TOO_DEEP("LDV-L4", Gevolg.WEIGEREN, "nested too deep"),
    TEXT_UNICODE("LDV-L4", Gevolg.WEIGEREN, "expected whole Unicode characters and no NUL"),
    FIELD_TYPE("LDV-L4", Gevolg.WEIGEREN, "another kind of value than the field has"),
    LINE_TOO_LARGE("LDV-L4", Gevolg.WEIGEREN, "the line is larger than allowed"),
    LINE_UNREADABLE("LDV-L4", Gevolg.WEIGEREN, "the bytes are no line"),
    LINE_UNSTORABLE("LDV-L4", Gevolg.QUARANTAINE, "the store cannot hold this line"),
    CONFLICT("OTLP-7", Gevolg.QUARANTAINE, "another line with these ids is in the log already"),
    NOT_LDV("OTLP-10", Gevolg.WEIGEREN, "no attribute begins with dpl: ordinary telemetry?");

    private final String regel;
    private final Gevolg gevolg;
    private final String uitleg;

    Regelcode(String regel, Gevolg gevolg, String uitleg) {
        this.regel = regel;
        this.gevolg = gevolg;
        this.uitleg = uitleg;
    }

    /// The rule behind it, such as `LDV-F1`.
    public String regel() {
        return regel;
    }

    /// What becomes of the line, unless [Toetsbeleid] says otherwise.
    public Gevolg gevolg() {
        return gevolg;
    }

    /// What was expected, in English: for the sender's operator.
    public String uitleg() {
        return uitleg;
    }
}
