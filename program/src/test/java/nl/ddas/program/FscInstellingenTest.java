// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong settings of Manager, Inway and Outway: what an administrator reads.
class FscInstellingenTest {

    private static final Clock NU = Clock.systemUTC();

    @TempDir
    private static Path map;

    @BeforeAll
    static void maak() throws IOException {
        for (String naam : new String[] {"groep", "intern"}) {
            AuthorityFolder _ = AuthorityFolder.open(
                    map.resolve(naam),
                    Environment.DEMO,
                    new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()),
                    NU);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            manager | token-life: 5h                                                       | token-life
            manager | token-life: lang                                                     | een duur
            manager | directories: [{peer-id: "00000099000000000001", address: http://d.nl}] | address
            manager | directories: [{peer-id: "", address: https://d.nl:8443}]             | peer-id
            manager | services: [{name: dienst, inway: "https://een adres"}]               | bij 'inway' hoort
            manager | tokenlife: 5m                                                        | Bedoelde u 'token-life'?
            manager | host: 0.0.0.0                                                        | address
            manager | port: 99                                                             | poort
            manager | directory: ja                                                        | true of false
            manager | operators: [{name: Jan, role: baas}]                                 | role
            manager | group: een groep                                                     | group
            inway   | self: https://een adres                                              | bij 'self' hoort
            inway   | manager: http://localhost:9443                                       | manager
            inway   | monitor-port: 9446                                                   | Bedoelde u 'monitoring-port'?
            inway   | services: [{name: dienst, endpoint: ftp://x}]                         | endpoint
            outway  | manager-cache: -1s                                                   | een duur
            outway  | names: [{host: a.nl}]                                                | names[0]
            outway  | host: 0.0.0.0                                                        | plain-outside: true
            outway  | clients: soms                                                        | plain, tls of mutual
            inway   | round: 2m                                                            | 50ms tot en met 1m
            outway  | names: [{host: a.nl, grant: onzin}]                                  | bij 'grant' hoort
            outway  | pdp: http://elders.nl                                                | pdp
            """)
    void eachIsNamedInDutch(String deel, String regel, String woord) throws IOException {
        String naam = regel.substring(0, regel.indexOf(':'));
        String basis = """
                group: oefengroep
                host: localhost
                vertrouwen-map: %1$s/groep
                partij: Ons
                oin: "00000099000000002000"
                intern-map: %1$s/intern
                """.formatted(map)
                + switch (deel) {
                    case "inway" -> "manager: https://localhost:9443\nself: https://localhost:8443\n";
                    case "outway" -> "manager: https://localhost:9443\n";
                    default -> "port: 8443\n";
                };
        Path bestand =
                Files.writeString(map.resolve(deel + ".yaml"), basis.replaceFirst(naam + ": .*\n", "") + regel + "\n");

        Loop loop = Loop.van(NU, map, "fsc", deel, "--config", bestand.toString());
        assertThat(loop.uitgang()).as(loop.fout()).isEqualTo(2);
        assertThat(loop.fout()).contains(woord).doesNotContain("expected", "een waarde past niet");
        BadInputTest.assertCalm(loop);
    }
}
