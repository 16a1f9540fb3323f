// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where certificates belong: what practises must never pass for the real thing.
public enum Environment {
    DEMO,
    TEST,
    PRODUCTIE;

    /// Words in the subject of a certification authority by which it says that it is for practice.
    private static final List<String> PRACTICE = List.of("DEMO", "TEST", "TRIAL");

    /// Whether an anchor may be trusted here: production takes none that says to be for practice.
    public boolean accepts(X509Certificate anchor) {
        return switch (this) {
            case DEMO, TEST -> true;
            case PRODUCTIE -> words(anchor).noneMatch(PRACTICE::contains);
        };
    }

    /// Lets no anchor in that is for practice.
    ///
    /// @throws IllegalArgumentException when one of these may not be trusted here
    void requireAccepted(List<X509Certificate> anchors) {
        for (X509Certificate anchor : anchors) {
            if (!accepts(anchor)) {
                throw new IllegalArgumentException("expected no anchor that is for practice in " + this + ", got "
                        + anchor.getSubjectX500Principal());
            }
        }
    }

    private static Stream<String> words(X509Certificate anchor) {
        return Arrays.stream(anchor.getSubjectX500Principal()
                .getName()
                .toUpperCase(Locale.ROOT)
                .split("[^A-Z]+"));
    }
}
