// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.ddas.basis.Database;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.statistiek.Bijdrage;
import nl.ddas.levering.statistiek.Bronplaats;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.Gemeenteregel;
import nl.ddas.levering.statistiek.Herkomst;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Looptijd;
import nl.ddas.levering.statistiek.Organisatiesleutel;
import nl.ddas.levering.verkeer.Aanleverperiode;
import org.jdbi.v3.core.Jdbi;

/// What counts in the figures, for statistics: streamed from the database, a few thousand rows at a time.
public final class Bronrecords {

    private static final int OPHALEN = 2_000;
    private static final int BLOK = 500;

    private static final String SLEUTELS = "SELECT i.leverancier, i.periode_start, i.periode_eind, i.aangeleverd,"
            + " b.pagina, b.levering, b.traject, b.organisatie_soort, b.organisatie, b.gemeente, b.begin, b.einde,"
            + " b.personen";
    private static final String UIT = " FROM inlezing i JOIN bronrecord b ON b.inlezing = i.id WHERE i.einde IS NULL"
            + " AND i.periode_start = :start AND i.periode_eind = :eind"
            + " ORDER BY i.leverancier, b.inlezing, b.pagina, b.levering, b.traject";

    private final Jdbi jdbi;
    private final BerichtLezer lezer;

    /// @param lezer reads the content of trajecten back
    Bronrecords(Jdbi jdbi, BerichtLezer lezer) {
        this.jdbi = jdbi;
        this.lezer = lezer.voorVersie(Versie.V1_0);
    }

    /// What was read in, for who makes figures while no collector runs in this process.
    ///
    /// @param lezer reads the content of trajecten back
    /// @throws org.jdbi.v3.core.JdbiException when the database is not there
    public static Bronrecords open(Database database, BerichtLezer lezer) {
        database.migrate(Boekhouding.SCHEMA, Boekhouding.SCRIPTS);
        return new Bronrecords(database.jdbi(Boekhouding.SCHEMA), lezer);
    }

    /// Which numbers recognised persons in the records of a period: as the setting was when their keys were made.
    /// [BsnModus#RUIM] when that holds for some of them; [BsnModus#STRIKT] when there are none.
    ///
    /// @throws org.jdbi.v3.core.JdbiException when the database is not there
    public BsnModus bsnmodus(Aanleverperiode periode) {
        boolean ruim = jdbi.withHandle(db -> db.createQuery("SELECT EXISTS (SELECT 1 FROM inlezing WHERE einde IS NULL"
                        + " AND periode_start = :start AND periode_eind = :eind AND bsnmodus = :ruim)")
                .bind("start", periode.start())
                .bind("eind", periode.eind())
                .bind("ruim", BsnModus.RUIM.name())
                .mapTo(Boolean.class)
                .one());
        return ruim ? BsnModus.RUIM : BsnModus.STRIKT;
    }

    /// The choices of a combining run over these records: what the user chooses, and what was chosen when they were
    /// collected.
    ///
    /// @param maxgat see [Instellingen]
    /// @throws org.jdbi.v3.core.JdbiException when the database is not there
    public Instellingen instellingen(Aanleverperiode periode, Gemeenteregel gemeenteregel, int maxgat) {
        return new Instellingen(gemeenteregel, bsnmodus(periode), maxgat);
    }

    /// Hands over the records of a period, sorted by place.
    ///
    /// @throws org.jdbi.v3.core.JdbiException when the database is not there
    public void records(Aanleverperiode periode, Consumer<Bronrecord> ontvanger) {
        Opbouw opbouw = new Opbouw();
        rijen(SLEUTELS + UIT, periode, veld -> ontvanger.accept(opbouw.record(veld)));
    }

    /// Hands over the records of a period with what they say, sorted by place; none is refused. Of clients only the
    /// year of birth and the sex are kept.
    ///
    /// @throws org.jdbi.v3.core.JdbiException when the database is not there
    /// @throws IOException when the content of a record cannot be read back
    public void bijdragen(Aanleverperiode periode, Consumer<Bijdrage> ontvanger) throws IOException {
        Opbouw opbouw = new Opbouw();
        Blok blok = new Blok(periode, ontvanger);
        try {
            rijen(SLEUTELS + ", b.vondsten, b.inhoud" + UIT, periode, veld -> blok.neem(opbouw.record(veld), veld));
            blok.geef();
        } catch (UncheckedIOException onleesbaar) {
            throw onleesbaar.getCause();
        }
    }

