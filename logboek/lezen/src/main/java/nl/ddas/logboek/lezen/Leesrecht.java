// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Arrays;
import java.util.Optional;

/// What somebody of the own organisation may read (READ-10). Names as OAuth 2.0 writes scopes.
public enum Leesrecht {
    /// Lines of a trace.
    TRACE("ldv.read.trace"),
    /// Lines of an activity.
    ACTIVITY("ldv.read.activity"),
    /// Lines about a data subject.
    SUBJECT("ldv.read.subject"),
    /// Lines of confidential activities too, among what is found.
    CONFIDENTIAL("ldv.read.confidential"),
    /// Lines that are kept apart, and what becomes of them. Not asked for here, but by who decides about them.
    QUARANTINE("ldv.admin.quarantine");

    private final String naam;

    Leesrecht(String naam) {
        this.naam = naam;
    }

    /// As in settings and tokens.
    public String naam() {
        return naam;
    }

    /// Empty for a name that means nothing here.
    public static Optional<Leesrecht> of(String naam) {
        return Arrays.stream(values()).filter(one -> one.naam.equals(naam)).findFirst();
    }
}
