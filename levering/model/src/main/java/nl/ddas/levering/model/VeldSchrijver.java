// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// Writes single fields; an absent value leaves no trace.
final class VeldSchrijver {

    private final JsonGenerator uit;
    private final byte[] datum = new byte[10];

    VeldSchrijver(JsonGenerator uit) {
        this.uit = uit;
    }

    void tekst(Veld veld, Optional<String> waarde) {
        if (waarde.isPresent()) {
            uit.writeName(veld.klaar());
            uit.writeString(zonderHalveTekens(waarde.get()));
        }
    }

    void keuze(Veld veld, Optional<? extends Waarde> waarde) {
        if (waarde.isPresent()) {
            uit.writeName(veld.klaar());
            uit.writeString(waarde.get().tekst());
        }
    }

    void getal(Veld veld, Optional<Long> waarde) {
        if (waarde.isPresent()) {
            uit.writeName(veld.klaar());
            uit.writeNumber(waarde.get().longValue());
        }
    }

    void jaNee(Veld veld, Optional<Boolean> waarde) {
        if (waarde.isPresent()) {
            uit.writeName(veld.klaar());
            uit.writeBoolean(waarde.get());
        }
    }

    void moment(Veld veld, Optional<Moment> waarde) {
        if (waarde.isPresent()) {
            Moment moment = waarde.get();
            uit.writeName(veld.klaar());
            uit.writeString(moment.tijdstip().toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    + moment.offset().orElse(""));
        }
    }

    void datum(Veld veld, Optional<LocalDate> waarde) {
        if (waarde.isPresent()) {
            uit.writeName(veld.klaar());
            datum(waarde.get());
        }
    }

    private void datum(LocalDate dag) {
        if (dag.getYear() < 0 || dag.getYear() > 9999) {
            uit.writeString(dag.toString());
            return;
        }
        cijfers(dag.getYear(), 0, 4);
        datum[4] = '-';
        cijfers(dag.getMonthValue(), 5, 2);
        datum[7] = '-';
        cijfers(dag.getDayOfMonth(), 8, 2);
        uit.writeRawUTF8String(datum, 0, datum.length);
    }

    private void cijfers(int getal, int plek, int aantal) {
        int rest = getal;
        for (int i = plek + aantal - 1; i >= plek; i--) {
            datum[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    <T> void object(Veld veld, Optional<T> waarde, Consumer<T> velden) {
        if (waarde.isPresent()) {
            uit.writeName(veld.klaar());
            object(waarde.get(), velden);
        }
    }

    <T> void lijst(Veld veld, List<T> waarden, Consumer<T> velden) {
        if (!waarden.isEmpty()) {
            uit.writeName(veld.klaar());
            uit.writeStartArray();
            for (T waarde : waarden) {
                object(waarde, velden);
            }
            uit.writeEndArray();
        }
    }

    private <T> void object(T waarde, Consumer<T> velden) {
        uit.writeStartObject();
        velden.accept(waarde);
        uit.writeEndObject();
    }

    /// An escape such as `\ud800` may leave half a character in a text; UTF-8 cannot hold it, so U+FFFD takes its
    /// place.
    private static String zonderHalveTekens(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            char teken = tekst.charAt(i);
            if (Character.isHighSurrogate(teken)
                    && i + 1 < tekst.length()
                    && Character.isLowSurrogate(tekst.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(teken)) {
                return vervangHalveTekens(tekst);
            }
        }
        return tekst;
    }

    private static String vervangHalveTekens(String tekst) {
        StringBuilder heel = new StringBuilder(tekst.length());
        tekst.codePoints()
                .map(punt -> punt <= 0xFFFF && Character.isSurrogate((char) punt) ? 0xFFFD : punt)
                .forEach(heel::appendCodePoint);
        return heel.toString();
    }
}
