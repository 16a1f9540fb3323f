// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Regelvorm;
import nl.ddas.logboek.model.TraceId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reading within a connection.
final class Leesslag {

    private static final String ORDER = " order by start_nanos, trace_id, span_id";
    private static final long NANOS = 1_000_000;
    private static final long DAG_MILLIS = 86_400_000;
    private static final long LAATSTE_MILLIS = Long.MAX_VALUE / NANOS;

    private Leesslag() {}

    static List<Logregel> trace(Handle db, int houder, TraceId traceId) {
        return db.createQuery("select vorm from logregel where houder = :houder and vorm is not null"
                        + " and (trace_id = :trace or vreemde_trace = :trace)" + ORDER)
                .bind("houder", houder)
                .bind("trace", traceId.uuid())
                .map((row, _) -> line(row.getBytes(1)))
                .list();
    }

    static Regelpagina search(Handle db, int houder, Zoekvraag vraag) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        period(vraag, conditions, values);
        vraag.trace().ifPresent(one -> {
            conditions.add("(trace_id = :van or vreemde_trace = :van)");
            values.put("van", one.uuid());
        });
        vraag.activiteit().ifPresent(one -> {
            conditions.add("activiteit = :activiteit");
            values.put("activiteit", Rij.digest(one));
        });
        vraag.betrokkene().ifPresent(one -> {
            conditions.add("betrokkene = :betrokkene");
            values.put("betrokkene", Rij.digest(one));
        });
        vraag.zicht().ifPresent(zicht -> conditions.add(visible(zicht, values)));
        vraag.na().ifPresent(place -> {
            conditions.add("(start_nanos, trace_id, span_id) > (:start, :trace, :span)");
            values.put("start", place.startNanos());
            values.put("trace", new UUID(place.traceHoog(), place.traceLaag()));
            values.put("span", place.span());
        });
        Query query = db.createQuery("select vorm from logregel where houder = :houder and vorm is not null and "
                        + String.join(" and ", conditions) + ORDER + " limit :aantal")
                .bind("houder", houder)
                .bind("aantal", vraag.aantal() + 1L)
                .bindMap(values);
        List<Logregel> found = query.map((row, _) -> line(row.getBytes(1))).list();
        Regelpagina page = Regelpagina.of(found, vraag.aantal());
        // A digest may be that of another text, however unlikely.
        List<Logregel> exact = page.regels().stream()
                .filter(regel -> GeheugenLogregels.fits(regel, vraag))
                .toList();
        return new Regelpagina(exact, page.volgende());
    }

    /// Activities that are visible in the same time stand together: most are so since the register began.
    private static String visible(Leeszicht zicht, Map<String, Object> values) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Leeszicht.Venster one : zicht.vensters()) {
            String name = "z" + values.size();
            values.put(name, Rij.digest(one.activiteit()));
            String time = (one.vanaf() == 0 ? "" : " and start_nanos >= " + one.vanaf())
                    + (one.tot() == Long.MAX_VALUE ? "" : " and start_nanos < " + one.tot());
            groups.computeIfAbsent(time, _ -> new ArrayList<>()).add(":" + name);
        }
        StringBuilder sql = new StringBuilder("(activiteit is null");
        groups.forEach((time, names) -> sql.append(" or (activiteit in (")
                .append(String.join(", ", names))
                .append(")")
                .append(time)
                .append(")"));
        return sql.append(")").toString();
    }

    /// Activities of a controller as its lines name them: from one to the next in the index, not along all lines.
    ///
    /// @param most of them, whichever
    static List<String> activities(Handle db, int houder, int most) {
        return db.createQuery("with recursive een as ("
                        + "(select activiteit from logregel where houder = :houder and activiteit is not null"
                        + " order by activiteit limit 1) union all select (select l.activiteit from logregel l"
                        + " where l.houder = :houder and l.activiteit > een.activiteit order by l.activiteit limit 1)"
                        + " from een where een.activiteit is not null) select (select l.vorm from logregel l"
                        + " where l.houder = :houder and l.activiteit = een.activiteit limit 1) from een"
                        + " where een.activiteit is not null limit :most")
                .bind("houder", houder)
                .bind("most", most)
                .map((row, _) -> line(row.getBytes(1)).processingActivityId().orElseThrow())
                .list();
    }

    /// Whether a controller has a line of an activity that began in this time.
    ///
    /// @param activiteit as it stands in the lines
    /// @param vanaf nanoseconds since the epoch, inclusive
    /// @param tot nanoseconds since the epoch, exclusive
    static boolean has(Handle db, int houder, String activiteit, long vanaf, long tot) {
        return db.createQuery(
                        "select exists (select 1 from logregel where houder = :houder and activiteit = :activiteit"
                                + " and start_nanos >= :vanaf and start_nanos < :tot and dag between :eerste and :laatste)")
                .bind("houder", houder)
                .bind("activiteit", Rij.digest(activiteit))
                .bind("vanaf", vanaf)
                .bind("tot", tot)
                .bind("eerste", Inboeking.dag(vanaf))
                .bind("laatste", Inboeking.dag(tot))
                .mapTo(Boolean.class)
                .one();
    }

    /// Days too, so that partitions outside the period are not opened.
    private static void period(Zoekvraag vraag, List<String> conditions, Map<String, Object> values) {
        long vanaf = Math.min(vraag.vanaf(), LAATSTE_MILLIS);
        long tot = Math.min(vraag.tot(), LAATSTE_MILLIS);
        conditions.add("dag between :eerste and :laatste and start_nanos >= :vanaf and start_nanos < :tot");
        values.put("eerste", LocalDate.ofEpochDay(vanaf / DAG_MILLIS));
        values.put("laatste", LocalDate.ofEpochDay(tot / DAG_MILLIS));
        values.put("vanaf", vanaf * NANOS);
        values.put("tot", tot * NANOS);
    }

    static Logregel line(byte[] vorm) {
        return Regelvorm.read(vorm)
                .orElseThrow(() -> new IllegalStateException("a stored line is not what was stored"));
    }
}
