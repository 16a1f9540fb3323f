// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.toets.verslag.Bevindinggroep;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Paginavraag.Antwoord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/// The rows of states. Each change is one transaction, and only made when the row still is in the state that
/// the change starts from: two that work on the same row cannot both do it.
final class Boekhouding {

    static final String SCHEMA = "verzamelaar";

    /// Folder of the scripts that make it.
    static final String SCRIPTS = "nl/ddas/levering/verzamelaar/db";

    private static final String RIJ = "SELECT o.*, v.periode_start, v.periode_eind FROM ophaling o"
            + " JOIN verzameling v ON v.id = o.verzameling ";

    private static final String EINDEN = Toestand.sql(Toestand::isEind);
    private static final String GAAT_VERDER = Toestand.sql(toestand -> !toestand.isEind() && !toestand.isWachtend());

    /// What stood in the way of a row is gone.
    private static final String VRIJ = "reden = NULL, pogingen = 0, volgende = NULL, gewijzigd = ?";

    private final Jdbi jdbi;
    private final Clock clock;

    Boekhouding(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// One page that is in.
    record Pagina(
            int nummer, String bestand, byte[] sha256, long grootte, String ondertekenaar, Instant ondertekendOp) {}

    /// The collection of a period that is not finished, else a new one, with a row for each supplier.
    List<Ophaling> begin(Aanleverperiode periode, List<String> leveranciers) {
        return jdbi.inTransaction(db -> {
            // Two runs that start at once must not both begin a collection.
            db.execute("SELECT pg_advisory_xact_lock(hashtext(?))", "verzameling " + periode);
            long id = open(db, periode).orElseGet(() -> nieuw(db, periode));
            for (String naam : leveranciers) {
                db.execute(
                        "INSERT INTO ophaling (verzameling, leverancier, gewijzigd) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        id,
                        naam,
                        nu());
            }
            return db.createQuery(RIJ + "WHERE o.verzameling = :id ORDER BY o.id")
                    .bind("id", id)
                    .map(Boekhouding::rij)
                    .list();
        });
    }

    private static Optional<Long> open(Handle db, Aanleverperiode periode) {
        return db.createQuery("SELECT id FROM verzameling WHERE periode_start = :start AND periode_eind = :eind"
                        + " AND klaar IS NULL ORDER BY id DESC LIMIT 1")
                .bind("start", periode.start())
                .bind("eind", periode.eind())
                .mapTo(Long.class)
                .findFirst();
    }

    /// Finishes the collection of this row, unless one of its rows can go on without a decision of its supplier.
    ///
    /// @param leveranciers names of those whose rows count
    void rondAf(Ophaling rij, List<String> leveranciers) {
        jdbi.useHandle(db -> db.createUpdate("UPDATE verzameling v SET klaar = :nu WHERE v.klaar IS NULL"
                        + " AND v.id = (SELECT verzameling FROM ophaling WHERE id = :rij)"
                        + " AND NOT EXISTS (SELECT 1 FROM ophaling o WHERE o.verzameling = v.id"
                        + " AND o.leverancier = ANY (:namen) AND (o.reden IS NOT NULL"
                        + " OR o.toestand IN (" + GAAT_VERDER + ")))")
                .bind("nu", nu())
                .bind("rij", rij.id())
                .bindArray("namen", String.class, leveranciers)
                .execute());
    }

    private long nieuw(Handle db, Aanleverperiode periode) {
        return db.createQuery("INSERT INTO verzameling (periode_start, periode_eind, gestart)"
                        + " VALUES (:start, :eind, :nu) RETURNING id")
                .bind("start", periode.start())
                .bind("eind", periode.eind())
                .bind("nu", nu())
                .mapTo(Long.class)
                .one();
    }

    /// Rows that are not at their end.
    List<Ophaling> bezig() {
        return jdbi.withHandle(db -> db.createQuery(RIJ + "WHERE o.toestand NOT IN (" + EINDEN + ")" + " ORDER BY o.id")
                .map(Boekhouding::rij)
                .list());
    }

    Ophaling lees(long id) {
        return jdbi.withHandle(db -> lees(db, id));
    }

    static Ophaling lees(Handle db, long id) {
        return db.createQuery(RIJ + "WHERE o.id = :id")
                .bind("id", id)
                .map(Boekhouding::rij)
                .one();
    }

    Optional<Ophaling> bijVerslag(String verslag) {
        return jdbi.withHandle(db -> db.createQuery(RIJ + "WHERE o.verslag = :verslag")
                .bind("verslag", verslag)
                .map(Boekhouding::rij)
                .findFirst());
    }

    /// What lines in a log need to know of collections.
    Traceboek traces() {
        return new Traceboek(jdbi);
    }

    List<Pagina> paginas(Ophaling rij) {
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM pagina WHERE ophaling = :id ORDER BY nummer")
                .bind("id", rij.id())
                .map((veld, context) -> new Pagina(
                        veld.getInt("nummer"),
                        veld.getString("bestand"),
                        veld.getBytes("sha256"),
                        veld.getLong("grootte"),
                        veld.getString("ondertekenaar"),
                        moment(veld, "ondertekend_op").orElseThrow()))
                .list());
    }

