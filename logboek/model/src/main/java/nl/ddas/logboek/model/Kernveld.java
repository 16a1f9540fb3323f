// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.List;

/// The nine fields of a line that the standard names (LDV 3.2.2). An extension may not use these names (EXT-19).
public enum Kernveld {
    TRACE_ID("trace_id", true),
    SPAN_ID("span_id", true),
    STATUS("status", true),
    NAME("name", true),
    START_TIME("start_time", true),
    END_TIME("end_time", true),
    PARENT_SPAN_ID("parent_span_id", false),
    RESOURCE("resource", false),
    ATTRIBUTES("attributes", true);

    private final String naam;
    private final boolean verplicht;

    Kernveld(String naam, boolean verplicht) {
        this.naam = naam;
        this.verplicht = verplicht;
    }

    /// As the standard writes it.
    public String naam() {
        return naam;
    }

    /// Whether each line must have it.
    public boolean isVerplicht() {
        return verplicht;
    }

    /// All names, in the order of the standard.
    public static List<String> namen() {
        return Arrays.stream(values()).map(Kernveld::naam).toList();
    }
}
