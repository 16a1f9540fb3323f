// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static nl.ddas.logboek.model.Logboek2024.inMessage;
import static nl.ddas.logboek.model.Logboek2024.isMessage;
import static nl.ddas.logboek.model.Logboek2024.isNumber;
import static nl.ddas.logboek.model.Logboek2024.octets;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/// One `ProcessingOperation` of 2024: other names, the same meaning, and a calling action in fields of its own.
final class Logboek2024Regel {

    private static final long NANOS = 1_000_000_000;

    private final CodedInputStream in;
    private final Teller teller;
    private final Regelbouw regel = new Regelbouw();
    private String entiteit = "";

    Logboek2024Regel(CodedInputStream in, Teller teller) {
        this.in = in;
        this.teller = teller;
    }

    Regelbouw read() throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field(tag)) {
                in.skipField(tag);
            }
        }
        Vreemd.complete(regel, entiteit);
        return regel;
    }

    private boolean field(int tag) throws IOException {
        if (isMessage(tag, 1)) {
            regel.traceId = octets(in.readBytes());
        } else if (isMessage(tag, 2)) {
            regel.spanId = octets(in.readBytes());
        } else if (isMessage(tag, 3)) {
            regel.parentSpanId = octets(in.readBytes());
        } else if (isMessage(tag, 4)) {
            regel.name = in.readStringRequireUtf8();
        } else if (isMessage(tag, 5)) {
            regel.start = moment(Kernveld.START_TIME);
        } else if (isMessage(tag, 6)) {
            regel.eind = moment(Kernveld.END_TIME);
        } else if (isNumber(tag, 7)) {
            regel.status = in.readEnum();
        } else if (isMessage(tag, 8)) {
            inMessage(in, this::foreign);
        } else if (isMessage(tag, 9)) {
            teller.waarde();
            inMessage(in, this::attribute);
        } else {
            return false;
        }
        return true;
    }

    /// `google.protobuf.Timestamp`: seconds 1, nanos 2.
    private long moment(Kernveld veld) throws IOException {
        long[] parts = new long[2];
        inMessage(in, () -> {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (isNumber(tag, 1)) {
                    parts[0] = in.readInt64();
                } else if (isNumber(tag, 2)) {
                    parts[1] = in.readInt32();
                } else {
                    in.skipField(tag);
                }
            }
        });
        boolean fits = parts[0] >= 0 && parts[0] < Long.MAX_VALUE / NANOS && parts[1] >= 0 && parts[1] < NANOS;
        if (!fits) {
            regel.report(Regelcode.TIME_FORM, veld);
        }
        return fits ? parts[0] * NANOS + parts[1] : 0;
    }

    private void foreign() throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, 1)) {
                regel.vreemdeTraceId = octets(in.readBytes());
            } else if (isMessage(tag, 2)) {
                regel.vreemdeSpanId = octets(in.readBytes());
            } else if (isMessage(tag, 3)) {
                entiteit = in.readStringRequireUtf8();
            } else {
                in.skipField(tag);
            }
        }
    }

    private void attribute() throws IOException {
        String sleutel = "";
        String tekst = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, 1)) {
                sleutel = in.readStringRequireUtf8();
            } else if (isMessage(tag, 2)) {
                tekst = in.readStringRequireUtf8();
            } else {
                in.skipField(tag);
            }
        }
        regel.attributen.add(Attribuut.of(sleutel, tekst));
    }
}