    private interface Rij {
        void neem(ResultSet veld) throws SQLException;
    }

    private void rijen(String sql, Aanleverperiode periode, Rij rij) {
        // The driver fetches in portions inside a transaction only.
        jdbi.useTransaction(db -> db.createQuery(sql)
                .setFetchSize(OPHALEN)
                .bind("start", periode.start())
                .bind("eind", periode.eind())
                .map((veld, context) -> {
                    rij.neem(veld);
                    return Boolean.TRUE;
                })
                .forEach(gedaan -> {}));
    }

    /// Makes records, using the same object again for what many share.
    private static final class Opbouw {
        private Bronplaats.Bericht bericht = new Bronplaats.Bericht("", 0, "");
        private Herkomst herkomst =
                new Herkomst(new Organisatiesleutel(Organisatiesleutel.Soort.NAAM, ""), Optional.empty());

        Bronrecord record(ResultSet veld) throws SQLException {
            Bronplaats.Bericht nu = new Bronplaats.Bericht(
                    veld.getString("leverancier") + " " + veld.getString("periode_start") + ".."
                            + veld.getString("periode_eind"),
                    veld.getInt("pagina"),
                    "/gegevens");
            bericht = nu.equals(bericht) ? bericht : nu;
            Herkomst wie = new Herkomst(
                    new Organisatiesleutel(
                            Organisatiesleutel.Soort.valueOf(veld.getString("organisatie_soort")),
                            veld.getString("organisatie")),
                    Boekhouding.moment(veld, "aangeleverd"));
            herkomst = wie.equals(herkomst) ? herkomst : wie;
            return new Bronrecord(
                    new Bronplaats(bericht, veld.getInt("levering"), veld.getInt("traject")),
                    herkomst,
                    veld.getInt("gemeente"),
                    new Looptijd(veld.getInt("begin"), veld.getInt("einde")),
                    Inleesregel.personen(veld.getBytes("personen")));
        }
    }

    /// Some hundreds of records whose content is read back at once, as one message.
    private final class Blok {
        private final Aanleverperiode periode;
        private final Consumer<Bijdrage> ontvanger;
        private final List<Bronrecord> records = new ArrayList<>(BLOK);
        private final List<List<Bijdrage.Vondst>> vondsten = new ArrayList<>(BLOK);
        private final ByteArrayOutputStream json = new ByteArrayOutputStream();

        Blok(Aanleverperiode periode, Consumer<Bijdrage> ontvanger) {
            this.periode = periode;
            this.ontvanger = ontvanger;
        }

        void neem(Bronrecord record, ResultSet veld) throws SQLException {
            tekst(records.isEmpty() ? "{\"leveringen\":[{\"schuldhulptrajecten\":[" : ",");
            tekst(veld.getString("inhoud"));
            records.add(record);
            vondsten.add(Inleesregel.vondsten(veld.getString("vondsten")));
            if (records.size() == BLOK) {
                try {
                    geef();
                } catch (IOException onleesbaar) {
                    throw new UncheckedIOException(onleesbaar);
                }
            }
        }

        private void tekst(String tekst) {
            json.writeBytes(tekst.getBytes(StandardCharsets.UTF_8));
        }

        void geef() throws IOException {
            if (records.isEmpty()) {
                return;
            }
            tekst("]}]}");
            byte[] bericht = json.toByteArray();
            List<Schuldhulptraject> trajecten = new ArrayList<>(records.size());
            lezer.lees(() -> new ByteArrayInputStream(bericht), new BerichtOntvanger() {
                @Override
                public void traject(Schuldhulptraject traject, TrajectPlek plek) {
                    trajecten.add(traject);
                }
            });
            if (trajecten.size() != records.size()) {
                throw new IOException("the content of " + (records.size() - trajecten.size())
                        + " records in the database cannot be read back");
            }
            for (int i = 0; i < records.size(); i++) {
                ontvanger.accept(new Bijdrage(
                        records.get(i), trajecten.get(i), vondsten.get(i), Optional.of(periode.eind()), false));
            }
            records.clear();
            vondsten.clear();
            json.reset();
        }
    }
}
