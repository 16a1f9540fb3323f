// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.ArrayList;
import java.util.List;

/// Names with their values below each other, such as the identification of a message.
public final class Facts {

    private final List<Html> lines = new ArrayList<>();

    /// Adds a plain value.
    public Facts add(String name, String value) {
        return add(name, Html.text(value));
    }

    /// Adds a value with markup.
    public Facts add(String name, Html value) {
        lines.add(Html.join(Html.tag("dt").of(Html.text(name)), Html.tag("dd").of(value)));
        return this;
    }

    public Html html() {
        return Html.tag("dl", "class", "dd-facts").of(Html.join(lines));
    }
}
