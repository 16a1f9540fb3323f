// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

/// How a thing is meant: colour goes with a word and a sign, never alone.
public enum Tone {
    GOOD("good", "\u2713"),
    CAUTION("caution", "!"),
    BAD("bad", "\u2715"),
    INFO("info", "i");

    private final String css;
    private final String sign;

    Tone(String css, String sign) {
        this.css = css;
        this.sign = sign;
    }

    String css() {
        return css;
    }

    /// A short word in a coloured box, with the sign of this tone before it.
    public Html badge(String word) {
        return Html.tag("span", "class", "dd-badge dd-badge--" + css)
                .of(Html.tag("span", "aria-hidden", "true").of(Html.text(sign)), Html.text(word));
    }

    /// A box with a message that must not be missed.
    public Html alert(String heading, Html... content) {
        Html head = Html.tag("p").of(Html.tag("strong").of(Html.text(heading)));
        return Html.tag("div", "class", "dd-alert dd-alert--" + css).of(head, Html.join(content));
    }
}
