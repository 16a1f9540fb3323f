// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectionsTest {

    private final TestAuthority authority = new TestAuthority("authority");
    private final List<X509Certificate> good = authority.issue("good", "EC").chain();
    private final List<X509Certificate> bad = authority.issue("bad", "EC").chain();
    private final List<X509Certificate> judged = new ArrayList<>();
    private final Objections objections = new Objections(chain -> {
        judged.add(chain[0]);
        if (chain[0].equals(bad.getFirst())) {
            throw new CertificateException("revoked");
        }
    });

    ObjectionsTest() throws Exception {}

    @Test
    void judgesEachChainOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(objections.to(() -> good)).isEmpty();
            assertThat(objections.to(() -> bad)).contains("revoked");
        }
        assertThat(judged).containsExactly(good.getFirst(), bad.getFirst());
    }

    @Test
    void hasOneToWhoseCertificatesCannotBeReadAndGoesOn() {
        assertThat(objections.to(() -> {
                    throw new IllegalStateException("no form");
                }))
                .contains("no form");
        assertThat(objections.to(() -> good)).isEmpty();
    }

    @Test
    void hasOneToAllWhenNobodyCanBeJudged() {
        Objections broken = new Objections(chain -> {
            throw new IllegalArgumentException("no anchors");
        });
        assertThat(broken.to(() -> good)).contains("no anchors");
    }
}
