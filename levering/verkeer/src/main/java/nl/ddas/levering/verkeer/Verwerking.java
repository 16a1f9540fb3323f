// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

/// Verwerkingsactiviteiten of the exchange, as they stand in the register. All are logged without data subjects: the
/// DPIA advises against one line a person.
public enum Verwerking {
    CBS_VERZAMELEN("16233f12-b8c4-5b98-8464-2777adcb9c33"),
    CBS_CORRECTIE("f51dc74d-ccaa-57bd-84cb-c22db6c5584e"),
    CBS_VERNIETIGING("269a2c76-5d14-5ec7-aef5-68b45a54a3b6"),
    LEVERANCIER_VERSTREKKEN("7d92245f-a5c7-5dbe-966c-cb0f4aecb803"),
    LEVERANCIER_VOORBEREIDEN("0541367c-99ab-50e3-ae29-ba61f1f01635"),
    LEVERANCIER_CORRECTIE("743a6275-ae36-50b4-9abf-a6d84c87efae"),
    LEVERANCIER_VERNIETIGING("4b50b063-caea-5fe8-8c70-ee1c9d7a23b5");

    private static final String REGISTER = "https://register.ddas.example/v1/processing-activities/";

    private final String id;

    Verwerking(String id) {
        this.id = id;
    }

    /// `dpl.core.processing_activity_id`.
    public String uri() {
        return REGISTER + id;
    }
}
