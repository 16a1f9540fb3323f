// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads an `ExportTraceServiceRequest`. The three outer levels are walked by hand, so that one span is in memory as a
/// message at a time, and one broken span does not take the others along.
final class OtlpProtobuf {

    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;

    private final CodedInputStream in;
    private final Teller teller;
    private final OtlpWaarden waarden;

    OtlpProtobuf(InputStream in, Teller teller) {
        this.in = CodedInputStream.newInstance(in);
        this.in.setSizeLimit(Integer.MAX_VALUE);
        this.teller = teller;
        this.waarden = new OtlpWaarden(teller);
    }

    List<Invoergroep> read() throws IOException {
        List<Invoergroep> groepen = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, RESOURCE_SPANS)) {
                teller.groep();
                int outer = in.pushLimit(in.readRawVarint32());
                groepen.add(group());
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        return groepen;
    }

    private Invoergroep group() throws IOException {
        List<Attribuut> resource = new ArrayList<>();
        Regelbouw overResource = new Regelbouw();
        Ruw ruw = Ruw.GEEN;
        List<Invoerregel> regels = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, RESOURCE)) {
                byte[] bytes = bytes();
                resource.addAll(waarden.attributes(
                        Resource.parseFrom(bytes).getAttributesList(),
                        _ -> overResource.report(Regelcode.VALUE_TOO_DEEP, Kernveld.RESOURCE)));
                ruw = ruw.and(Ruw.whole(bytes)).limited(Ruw.GRENS);
            } else if (isMessage(tag, SCOPE_SPANS)) {
                int outer = in.pushLimit(in.readRawVarint32());
                spans(regels);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        in.checkLastTagWas(0);
        teller.kopie((long) regels.size() * ruw.length());
        return new Invoergroep(Invoervorm.OTLP_PROTOBUF, resource, overResource.gebreken(), ruw, regels);
    }

    private void spans(List<Invoerregel> into) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, SPANS)) {
                teller.regel();
                into.add(span());
            } else {
                in.skipField(tag);
            }
        }
        in.checkLastTagWas(0);
    }

    private Invoerregel span() throws IOException {
        int length = in.readRawVarint32();
        if (length > teller.grenzen().regelbytes()) {
            return tooLarge(in, length);
        }
        byte[] bytes = in.readRawBytes(length);
        try {
            return line(Span.parseFrom(bytes)).build(Ruw.whole(bytes));
        } catch (InvalidProtocolBufferException _) {
            return Regelbouw.unreadable(Regelcode.LINE_UNREADABLE, Ruw.whole(bytes));
        }
    }

    /// Passes over a line; its beginning is kept.
    static Invoerregel tooLarge(CodedInputStream in, int length) throws IOException {
        byte[] first = in.readRawBytes(Math.min(length, Ruw.GRENS));
        in.skipRawBytes(length - first.length);
        return Regelbouw.unreadable(Regelcode.LINE_TOO_LARGE, Ruw.first(first));
    }

    private Regelbouw line(Span span) throws InvoerTeGroot {
        Regelbouw regel = new Regelbouw();
        regel.traceId = Octetten.of(span.getTraceId().toByteArray());
        regel.spanId = Octetten.of(span.getSpanId().toByteArray());
        regel.parentSpanId = Octetten.of(span.getParentSpanId().toByteArray());
        regel.traceState = span.getTraceState();
        regel.flags = span.getFlags();
        regel.name = span.getName();
        regel.start = span.getStartTimeUnixNano();
        regel.eind = span.getEndTimeUnixNano();
        regel.status = span.getStatus().getCodeValue();
        regel.statusmelding = span.getStatus().getMessage();
        regel.weggelaten = span.getDroppedAttributesCount();
        regel.attributen.addAll(waarden.attributes(
                span.getAttributesList(), _ -> regel.report(Regelcode.VALUE_TOO_DEEP, Kernveld.ATTRIBUTES)));
        for (Span.Event event : span.getEventsList()) {
            teller.waarde();
            if (event.getName().equals(Regelbouw.UITZONDERING)) {
                regel.event(event.getName(), waarden.attributes(event.getAttributesList(), regel::tooDeepInEvent));
            }
        }
        return regel;
    }

    private byte[] bytes() throws IOException {
        int length = in.readRawVarint32();
        if (length > teller.grenzen().regelbytes()) {
            throw new InvoerTeGroot(Invoer.Reden.TE_GROOT);
        }
        return in.readRawBytes(length);
    }

    private static boolean isMessage(int tag, int field) {
        return tag == (field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED);
    }
}
