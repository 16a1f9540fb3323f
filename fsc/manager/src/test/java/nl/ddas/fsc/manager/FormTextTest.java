// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTextTest {

    @Test
    void aPartOfAPathKeepsItsPlus() {
        assertThat(FormText.segment("%241%241%24a+b")).contains("$1$1$a+b");
        assertThat(FormText.segment("%zz")).isEmpty();
    }

    @Test
    void whatIsEncodedIsReadBackInPathAndQuery() {
        String text = "$1$ +&=é/";
        assertThat(FormText.segment(FormText.encode(text))).contains(text);
        assertThat(FormText.read("a=" + FormText.encode(text)).orElseThrow().value("a"))
                .contains(text);
    }
}
