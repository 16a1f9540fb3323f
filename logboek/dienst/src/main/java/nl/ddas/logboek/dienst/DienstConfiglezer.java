// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.model.Gevolg;
import nl.ddas.logboek.model.Toetsbeleid;

/// Turns the text of the settings into values, with messages that name the key and what was expected.
final class DienstConfiglezer {

    private static final int GEEN_POORT = -1;
    private static final int MB = 1 << 20;
    /// What waits may go to the database as one message, which has less than 2 GiB.
    private static final int MEESTE_MB = 1024;
    /// Of memory: more than any machine has.
    private static final int MEESTE_GEHEUGEN = 1 << 24;

    private final Settings settings;

    DienstConfiglezer(Settings settings) {
        this.settings = settings;
    }

    DienstConfig lees() {
        String adres = settings.optional("adres").orElse("127.0.0.1");
        Optional<Houder> zonderTls = zonderTls(adres);
        return new DienstConfig(
                new LogboekServer.Luisteren(
                        adres,
                        settings.integer("poort", 4318),
                        poort("grpc-poort"),
                        settings.value("tls-profiel", "digikoppeling of goed", TlsProfile::read)
                                .orElse(TlsProfile.DIGIKOPPELING)),
                settings.integer("beheer-poort", 9445),
                schrijvers(zonderTls.isEmpty()),
                zonderTls,
                DatabaseChoice.read(settings),
                settings.value("database-tabellen", "zelf of klaar", DienstConfiglezer::isKlaar)
                        .orElse(false),
                new Wachtruimte(
                        positief("regels-per-commit", Wachtruimte.STANDAARD.groep()),
                        positief("wachtende-regels", Wachtruimte.STANDAARD.regels()),
                        MB * tot("wachtende-mb", Wachtruimte.STANDAARD.bytes() / MB, MEESTE_MB)),
                (long) MB * tot("geheugen-mb", 128, MEESTE_GEHEUGEN),
                quarantaine(),
                beleid());
    }

    private OptionalInt poort(String sleutel) {
        int poort = settings.integer(sleutel, GEEN_POORT);
        return poort == GEEN_POORT ? OptionalInt.empty() : OptionalInt.of(poort);
    }

    /// Left out only by saying so, and only where nobody else can come (LDV 3.2.1).
    private Optional<Houder> zonderTls(String adres) {
        boolean isUit = settings.value("tls", "aan of uit", tekst -> switch (tekst) {
                    case "aan", "true" -> Optional.of(false);
                    case "uit", "false" -> Optional.of(true);
                    default -> Optional.empty();
                })
                .orElse(false);
        Optional<Houder> houder = houder(settings, "houder-zonder-tls");
        if (isUit && !isEigenMachine(adres)) {
            throw settings.unfit("tls", "aan: zonder TLS luistert het logboek alleen op 127.0.0.1");
        }
        if (isUit && houder.isEmpty()) {
            throw settings.unfit(
                    "houder-zonder-tls", "de OIN van wie de regels zijn, omdat er zonder TLS geen certificaat is");
        }
        return isUit ? houder : Optional.empty();
    }

    private static boolean isEigenMachine(String adres) {
        try {
            return InetAddress.getByName(adres).isLoopbackAddress();
        } catch (UnknownHostException onbekend) {
            return false;
        }
    }

    private static Optional<Houder> houder(Settings settings, String sleutel) {
        return settings.value(sleutel, "een OIN, tussen aanhalingstekens", tekst -> Optional.of(new Houder(tekst)));
    }

    private Map<String, Houder> schrijvers(boolean isVerplicht) {
        Map<String, Houder> alle = new HashMap<>();
        for (Settings een : settings.list("schrijvers")) {
            een.required("naam");
            Houder zelf = houder(een, "oin").orElseThrow(() -> een.unfit("oin", "een OIN, tussen aanhalingstekens"));
            Houder vorige = alle.put(zelf.code(), houder(een, "houder").orElse(zelf));
            if (vorige != null) {
                throw een.unfit("oin", "een OIN die nog niet in de lijst staat");
            }
        }
        if (isVerplicht && alle.isEmpty()) {
            throw settings.unfit("schrijvers", "een lijst van wie mag schrijven, met naam en oin");
        }
        return alle;
    }

    private DienstConfig.Quarantaine quarantaine() {
        Quarantainegrens standaard = Quarantainegrens.STANDAARD;
        Duration termijn = settings.duration("quarantaine-bewaartermijn", Duration.ofDays(90));
        if (termijn.compareTo(Duration.ofDays(1)) < 0) {
            throw settings.unfit("quarantaine-bewaartermijn", "een duur van 1d of langer");
        }
        return new DienstConfig.Quarantaine(
                new Quarantainegrens(
                        positief("quarantaine-regels", (int) standaard.regels()),
                        (long) MB * positief("quarantaine-mb", (int) (standaard.bytes() / MB))),
                termijn);
    }

    private Toetsbeleid beleid() {
        Toetsbeleid strikt = Toetsbeleid.STRIKT;
        Gevolg onbekend = settings.value(
                        "onbekende-naamruimte", "weigeren, quarantaine of waarschuwen", DienstConfiglezer::gevolg)
                .orElse(strikt.onbekendeNaamruimte());
        Toetsbeleid beleid = new Toetsbeleid(
                false,
                settings.duration("toekomst", strikt.toekomst()),
                onbekend,
                strikt.zonderBetrokkene(),
                strikt.gebruiker(),
                strikt.zonderDpl(),
                strikt.pseudoniemVerplicht(),
                strikt.stacktraces());
        return settings.value("invoer", "strikt of soepel", DienstConfiglezer::isSoepel)
                        .orElse(false)
                ? beleid.alsSoepel()
                : beleid;
    }

    private static Optional<Gevolg> gevolg(String tekst) {
        return switch (tekst) {
            case "weigeren" -> Optional.of(Gevolg.WEIGEREN);
            case "quarantaine" -> Optional.of(Gevolg.QUARANTAINE);
            case "waarschuwen" -> Optional.of(Gevolg.WAARSCHUWEN);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> isKlaar(String tekst) {
        return switch (tekst) {
            case "zelf" -> Optional.of(false);
            case "klaar" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> isSoepel(String tekst) {
        return switch (tekst) {
            case "strikt" -> Optional.of(false);
            case "soepel" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private int positief(String sleutel, int anders) {
        int waarde = settings.integer(sleutel, anders);
        if (waarde < 1) {
            throw settings.unfit(sleutel, "een getal van 1 of hoger");
        }
        return waarde;
    }

    private int tot(String sleutel, int anders, int meeste) {
        int waarde = positief(sleutel, anders);
        if (waarde > meeste) {
            throw settings.unfit(sleutel, "een getal van 1 tot en met " + meeste);
        }
        return waarde;
    }
}
