// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OcspAddressesTest {

    private static final URI SET = URI.create("http://set.test/");
    private static final String GOOD = "https://ocsp.test/good";

    private final OcspResponder responder = new OcspResponder(TestClock.at("2026-11-21T09:00:00Z"));

    OcspAddressesTest() throws Exception {}

    @Test
    void anAddressInACertificateIsUsedOnlyWhenTheSettingSaysSo() throws Exception {
        assertThat(new OcspAddresses(List.of(SET), false).of(responder.leaf(GOOD)))
                .containsExactly(SET);
        assertThat(new OcspAddresses(List.of(SET), true).of(responder.leaf(GOOD)))
                .containsExactly(URI.create(GOOD));
        assertThat(new OcspAddresses(List.of(SET, URI.create(GOOD)), false).of(responder.leaf(GOOD)))
                .containsExactly(URI.create(GOOD));
        assertThat(new OcspAddresses(List.of(SET), true).of(responder.root)).containsExactly(SET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http:///path",
                "http://a b/",
                "file:///etc/hostname",
                "ldap://ocsp.test/",
                "//ocsp.test/",
                "http://name:word@ocsp.test/",
                ""
            })
    void whatCannotBeAskedDoesNotStandInTheWayOfWhatCan(String other) throws Exception {
        OcspAddresses addresses = new OcspAddresses(List.of(), true);
        assertThat(addresses.of(responder.leaf(other))).isEmpty();
        assertThat(addresses.of(responder.leaf(other, GOOD))).containsExactly(URI.create(GOOD));
    }

    @Test
    void fourAddressesAreEnough() throws Exception {
        assertThat(new OcspAddresses(List.of(), true)
                        .of(responder.leaf("http://a/", "http://b/", "http://c/", "http://d/", "http://e/")))
                .containsExactly(
                        URI.create("http://a/"),
                        URI.create("http://b/"),
                        URI.create("http://c/"),
                        URI.create("http://d/"));
    }
}
