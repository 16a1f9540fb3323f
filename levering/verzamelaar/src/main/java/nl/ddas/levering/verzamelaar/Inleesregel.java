// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.statistiek.Bijdrage.Vondst;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.Persoonssleutels;
import nl.ddas.levering.statistiek.Sleutel;
import nl.ddas.levering.toets.Ernst;

/// One line of the file that is read into `bronrecord`, in the text form of COPY, without the column `inlezing`.
final class Inleesregel {

    /// The columns of a line, in order.
    static final String KOLOMMEN = "inlezing, pagina, levering, traject, organisatie_soort, organisatie, gemeente,"
            + " begin, einde, personen, vondsten, inhoud";

    private static final int PERSOON = 4 * Long.BYTES + 1;

    private Inleesregel() {}

    static void schrijf(Bronrecord record, List<Vondst> vondsten, Schuldhulptraject inhoud, OutputStream uit)
            throws IOException {
        StringBuilder regel = new StringBuilder(2048);
        regel.append(record.plaats().bericht().pagina()).append('\t');
        regel.append(record.plaats().levering()).append('\t');
        regel.append(record.plaats().index()).append('\t');
        regel.append(record.organisatie().soort()).append('\t');
        veld(record.organisatie().waarde(), regel).append('\t');
        regel.append(record.gemeentenummer()).append('\t');
        regel.append(record.looptijd().begin()).append('\t');
        regel.append(record.looptijd().einde()).append('\t');
        regel.append("\\\\x")
                .append(HexFormat.of().formatHex(personen(record.personen())))
                .append('\t');
        for (Vondst vondst : vondsten) {
            regel.append(vondst.code()).append(':').append(vondst.ernst()).append(' ');
        }
        regel.append('\t');
        veld(new String(BerichtSchrijver.bytes(inhoud), StandardCharsets.UTF_8), regel)
                .append('\n');
        uit.write(regel.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static StringBuilder veld(String tekst, StringBuilder regel) {
        for (int i = 0; i < tekst.length(); i++) {
            char teken = tekst.charAt(i);
            switch (teken) {
                case '\\' -> regel.append("\\\\");
                case '\t' -> regel.append("\\t");
                case '\n' -> regel.append("\\n");
                case '\r' -> regel.append("\\r");
                case '\0' -> regel.append(' '); // PostgreSQL has no such character
                default -> regel.append(teken);
            }
        }
        return regel;
    }

    private static byte[] personen(List<Persoonssleutels> personen) {
        ByteBuffer bytes = ByteBuffer.allocate(personen.size() * PERSOON);
        for (Persoonssleutels persoon : personen) {
            bytes.putLong(persoon.bsn().hoog()).putLong(persoon.bsn().laag());
            bytes.putLong(persoon.adres().hoog()).putLong(persoon.adres().laag());
            bytes.put((byte) persoon.geslacht().name().charAt(0));
        }
        return bytes.array();
    }

    static List<Persoonssleutels> personen(byte[] kolom) {
        ByteBuffer bytes = ByteBuffer.wrap(kolom);
        List<Persoonssleutels> personen = new ArrayList<>(kolom.length / PERSOON);
        while (bytes.hasRemaining()) {
            personen.add(new Persoonssleutels(
                    new Sleutel(bytes.getLong(), bytes.getLong()),
                    new Sleutel(bytes.getLong(), bytes.getLong()),
                    geslacht((char) bytes.get())));
        }
        return List.copyOf(personen);
    }

    private static Geslacht geslacht(char letter) {
        return switch (letter) {
            case 'M' -> Geslacht.MAN;
            case 'V' -> Geslacht.VROUW;
            default -> Geslacht.ONBEKEND;
        };
    }

    static List<Vondst> vondsten(String kolom) {
        List<Vondst> vondsten = new ArrayList<>();
        for (String deel : kolom.split(" ", -1)) {
            int dubbelepunt = deel.indexOf(':');
            if (dubbelepunt > 0) {
                vondsten.add(
                        new Vondst(deel.substring(0, dubbelepunt), Ernst.valueOf(deel.substring(dubbelepunt + 1))));
            }
        }
        return List.copyOf(vondsten);
    }
}