    /// Does a change in one transaction and reads the row anew.
    ///
    /// @param wijziging says whether it was made; when not, everything in the transaction is undone
    Ophaling wijzig(Ophaling rij, Function<Handle, Boolean> wijziging) {
        return jdbi.inTransaction(db -> {
            db.execute("SELECT 1 FROM ophaling WHERE id = ? FOR UPDATE", rij.id());
            if (!lees(db, rij.id()).toestand().equals(rij.toestand()) || !wijziging.apply(db)) {
                db.rollback();
            }
            return lees(db, rij.id());
        });
    }

    /// Works on the row as it is now, whatever its state.
    <T> T besluit(long id, BiFunction<Handle, Ophaling, T> werk) {
        return jdbi.inTransaction(db -> {
            db.execute("SELECT 1 FROM ophaling WHERE id = ? FOR UPDATE", id);
            return werk.apply(db, lees(db, id));
        });
    }

    /// The row goes to another state; what stood in the way is gone.
    Ophaling naar(Ophaling rij, Toestand toestand) {
        return wijzig(rij, db -> naar(db, rij, toestand));
    }

    boolean naar(Handle db, Ophaling rij, Toestand toestand) {
        return db.execute(
                        "UPDATE ophaling SET toestand = ?, " + VRIJ + " WHERE id = ? AND toestand = ?",
                        toestand.name(),
                        nu(),
                        rij.id(),
                        rij.toestand().name())
                == 1;
    }

    /// A page is in, and what stood in the way is gone. The first page tells how many there are. Nothing
    /// changes when another process that works on the same row was first.
    ///
    /// @param nummer from 1
    Ophaling bewaarPagina(Ophaling rij, int nummer, Antwoord.Echt echt) {
        return wijzig(rij, db -> {
            OffsetDateTime nu = nu();
            int nieuw = db.execute(
                    "INSERT INTO pagina (ophaling, nummer, bestand, sha256, grootte, ondertekenaar, ondertekend_op,"
                            + " ontvangen) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    rij.id(),
                    nummer,
                    echt.bestand(),
                    echt.handtekening().sha256(),
                    echt.grootte(),
                    echt.handtekening().oin(),
                    op(echt.handtekening().signedAt()),
                    nu);
            if (nieuw == 0) {
                return false;
            }
            echt.bestanden().forEach(naam -> bewijs(db, rij, naam, "antwoord", "goed"));
            if (nummer == 1) {
                db.createUpdate("UPDATE ophaling SET paginas = :paginas, aangeleverd = :aangeleverd,"
                                + " ontvangen = :nu WHERE id = :id")
                        .bind("paginas", echt.paginas().orElse(1))
                        .bindByType(
                                "aangeleverd",
                                echt.aangeleverd().map(Boekhouding::op).orElse(null),
                                OffsetDateTime.class)
                        .bind("nu", nu)
                        .bind("id", rij.id())
                        .execute();
            }
            return db.execute("UPDATE ophaling SET " + VRIJ + " WHERE id = ?", nu, rij.id()) == 1;
        });
    }

    /// What a check found.
    ///
    /// @param verslag id of the Verwerkingsverslag
    /// @param bsnmodus how persons were recognised
    /// @param groepen how often each rule reported
    /// @param aantallen trajecten by organisation
    record Toetsing(
            Ophaling.Uitslag uitslag,
            String verslag,
            BsnModus bsnmodus,
            List<Bevindinggroep> groepen,
            Map<Long, Long> aantallen) {}

    /// A check is done, in place of an earlier one.
    ///
    /// @param bestanden kind of each file that was sealed, by its name
    Ophaling bewaarToetsing(Ophaling rij, Toetsing toetsing, Map<String, String> bestanden) {
        return wijzig(rij, db -> {
            db.execute("DELETE FROM bevinding WHERE ophaling = ?", rij.id());
            for (Bevindinggroep groep : toetsing.groepen()) {
                db.execute(
                        "INSERT INTO bevinding VALUES (?, ?, ?, ?) ON CONFLICT (ophaling, code, ernst)"
                                + " DO UPDATE SET aantal = bevinding.aantal + excluded.aantal",
                        rij.id(),
                        groep.code(),
                        groep.ernst().name(),
                        groep.aantal());
            }
            db.execute("DELETE FROM aantal_trajecten WHERE ophaling = ?", rij.id());
            toetsing.aantallen()
                    .forEach((organisatie, aantal) ->
                            db.execute("INSERT INTO aantal_trajecten VALUES (?, ?, ?)", rij.id(), organisatie, aantal));
            db.execute(
                    "UPDATE ophaling SET bruikbaar = ?, inhoud = ?, trajecten = ?, geweigerd = ?, verslag = ?,"
                            + " bsnmodus = ? WHERE id = ?",
                    toetsing.uitslag().bruikbaar(),
                    toetsing.uitslag().inhoud(),
                    toetsing.uitslag().trajecten(),
                    toetsing.uitslag().geweigerd(),
                    toetsing.verslag(),
                    toetsing.bsnmodus().name(),
                    rij.id());
            bestanden.forEach((bestand, soort) -> bewijs(db, rij, bestand, soort, "goed"));
            return naar(db, rij, Toestand.GETOETST);
        });
    }

