// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;

/// A log in a process of its own, on the database of the test, until it is killed. Says its port first.
final class Slachtoffer {

    private Slachtoffer() {}

    public static void main(String[] args) throws InterruptedException {
        DienstConfig config = new DienstConfig(
                new LogboekServer.Luisteren("127.0.0.1", 0, OptionalInt.empty(), TlsProfile.DIGIKOPPELING),
                0,
                Map.of(),
                Optional.of(LogregelsContract.CBS),
                new DatabaseChoice.Embedded(Path.of(args[0])),
                false,
                new Wachtruimte(50, 10_000, 16 << 20),
                128 << 20,
                new DienstConfig.Quarantaine(Quarantainegrens.STANDAARD, Duration.ofDays(90)),
                Toetsbeleid.STRIKT);
        Database database = config.databank().open(new SecureRandom());
        LogboekDienst dienst = LogboekDienst.start(
                config,
                database,
                new Dienstonderdelen(
                        Network.open(),
                        Optional.empty(),
                        _ -> config.zonderTls(),
                        Naamruimten.GEEN,
                        Verwerkingsactiviteiten.ONBEKEND,
                        Dienstonderdelen.Bijdelen.GEEN,
                        Clock.systemUTC(),
                        new SecureRandom()));
        System.out.println(dienst.poort());
        Thread.currentThread().join();
    }
}
