// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The attributes that the standard itself defines (LDV 3.2.2.9). Whatever else begins with `dpl.core.` does not exist.
public enum Kernsleutel {
    /// The Verwerkingsactiviteit, as an absolute URI.
    PROCESSING_ACTIVITY_ID("dpl.core.processing_activity_id"),
    /// Identifying code of one Betrokkene, pseudonymised.
    DATA_SUBJECT_ID("dpl.core.data_subject_id"),
    /// What kind of code that is.
    DATA_SUBJECT_ID_TYPE("dpl.core.data_subject_id_type"),
    /// The calling application, as a URL; only when there is one.
    PROCESSOR("dpl.core.foreign_operation.processor");

    /// What each of them begins with.
    public static final String VOORVOEGSEL = "dpl.core.";

    private static final String TYPEFOUT = "dpl.core.procsssing_activity_id";
    private static final List<String> LOKAAL = List.of(
            "processing_activity_id", "data_subject_id", "data_subject_id_type", "foreign_operation", "processor");

    private final String sleutel;

    Kernsleutel(String sleutel) {
        this.sleutel = sleutel;
    }

    /// The whole key.
    public String sleutel() {
        return sleutel;
    }

    /// The words behind `dpl.core.`, one by one, which no key of an extension may repeat (EXT-19).
    public static List<String> lokaleNamen() {
        return LOKAAL;
    }

    /// Empty for a key that the standard does not define.
    public static Optional<Kernsleutel> of(String sleutel) {
        return Arrays.stream(values())
                .filter(one -> one.sleutel.equals(sleutel))
                .findFirst();
    }

    /// The key that an old Go library meant when it wrote this one.
    static Optional<Kernsleutel> alias(String sleutel) {
        return sleutel.equals(TYPEFOUT) ? Optional.of(PROCESSING_ACTIVITY_ID) : Optional.empty();
    }
}
