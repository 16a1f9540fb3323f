// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import nl.ddas.logboek.model.Bsnwacht;

/// What counts as a BSN in a question.
final class Bsn {

    /// `dpl.core.data_subject_id_type` of a BSN that is no pseudonym yet.
    static final String SOORT = "BSN";

    private static final int CIJFERS = 9;

    private Bsn() {}

    /// Nine digits that pass the elfproef.
    static boolean isOne(String code) {
        return code.length() == CIJFERS
                && code.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && Bsnwacht.isVerdacht(code);
    }
}
