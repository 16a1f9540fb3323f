// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdreswachtTest {

    private static final Leesadres ADRES = adres("https://logboek.voorbeeld.nl/lezen/v1");

    private static Leesadres adres(String text) {
        return Leesadres.of(text).orElseThrow();
    }

    private static Adreswacht wacht(String address) {
        return new Adreswacht(Set.of("logboek.voorbeeld.nl"), false, _ -> List.of(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::1",
                "100::1"
            })
    @Requirement("READ-17")
    void addressesOfNoPublicNetworkAreNotGoneTo(String address) {
        assertThat(wacht(address).judge(ADRES, false)).isEqualTo(new Adreswacht.Oordeel.Niet(Toestand.PRIVE_ADRES));
        // Who asks may name a log of his own organisation.
        assertThat(wacht(address).judge(ADRES, true)).isInstanceOf(Adreswacht.Oordeel.Mag.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "198.20.0.1",
                "193.0.2.1",
                "2a00:1450::1",
                "2001:610::1"
            })
    void publicAddressesAreGoneTo(String address) throws UnknownHostException {
        assertThat(wacht(address).judge(ADRES, false))
                .isEqualTo(new Adreswacht.Oordeel.Mag(InetAddress.getByName(address)));
    }

    @Test
    @Requirement("READ-17")
    void oneAddressInsideSpoilsAName() {
        Adreswacht both = new Adreswacht(
                Set.of("logboek.voorbeeld.nl"),
                false,
                _ -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")));

        assertThat(both.judge(ADRES, false)).isEqualTo(new Adreswacht.Oordeel.Niet(Toestand.PRIVE_ADRES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elders.nl/lezen/v1",
                "https://logboek.voorbeeld.nl:8443/lezen/v1",
                "https://logboek.voorbeeld.nl.kwaad.nl/lezen/v1"
            })
    @Requirement("READ-17")
    void onlyPlacesOnTheListAreGoneTo(String text) {
        assertThat(wacht("8.8.8.8").judge(adres(text), false))
                .isEqualTo(new Adreswacht.Oordeel.Niet(Toestand.NIET_TOEGESTAAN));
    }

    @Test
    void aNameThatIsNotThereIsNotReached() {
        Adreswacht none = new Adreswacht(Set.of("logboek.voorbeeld.nl"), false, name -> {
            throw new UnknownHostException(name);
        });

        assertThat(none.judge(ADRES, true)).isEqualTo(new Adreswacht.Oordeel.Niet(Toestand.ONBEREIKBAAR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://logboek.voorbeeld.nl/v1",
                "ftp://logboek.voorbeeld.nl",
                "file:///etc/passwd",
                "https://gebruiker@logboek.voorbeeld.nl/v1",
                "https://logboek.voorbeeld.nl/v1?bsn=1",
                "https://logboek.voorbeeld.nl/v1#x",
                "//logboek.voorbeeld.nl",
                "https:///v1",
                "urn:oin:1",
                "https://a b/",
                "",
                "Bel 14 070"
            })
    @Requirement("READ-17")
    void whatIsNoPlainHttpsAddressIsNone(String text) {
        assertThat(Leesadres.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Logboek.nl/lezen/v1/processing-activities,https://logboek.nl/lezen/v1",
        "https://logboek.nl:443/lezen/v1/,https://logboek.nl/lezen/v1",
        "https://logboek.nl:8443,https://logboek.nl:8443",
        "https://[2a00:1450::1]:8443/v1,https://[2a00:1450::1]:8443/v1"
    })
    void anAddressIsBroughtToOneForm(String text, String expected) {
        assertThat(adres(text)).hasToString(expected);
        assertThat(adres(text).vraag()).hasToString(expected + "/processing-activities");
    }
}
