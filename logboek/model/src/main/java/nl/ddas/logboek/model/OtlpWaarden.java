// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.List;

/// From OTLP's values to ours.
final class OtlpWaarden {

    private final Teller teller;

    OtlpWaarden(Teller teller) {
        this.teller = teller;
    }

    /// What to do about a value that is nested too deep; it is left out.
    interface TeDiep {
        void report(String sleutel);
    }

    List<Attribuut> attributes(List<KeyValue> pairs, TeDiep teDiep) throws InvoerTeGroot {
        List<Attribuut> attributen = new ArrayList<>(pairs.size());
        for (KeyValue pair : pairs) {
            teller.waarde();
            attributen.add(new Attribuut(pair.getKey(), value(pair.getValue(), pair.getKey(), 0, teDiep)));
        }
        return attributen;
    }

    private Waarde value(AnyValue value, String sleutel, int diepte, TeDiep teDiep) throws InvoerTeGroot {
        if (teller.isTeDiep(diepte)) {
            teDiep.report(sleutel);
            return new Waarde.Leeg();
        }
        return switch (value.getValueCase()) {
            case STRING_VALUE -> new Waarde.Tekst(value.getStringValue());
            case BOOL_VALUE -> new Waarde.Vlag(value.getBoolValue());
            case INT_VALUE -> new Waarde.Geheel(value.getIntValue());
            case DOUBLE_VALUE -> new Waarde.Breuk(value.getDoubleValue());
            case BYTES_VALUE ->
                new Waarde.Bytes(Octetten.of(value.getBytesValue().toByteArray()));
            case ARRAY_VALUE -> {
                List<Waarde> waarden = new ArrayList<>();
                for (AnyValue one : value.getArrayValue().getValuesList()) {
                    teller.waarde();
                    waarden.add(value(one, sleutel, diepte + 1, teDiep));
                }
                yield new Waarde.Lijst(waarden);
            }
            case KVLIST_VALUE -> {
                List<Attribuut> leden = new ArrayList<>();
                for (KeyValue one : value.getKvlistValue().getValuesList()) {
                    teller.waarde();
                    leden.add(new Attribuut(one.getKey(), value(one.getValue(), sleutel, diepte + 1, teDiep)));
                }
                yield new Waarde.Groep(leden);
            }
            // An index into a table belongs to profiles, which are no traces.
            case STRING_VALUE_STRINDEX, VALUE_NOT_SET -> new Waarde.Leeg();
        };
    }
}
