// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads `logboek.v1.ExportOperationsRequest` of the Logboek of MinBZK (May 2024): `resource` 1, `operations` 2. Its
/// three small messages are read by hand, so that no `.proto` of 2024 has to be compiled along.
final class Logboek2024 {

    private static final int RESOURCE = 1;
    private static final int OPERATIONS = 2;

    private final CodedInputStream in;
    private final Teller teller;

    Logboek2024(InputStream in, Teller teller) {
        this.in = CodedInputStream.newInstance(in);
        this.in.setSizeLimit(Integer.MAX_VALUE);
        this.teller = teller;
    }

    List<Invoergroep> read() throws IOException {
        List<Attribuut> resource = new ArrayList<>();
        Ruw ruw = Ruw.GEEN;
        List<Invoerregel> regels = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, RESOURCE)) {
                byte[] bytes = resource();
                resource(CodedInputStream.newInstance(bytes), resource);
                ruw = ruw.and(Ruw.whole(bytes)).limited(Ruw.GRENS);
            } else if (isMessage(tag, OPERATIONS)) {
                teller.regel();
                regels.add(operation());
            } else {
                in.skipField(tag);
            }
        }
        teller.kopie((long) regels.size() * ruw.length());
        return List.of(new Invoergroep(Invoervorm.LOGBOEK_2024, resource, List.of(), ruw, regels));
    }

    private Invoerregel operation() throws IOException {
        int length = in.readRawVarint32();
        if (length > teller.grenzen().regelbytes()) {
            return OtlpProtobuf.tooLarge(in, length);
        }
        byte[] bytes = in.readRawBytes(length);
        try {
            return new Logboek2024Regel(CodedInputStream.newInstance(bytes), teller)
                    .read()
                    .build(Ruw.whole(bytes));
        } catch (InvalidProtocolBufferException _) {
            return Regelbouw.unreadable(Regelcode.LINE_UNREADABLE, Ruw.whole(bytes));
        }
    }

    private byte[] resource() throws IOException {
        int length = in.readRawVarint32();
        if (length > teller.grenzen().regelbytes()) {
            throw new InvoerTeGroot(Invoer.Reden.TE_GROOT);
        }
        return in.readRawBytes(length);
    }

    private static void resource(CodedInputStream in, List<Attribuut> into) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, 1)) {
                into.add(Attribuut.of("service.name", in.readStringRequireUtf8()));
            } else if (isMessage(tag, 2)) {
                into.add(Attribuut.of("service.version", in.readStringRequireUtf8()));
            } else {
                in.skipField(tag);
            }
        }
        in.checkLastTagWas(0);
    }

    /// Reads a message within the message.
    interface Lezing {
        void read() throws IOException;
    }

    static void inMessage(CodedInputStream in, Lezing lezing) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        lezing.read();
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }

    static boolean isMessage(int tag, int field) {
        return tag == (field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED);
    }

    static boolean isNumber(int tag, int field) {
        return tag == (field << 3 | WireFormat.WIRETYPE_VARINT);
    }

    static Octetten octets(ByteString bytes) {
        return Octetten.of(bytes.toByteArray());
    }
}