    /// The supplier has the Verwerkingsverslag.
    Ophaling verstuurd(Ophaling rij, Toestand toestand) {
        return wijzig(rij, db -> {
            db.execute("UPDATE ophaling SET verstuurd = ? WHERE id = ?", nu(), rij.id());
            return naar(db, rij, toestand);
        });
    }

    /// The row stands still for now.
    Ophaling mislukt(Ophaling rij, Mislukking mislukking) {
        return wijzig(
                rij,
                db -> db.execute(
                                "UPDATE ophaling SET reden = ?, pogingen = ?, volgende = ?, gewijzigd = ? WHERE id = ?",
                                mislukking.reden(),
                                mislukking.pogingen(),
                                op(mislukking.volgende()),
                                nu(),
                                rij.id())
                        == 1);
    }

    /// Starts the collection of pages anew.
    Ophaling opnieuw(Ophaling rij) {
        return wijzig(rij, db -> opnieuw(db, rij));
    }

    /// Starts the collection of pages anew, with smaller pages from now on.
    ///
    /// @param grootte most trajecten on a page
    Ophaling kleiner(Ophaling rij, int grootte) {
        return wijzig(
                rij,
                db -> db.execute(
                                        "UPDATE ophaling SET paginagrootte = ?, " + VRIJ + " WHERE id = ?",
                                        grootte,
                                        nu(),
                                        rij.id())
                                == 1
                        && opnieuw(db, rij));
    }

    private boolean opnieuw(Handle db, Ophaling rij) {
        db.execute("DELETE FROM pagina WHERE ophaling = ?", rij.id());
        return db.execute(
                        "UPDATE ophaling SET toestand = ?, momentopname = momentopname + 1, paginas = 0,"
                                + " aangeleverd = NULL, ontvangen = NULL,"
                                + " besluit = CASE besluit WHEN 'ingetrokken' THEN besluit END,"
                                + " gewijzigd = ? WHERE id = ?",
                        Toestand.GEPLAND.name(),
                        nu(),
                        rij.id())
                == 1;
    }

    void bewijs(Handle db, Ophaling rij, String bestand, String soort, String oordeel) {
        db.execute(
                "INSERT INTO bewijs (bestand, ophaling, soort, oordeel, gemaakt) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (bestand) DO UPDATE SET soort = excluded.soort,"
                        + " oordeel = excluded.oordeel, gemaakt = excluded.gemaakt",
                bestand,
                rij.id(),
                soort,
                oordeel,
                nu());
    }

    OffsetDateTime nu() {
        return op(clock.instant());
    }

    static OffsetDateTime op(Instant moment) {
        // The database keeps microseconds, and would round up.
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> moment(ResultSet veld, String naam) throws SQLException {
        return Optional.ofNullable(veld.getObject(naam, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OptionalInt getal(ResultSet veld, String naam) throws SQLException {
        int getal = veld.getInt(naam);
        return veld.wasNull() ? OptionalInt.empty() : OptionalInt.of(getal);
    }

    private static Ophaling rij(ResultSet veld, StatementContext context) throws SQLException {
        Optional<Mislukking> mislukking = Optional.empty();
        String reden = veld.getString("reden");
        if (reden != null) {
            mislukking = Optional.of(new Mislukking(
                    reden, veld.getInt("pogingen"), moment(veld, "volgende").orElse(Instant.EPOCH)));
        }
        Optional<Ophaling.Uitslag> uitslag = Optional.empty();
        byte[] inhoud = veld.getBytes("inhoud");
        if (inhoud != null) {
            uitslag = Optional.of(new Ophaling.Uitslag(
                    veld.getBoolean("bruikbaar"), inhoud, veld.getLong("trajecten"), veld.getLong("geweigerd")));
        }
        return new Ophaling(
                veld.getLong("id"),
                veld.getString("leverancier"),
                new Aanleverperiode(
                        veld.getObject("periode_start", LocalDate.class),
                        veld.getObject("periode_eind", LocalDate.class)),
                Toestand.valueOf(veld.getString("toestand")),
                mislukking,
                veld.getInt("momentopname"),
                veld.getInt("paginas"),
                getal(veld, "paginagrootte"),
                moment(veld, "aangeleverd"),
                moment(veld, "ontvangen"),
                uitslag,
                Optional.ofNullable(veld.getString("verslag")),
                moment(veld, "verstuurd"));
    }
}
