// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
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

    /// Anybody may send any query or form: it is read or refused, and what is read can be asked for.
    @Test
    void noTextBreaksTheReader() {
        String signs = "%%%&=,+;aF09-_ \0\n\u00e9$/";
        Random random = new Random(20_261_122);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            Optional<FormText> form = FormText.read(text.toString());
            form.ifPresent(FormTextTest::askForAll);
            read += form.isPresent() ? 1 : 0;
            Optional<String> segment = FormText.segment(text.toString());
            assertThat(segment.map(FormText::encode).flatMap(FormText::segment)).isEqualTo(segment);
        }
        assertThat(read).as("some are read, some are not").isBetween(5_000, 45_000);
    }

    private static void askForAll(FormText form) {
        form.raw().forEach((name, values) -> {
            assertThat(form.value(name)).isPresent();
            assertThat(form.items(name)).doesNotContain("\uffff");
            assertThat(form.repeats() || values.size() == 1).isTrue();
        });
    }
}
