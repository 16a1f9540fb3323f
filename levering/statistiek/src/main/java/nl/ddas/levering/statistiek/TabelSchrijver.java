// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a table for other programs.
///
/// CSV: `;` between cells, CRLF, decimal comma, UTF-8 **with** byte order mark, because a Dutch spreadsheet then opens
/// it right with a double click; figures without grouping, `.` for hidden. A text that a spreadsheet would run as a
/// formula gets an apostrophe before it.
public final class TabelSchrijver {
    private static final JsonFactory JSON = new JsonFactory();

    private TabelSchrijver() {}

    /// Writes the headings and rows; does not close `uit`.
    public static void csv(Tabel tabel, OutputStream uit) throws IOException {
        BufferedWriter schrijver = new BufferedWriter(new OutputStreamWriter(uit, StandardCharsets.UTF_8));
        schrijver.write('\uFEFF');
        regel(schrijver, tabel.kolommen());
        for (List<Cel> rij : tabel.rijen()) {
            regel(schrijver, rij.stream().map(Cel::kaal).toList());
        }
        schrijver.flush();
    }

    private static void regel(BufferedWriter schrijver, List<String> cellen) throws IOException {
        for (int i = 0; i < cellen.size(); i++) {
            schrijver.write(i == 0 ? "" : ";");
            schrijver.write(veilig(cellen.get(i)));
        }
        schrijver.write("\r\n");
    }

    private static String veilig(String cel) {
        boolean formule = !cel.isEmpty() && "=+-@\t\r".indexOf(cel.charAt(0)) >= 0 && !cel.matches("-?[\\d,]+");
        String tekst = formule ? "'" + cel : cel;
        return tekst.matches("(?s).*[;\"\r\n].*") ? "\"" + tekst.replace("\"", "\"\"") + "\"" : tekst;
    }

    /// Writes one object: id, titel, definitie, kolommen, rijen (figures as numbers, hidden as null), noten; does not
    /// close `uit`.
    public static void json(Tabel tabel, OutputStream uit) {
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Open(uit));
        json.writeStartObject();
        json.writeStringProperty("id", tabel.id());
        json.writeStringProperty("titel", tabel.titel());
        json.writeStringProperty("definitie", tabel.definitie());
        lijst(json, "kolommen", tabel.kolommen());
        json.writeArrayPropertyStart("rijen");
        for (List<Cel> rij : tabel.rijen()) {
            json.writeStartArray();
            rij.forEach(cel -> schrijf(json, cel));
            json.writeEndArray();
        }
        json.writeEndArray();
        lijst(json, "noten", tabel.noten());
        json.writeEndObject();
        json.close();
    }

    private static void lijst(JsonGenerator json, String naam, List<String> teksten) {
        json.writeArrayPropertyStart(naam);
        teksten.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void schrijf(JsonGenerator json, Cel cel) {
        switch (cel) {
            case Cel.Tekst(String tekst) -> json.writeString(tekst);
            case Cel.Aantal(long aantal) -> json.writeNumber(aantal);
            case Cel.Procent(long procent) -> json.writeNumber(procent);
            case Cel.Euro(long euro) -> json.writeNumber(euro);
            case Cel.Verhouding(BigDecimal waarde) -> json.writeNumber(waarde);
            case Cel.Geheim geheim -> json.writeNull();
            case Cel.Leeg leeg -> json.writeString("");
        }
    }

    /// Passes everything on but the closing.
    static final class Open extends FilterOutputStream {
        Open(OutputStream uit) {
            super(uit);
        }

        @Override
        public void write(byte[] bytes, int begin, int lengte) throws IOException {
            out.write(bytes, begin, lengte);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
