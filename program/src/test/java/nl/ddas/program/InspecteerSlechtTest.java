// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import nl.ddas.trust.Pem;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ddas vertrouwen inspecteer` and `onderteken` on files that are missing, are something else, or are broken:
/// an exit status, and a Dutch sentence on what is wrong and what should be there.
class InspecteerSlechtTest {

    @TempDir
    private static Path map;

    @BeforeAll
    static void maak() throws IOException, GeneralSecurityException, OperatorCreationException {
        Loop.van(map, "vertrouwen", "partij", "Gemeente Voorbeeld", "00000099000000002000", "--map", plek("vert"));
        try (Stream<Path> partijen = Files.list(map.resolve("vert").resolve("partijen"))) {
            Path eigen = partijen.findFirst().orElseThrow();
            Files.copy(eigen.resolve("ondertekening.pem"), map.resolve("sleutel.pem"));
            Files.copy(eigen.resolve("tls.pem"), map.resolve("tls.pem"));
        }
        Files.copy(map.resolve("vert/ca/ankers.pem"), map.resolve("anker.pem"));
        Files.copy(map.resolve("vert/ca/intrekking.pem"), map.resolve("lijst.pem"));
        schrijf("bericht.json", "{\"a\": 1}");
        Loop.van(
                map,
                "vertrouwen",
                "onderteken",
                plek("bericht.json"),
                "--sleutel",
                plek("sleutel.pem"),
                "--uit",
                plek("kop.txt"));
        schrijf("tekst.pem", "geen pem");
        schrijf("kapot.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        schrijf("kapotte-lijst.pem", "-----BEGIN X509 CRL-----\nA\n-----END X509 CRL-----\n");
        schrijf("leeg.txt", "");
        schrijf("groot.txt", "Digest: " + "x".repeat(1024 * 1024));
        schrijf("zonder.txt", "Content-Type: application/json\n");
        schrijf("half.har", "{\"log\":{\"entries\":[");
        schrijf("niets.har", "{\"log\":{\"entries\":[1,{\"request\":7}]}}");
        schrijf("afgekapt.txt", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
        Files.write(map.resolve("onzin.bin"), new byte[] {0x30, 1, 2, (byte) 255, 10, 0, 7});
        eigen("kort.pem", 1024, RSAKeyGenParameterSpec.F4, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
        eigen("drie.pem", 2048, RSAKeyGenParameterSpec.F0, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
        eigen("verlopen.pem", 2048, RSAKeyGenParameterSpec.F4, "2025-01-01T00:00:00Z", "2026-08-01T00:00:00Z");
        eigen("straks.pem", 2048, RSAKeyGenParameterSpec.F4, "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
        Path dicht = schrijf("dicht.pem", "geen sleutel");
        Files.setPosixFilePermissions(dicht, Files.getPosixFilePermissions(map.resolve("sleutel.pem")));
    }

    /// A key with a certificate of its own, for signatures.
    private static void eigen(String naam, int bits, BigInteger exponent, String van, String tot)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(new RSAKeyGenParameterSpec(bits, exponent));
        KeyPair paar = maker.generateKeyPair();
        X500Name wie = new X500Name("CN=Gemeente Voorbeeld");
        byte[] certificaat = new JcaX509v3CertificateBuilder(
                        wie,
                        BigInteger.ONE,
                        Date.from(Instant.parse(van)),
                        Date.from(Instant.parse(tot)),
                        wie,
                        paar.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(paar.getPrivate()))
                .getEncoded();
        Path bestand = schrijf(
                naam, Pem.block("PRIVATE KEY", paar.getPrivate().getEncoded()) + Pem.block("CERTIFICATE", certificaat));
        Files.setPosixFilePermissions(bestand, PosixFilePermissions.fromString("rw-------"));
    }

    private static Path schrijf(String naam, String tekst) throws IOException {
        return Files.writeString(map.resolve(naam), tekst, StandardCharsets.UTF_8);
    }

    private static String plek(String naam) {
        return map.resolve(naam).toString();
    }

    /// Arguments (`+` stands before the name of a file), exit status, and what is said.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --kop +kop.txt --bericht +bericht.json                          | 0 | De handtekening is geldig
            --kop +kop.txt --bericht +bericht.json --anker +tekst.pem       | 3 | tekst.pem staat geen certificaat (PEM of DER)
            --kop +kop.txt --bericht +bericht.json --anker +leeg.txt        | 3 | leeg.txt staat geen certificaat (PEM of DER)
            --kop +kop.txt --bericht +bericht.json --anker +lijst.pem       | 3 | lijst.pem staat geen certificaat (PEM of DER)
            --kop +kop.txt --bericht +bericht.json --anker +kapot.pem       | 3 | kapot.pem staat is beschadigd
            --kop +kop.txt --bericht +bericht.json --anker +onzin.bin       | 3 | onzin.bin staat is beschadigd
            --kop +kop.txt --bericht +bericht.json --anker +weg.pem         | 2 | weg.pem is er niet
            --kop +kop.txt --bericht +bericht.json --anker +vert            | 2 | vert is een map; geef een bestand
            --kop +kop.txt --bericht +bericht.json --crl +tekst.pem         | 3 | tekst.pem staat geen intrekkingslijst (PEM of DER)
            --kop +kop.txt --bericht +bericht.json --crl +anker.pem         | 3 | anker.pem staat geen intrekkingslijst (PEM of DER)
            --kop +kop.txt --bericht +bericht.json --crl +kapotte-lijst.pem | 3 | kapotte-lijst.pem staat is beschadigd
            --kop +kop.txt --bericht +bericht.json --crl +weg.pem           | 2 | weg.pem is er niet
            --kop +kop.txt --bericht +bericht.json --moment 2026-11-21      | 2 | bij --moment hoort een tijdstip als
            --kop +weg.txt --bericht +bericht.json                          | 2 | weg.txt is er niet
            --kop +kop.txt --bericht +weg.json                              | 2 | weg.json is er niet
            --kop +kop.txt --bericht +vert                                  | 2 | vert is een map; geef een bestand
            --kop +kop.txt --bericht +leeg.txt                              | 1 | handtekening-ongeldig
            --kop +leeg.txt --bericht +bericht.json                         | 1 | handtekening-ontbreekt: Het bericht heeft geen header
            --kop +zonder.txt --bericht +bericht.json                       | 1 | handtekening-ontbreekt: Het bericht heeft geen header
            --kop +onzin.bin --bericht +bericht.json                        | 2 | regel 1 van de headers is geen header
            --kop +bericht.json --bericht +bericht.json                     | 1 | handtekening-formaat
            --kop +groot.txt --bericht +bericht.json                        | 2 | groot.txt is te groot voor headers
            --kop +kop.txt                                                  | 2 | geef een OPNAME
            +kop.txt --bericht +bericht.json                                | 2 | geef een OPNAME
            +leeg.txt                                                       | 2 | leeg.txt is geen bewaard antwoord
            +onzin.bin                                                      | 2 | onzin.bin is geen bewaard antwoord
            +half.har                                                       | 2 | half.har is geen HAR waarin een bericht
            +niets.har                                                      | 2 | niets.har is geen HAR waarin een bericht
            +afgekapt.txt                                                   | 1 | handtekening-ontbreekt
            +weg.har                                                        | 2 | weg.har is er niet
            +vert                                                           | 2 | vert is een map; geef een bestand
            """)
    void inspectingSaysWhatIsWrongAndWhere(String woorden, int uitgang, String tekst) {
        controleer("inspecteer --map +vert " + woorden, uitgang, tekst);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +bericht.json --sleutel +tekst.pem                       | 3 | ook voor anderen te lezen
            +bericht.json --sleutel +dicht.pem                       | 3 | dicht.pem
            +bericht.json --sleutel +tls.pem                         | 2 | niet dat van TLS
            +bericht.json --sleutel +weg.pem                         | 2 | weg.pem is er niet
            +bericht.json --sleutel +vert                            | 2 | vert is een map; geef een bestand
            +bericht.json                                            | 2 | er ontbreekt iets: PEM (--sleutel)
            +bericht.json --sleutel +kort.pem                        | 2 | certificaat-sleutellengte). De sleutel van
            +bericht.json --sleutel +drie.pem                        | 2 | certificaat-sleutellengte). De sleutel van
            +bericht.json --sleutel +verlopen.pem                    | 2 | certificaat-geldigheid). Het certificaat van
            +bericht.json --sleutel +straks.pem                      | 2 | geldt van 1 januari 2027 om 01:00 tot
            +weg.json --sleutel +sleutel.pem                         | 2 | weg.json is er niet
            +bericht.json --sleutel +sleutel.pem --vorm C            | 2 | die waarde past niet bij --vorm: 'C'
            +bericht.json --sleutel +sleutel.pem --uit +weg/kop.txt  | 2 | kop.txt is er niet; maak die eerst
            """)
    void signingSaysWhatIsWrongAndWhere(String woorden, int uitgang, String tekst) {
        controleer("onderteken " + woorden, uitgang, tekst);
    }

    private static void controleer(String woorden, int uitgang, String tekst) {
        String[] losse = Arrays.stream(("vertrouwen " + woorden).split(" +"))
                .map(woord -> woord.startsWith("+") ? plek(woord.substring(1)) : woord)
                .toArray(String[]::new);

        Loop loop = Loop.van(map, losse);

        assertThat(loop.alles()).contains(tekst).doesNotContain("Exception", "\tat ", "java.");
        assertThat(loop.uitgang()).isEqualTo(uitgang);
        assertThat(uitgang <= Uitgang.BEVINDINGEN ? loop.fout() : loop.uit()).isEmpty();
    }
}
