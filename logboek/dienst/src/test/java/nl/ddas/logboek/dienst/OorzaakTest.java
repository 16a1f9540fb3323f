// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// What is said about a failure.
class OorzaakTest {

    @Test
    void namesKindsAndStatesAndNeverAMessage() {
        SQLException refused = new SQLException("Key (naam)=(Jansen) already exists", "23505");
        RuntimeException wrapped =
                new IllegalStateException("Jansen", new UncheckedIOException(new IOException("Jansen", refused)));

        assertThat(Oorzaak.of(wrapped))
                .isEqualTo("IllegalStateException < UncheckedIOException < IOException < SQLException 23505");
        assertThat(Oorzaak.of(new SQLException("Jansen"))).isEqualTo("SQLException");
    }

    @Test
    void aChainWithoutEndIsCut() {
        RuntimeException one = new IllegalStateException("one");
        RuntimeException other = new IllegalArgumentException("other", one);
        one.initCause(other);

        assertThat(Oorzaak.of(one).split(" < ")).hasSize(8);
    }
}
